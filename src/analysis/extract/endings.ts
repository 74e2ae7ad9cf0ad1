import type { TSESTree } from '@typescript-eslint/utils'
import type { FileBuilder } from './file-builder.js'
import { childrenOf, type IdleCode } from './idle-code.js'
import { unwrap } from './positions.js'

/** What ends idle code that runs again and again. */
export interface Ending {
  /** The calls whose results decide. */
  readonly deciding: readonly TSESTree.Node[]
  /** A count goes up or down to some limit. */
  readonly counts: boolean
  /** A variable or member decides that the code does not write. */
  readonly flag: boolean
}

/** What tests wait for; null when the code works towards what they ask. */
export function endingOf(
  tests: readonly TSESTree.Node[],
  code: IdleCode,
  file: FileBuilder,
): Ending | null {
  const deciding = new Set<TSESTree.Node>()
  let counts = false
  let flag = false
  for (const atom of tests.flatMap(atomsOf)) {
    const reads = new Reads(code, file)
    if (!reads.addAll(atom, [])) return null
    for (const call of reads.calls) deciding.add(call)
    counts ||= reads.counts
    flag ||= reads.hasUnwritten && !reads.counts && reads.calls.size === 0
  }
  return { deciding: [...deciding], counts, flag }
}

function atomsOf(test: TSESTree.Node): readonly TSESTree.Node[] {
  const expression = unwrap(test)
  if (expression.type === 'LogicalExpression') {
    return [...atomsOf(expression.left), ...atomsOf(expression.right)]
  }
  if (expression.type === 'UnaryExpression' && expression.operator === '!') {
    return atomsOf(expression.argument)
  }
  return [expression]
}

/** What an expression is made of, through the variables that the code writes. */
class Reads {
  readonly calls = new Set<TSESTree.Node>()
  counts = false
  hasUnwritten = false
  readonly #code: IdleCode
  readonly #file: FileBuilder

  constructor(code: IdleCode, file: FileBuilder) {
    this.#code = code
    this.#file = file
  }

  /**
   * False when the code makes the value by work of its own: from the value before, or element by element.
   * @param made the variables whose values this is a part of
   */
  addAll(expression: TSESTree.Node, made: readonly number[]): boolean {
    const pending = [expression]
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      switch (node.type) {
        case 'Identifier':
          if (!this.#addVariable(node, made)) return false
          break
        case 'ThisExpression':
          this.hasUnwritten = true
          break
        case 'UpdateExpression':
          this.counts = true
          break
        case 'MemberExpression':
          if (node.computed && this.#isWritten(node.property)) return false
          if (unwrap(node.object).type === 'Identifier') this.hasUnwritten = true
          pending.push(...childrenOf(node, this.#file))
          break
        case 'AssignmentExpression':
          pending.push(node.right)
          if (node.operator !== '=') return false
          break
        case 'CallExpression':
        case 'NewExpression':
          this.calls.add(node)
          if (node.arguments.some((argument) => this.#isCounted(argument))) return false
          pending.push(...node.arguments, ...receiverOf(node.callee))
          break
        default:
          pending.push(...childrenOf(node, this.#file))
      }
    }
    return true
  }

  #addVariable(name: TSESTree.Identifier, made: readonly number[]): boolean {
    const variable = this.#file.bindings.variableOf(name)
    if (variable === null) return true
    const writes = this.#code.writes.get(variable)
    if (writes === undefined) {
      this.hasUnwritten = true
      return true
    }
    if (made.includes(variable)) return false
    return writes.every((write) => {
      if (write.type === 'value') {
        return !write.isOfItself && this.addAll(write.value, [...made, variable])
      }
      this.counts = true
      return true
    })
  }

  #isWritten(expression: TSESTree.Node): boolean {
    return this.#namesIn(expression).some((variable) => this.#code.writes.has(variable))
  }

  #isCounted(expression: TSESTree.Node): boolean {
    return this.#namesIn(expression).some((variable) =>
      this.#code.writes.get(variable)?.some(({ type }) => type === 'count'),
    )
  }

  #namesIn(expression: TSESTree.Node): readonly number[] {
    const names: number[] = []
    const pending = [expression]
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const variable = node.type === 'Identifier' ? this.#file.bindings.variableOf(node) : null
      if (variable !== null) names.push(variable)
      pending.push(...childrenOf(node, this.#file))
    }
    return names
  }
}

/** What a callee is a method of. */
function receiverOf(callee: TSESTree.Node): readonly TSESTree.Node[] {
  const expression = unwrap(callee)
  return expression.type === 'MemberExpression' ? [expression.object] : []
}

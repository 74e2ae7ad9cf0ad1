import type { TSESTree } from '@typescript-eslint/utils'
import type { Range } from '../facts.js'
import { endOf, startOf } from './offsets.js'

/** Turns offsets into lines and columns, both counted from 1. */
export class Positions {
  readonly #lineStarts: readonly number[]

  constructor(text: string) {
    const starts = [0]
    for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
      starts.push(index + end.length)
    }
    this.#lineStarts = starts
  }

  rangeOf(node: TSESTree.Node): Range {
    return this.rangeBetween(startOf(node), endOf(node))
  }

  rangeBetween(start: number, end: number): Range {
    const first = this.lineAt(start)
    const last = this.lineAt(end)
    return [first, this.#columnAt(start, first), last, this.#columnAt(end, last)]
  }

  lineAt(offset: number): number {
    let low = 0
    let high = this.#lineStarts.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }

  #columnAt(offset: number, line: number): number {
    return offset - (this.#lineStarts[line - 1] ?? 0) + 1
  }
}

const wrappers = new Set([
  'ChainExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
])

/** The expression without the wrappers that do not change its value. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  let inner = node
  while (wrappers.has(inner.type) && 'expression' in inner) {
    inner = inner.expression as TSESTree.Node
  }
  return inner
}

/** The name of a property key that the text alone decides, or null. */
export function keyName(key: TSESTree.Node, computed: boolean): string | null {
  if (!computed && (key.type === 'Identifier' || key.type === 'PrivateIdentifier')) {
    return key.type === 'PrivateIdentifier' ? `#${key.name}` : key.name
  }
  if (key.type === 'Literal') return key.value === null ? null : String(key.value)
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) {
    return key.quasis[0]?.value.cooked ?? null
  }
  return null
}

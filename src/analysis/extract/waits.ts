import type { TSESTree } from '@typescript-eslint/utils'
import type { WaitFacts } from '../facts.js'
import { endingOf } from './endings.js'
import type { FileBuilder } from './file-builder.js'
import { idleCodeOf } from './idle-code.js'
import { isFunction } from './nodes.js'
import { endOf, sourceOf, startOf } from './offsets.js'
import { keyName, unwrap } from './positions.js'

const longestText = 60

type Loop = TSESTree.DoWhileStatement | TSESTree.ForStatement | TSESTree.WhileStatement

/** Records a loop that may do nothing but wait. */
export function recordLoop(node: Loop, file: FileBuilder): void {
  const parts = node.type === 'ForStatement' ? [node.test, node.update, node.body] : [node.test, node.body]
  const code = idleCodeOf(
    parts.filter((part) => part !== null),
    file,
  )
  if (code === null) return
  const tests: TSESTree.Node[] = node.test === null || isAlwaysTrue(node.test) ? [] : [node.test]
  const endless = tests.length === 0 && !code.leaves
  if (code.leaves) tests.push(...code.tests)
  const ending = endingOf(tests, code, file)
  if (ending === null) return
  const flag = ending.flag && !ending.counts
  if (!endless && !flag && ending.deciding.length === 0) return
  const [from, to] = headOf(node, file)
  file.waits.push({
    ...waitOf(code.calls, ending.deciding, file),
    range: file.positions.rangeBetween(from, to),
    text: shorten(file.source.text.slice(from, to)),
    ...(flag ? { flag } : {}),
    ...(endless ? { endless } : {}),
    ...(code.awaits ? { awaits: true } : {}),
  })
}

/**
 * Records a call that schedules something before the event loop turns, if it does so under a condition that may
 * do nothing but wait: `if (!isReady) process.nextTick(poll)`.
 */
export function recordAgain(node: TSESTree.CallExpression, file: FileBuilder): void {
  const { frame } = file
  if (!isFunction(frame.node) || !schedulesAtOnce(node)) return
  const way = wayTo(node, frame.node.body)
  if (way === null || way.tests.length === 0) return
  const code = idleCodeOf([...way.nodes, ...partsOf(node)], file)
  if (code === null || code.awaits) return
  const ending = endingOf(way.tests, code, file)
  if (ending === null || ending.counts) return
  if (!ending.flag && ending.deciding.length === 0) return
  const callee = unwrap(node.callee)
  file.waits.push({
    ...waitOf(code.calls, ending.deciding, file),
    schedules: file.calls.idOf(node),
    range: file.positions.rangeOf(callee),
    text: shorten(sourceOf(callee, file.source.text)),
    ...(ending.flag ? { flag: true } : {}),
  })
}

function waitOf(
  calls: readonly TSESTree.Node[],
  deciding: readonly TSESTree.Node[],
  file: FileBuilder,
): Pick<WaitFacts, 'function' | 'calls' | 'deciding'> {
  const idOf = (call: TSESTree.Node): number => file.calls.idOf(call)
  return { function: file.frame.function, calls: calls.map(idOf), deciding: deciding.map(idOf) }
}

function isAlwaysTrue(test: TSESTree.Node): boolean {
  return test.type === 'Literal' && Boolean(test.value)
}

/** What stands before the body of a loop, or after it. */
function headOf(node: Loop, { source: { text } }: FileBuilder): readonly [from: number, to: number] {
  if (node.type === 'DoWhileStatement') {
    const from = text.lastIndexOf('while', startOf(node.test))
    return [from, text.indexOf(')', endOf(node.test)) + 1]
  }
  return [startOf(node), text.lastIndexOf(')', startOf(node.body)) + 1]
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > longestText ? `${line.slice(0, longestText - 1)}…` : line
}

/** `process.nextTick(…)`, `queueMicrotask(…)` and `Promise.resolve().then(…)`, by their names. */
function schedulesAtOnce({ callee }: TSESTree.CallExpression): boolean {
  const expression = unwrap(callee)
  if (expression.type === 'Identifier') return ['nextTick', 'queueMicrotask'].includes(expression.name)
  if (expression.type !== 'MemberExpression') return false
  const name = keyName(expression.property, expression.computed)
  if (name !== 'then') return name === 'nextTick' || name === 'queueMicrotask'
  const object = unwrap(expression.object)
  return (
    object.type === 'CallExpression' &&
    object.callee.type === 'MemberExpression' &&
    keyName(object.callee.property, object.callee.computed) === 'resolve'
  )
}

/** What a call that schedules works out beside the function that it is given: `Promise.resolve(next()).then(poll)`. */
function partsOf({ callee, arguments: [, ...others] }: TSESTree.CallExpression): readonly TSESTree.Node[] {
  const expression = unwrap(callee)
  const object = expression.type === 'MemberExpression' ? unwrap(expression.object) : null
  return object?.type === 'CallExpression' ? [...object.arguments, ...others] : others
}

interface Way {
  /** What runs before and after a call whenever the call runs. */
  readonly nodes: readonly TSESTree.Node[]
  /** The conditions under which the call runs. */
  readonly tests: readonly TSESTree.Node[]
}

const noWay: Way = { nodes: [], tests: [] }

/** What a function does besides when it comes to a call; null where that is not plain to see. */
function wayTo(call: TSESTree.Node, node: TSESTree.Node): Way | null {
  if (node === call) return noWay
  switch (node.type) {
    case 'BlockStatement': {
      const index = node.body.findIndex((statement) => holds(statement, call))
      const at = node.body[index]
      const way = at ? wayTo(call, at) : null
      if (way === null) return null
      const before = node.body.slice(0, index).map(wayPast)
      const after = at && leavesAfter(call, at) ? [] : node.body.slice(index + 1)
      return joinWays([...before, way, { nodes: after, tests: [] }])
    }
    case 'IfStatement':
    case 'ConditionalExpression': {
      const branch = [node.consequent, node.alternate].find((part) => part && holds(part, call))
      return branch ? under(node.test, wayTo(call, branch)) : null
    }
    case 'LogicalExpression':
      return holds(node.right, call) ? under(node.left, wayTo(call, node.right)) : null
    case 'ExpressionStatement':
      return wayTo(call, node.expression)
    case 'ReturnStatement':
      return node.argument ? wayTo(call, node.argument) : null
    case 'UnaryExpression':
      return node.operator === 'void' ? wayTo(call, node.argument) : null
    default:
      return null
  }
}

function under(test: TSESTree.Node, way: Way | null): Way | null {
  return way && joinWays([{ nodes: [test], tests: [test] }, way])
}

/** A statement that is passed: of `if (isReady) return done()` only the condition is. */
function wayPast(statement: TSESTree.Statement): Way {
  const isGuard =
    statement.type === 'IfStatement' && statement.alternate === null && leaves(statement.consequent)
  return isGuard ? { nodes: [statement.test], tests: [statement.test] } : { nodes: [statement], tests: [] }
}

function leaves(statement: TSESTree.Node | undefined): boolean {
  const last = statement?.type === 'BlockStatement' ? statement.body.at(-1) : statement
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement'
}

/** Whether nothing behind a statement runs when the call in it has run. */
function leavesAfter(call: TSESTree.Node, statement: TSESTree.Node): boolean {
  if (statement.type === 'ReturnStatement') return true
  if (statement.type !== 'IfStatement') return false
  return leaves([statement.consequent, statement.alternate].find((part) => part && holds(part, call)) ?? undefined)
}

function joinWays(ways: readonly Way[]): Way {
  return { nodes: ways.flatMap(({ nodes }) => nodes), tests: ways.flatMap(({ tests }) => tests) }
}

function holds(node: TSESTree.Node, inner: TSESTree.Node): boolean {
  return startOf(node) <= startOf(inner) && endOf(inner) <= endOf(node)
}

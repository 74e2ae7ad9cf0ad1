import type { TSESTree } from '@typescript-eslint/utils'
import type { FileBuilder } from './file-builder.js'
import { isNode } from './nodes.js'
import { unwrap } from './positions.js'
import { literalText } from './references.js'

// More calls than these are work, whatever they do.
const mostCalls = 8

type Write =
  /** `i++`, `i += 2` */
  | { readonly type: 'count' }
  /** Made of other values, and of its own value before when the operator says so. */
  | { readonly type: 'value'; readonly value: TSESTree.Node; readonly isOfItself: boolean }

/** Code that changes nothing but variables of its own function, unless its calls do. */
export interface IdleCode {
  readonly calls: readonly TSESTree.Node[]
  /** By variable. */
  readonly writes: ReadonlyMap<number, readonly Write[]>
  /** What its `if`s and conditional expressions ask. */
  readonly tests: readonly TSESTree.Node[]
  /** There is a `break`, `return` or `throw` in it. */
  readonly leaves: boolean
  /** It awaits, but only what is there already. */
  readonly awaits: boolean
}

// What these do shows in their parts.
const transparent = new Set([
  'ArrayExpression',
  'BinaryExpression',
  'BlockStatement',
  'ChainExpression',
  'ContinueStatement',
  'EmptyStatement',
  'ExpressionStatement',
  'Identifier',
  'Literal',
  'LogicalExpression',
  'MemberExpression',
  'ObjectExpression',
  'ParenthesizedExpression',
  'PrivateIdentifier',
  'Property',
  'SequenceExpression',
  'Super',
  'TemplateElement',
  'TemplateLiteral',
  'ThisExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'UnaryExpression',
  'VariableDeclaration',
])

/** What some code does; null when it does, or may do, more than wait. */
export function idleCodeOf(nodes: readonly TSESTree.Node[], file: FileBuilder): IdleCode | null {
  const calls: TSESTree.Node[] = []
  const writes = new Map<number, Write[]>()
  const tests: TSESTree.Node[] = []
  let leaves = false
  let awaits = false
  const write = (target: TSESTree.Node, how: Write): boolean => {
    const variable = ownVariable(target, file)
    if (variable === null) return false
    const known = writes.get(variable)
    if (known) known.push(how)
    else writes.set(variable, [how])
    return true
  }
  const pending = nodes.toReversed()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    switch (node.type) {
      case 'BreakStatement':
      case 'ReturnStatement':
      case 'ThrowStatement':
        leaves = true
        break
      case 'IfStatement':
      case 'ConditionalExpression':
        tests.push(node.test)
        break
      case 'VariableDeclarator':
        if (node.init && !write(node.id, { type: 'value', value: node.init, isOfItself: false })) return null
        break
      case 'UpdateExpression':
        if (!write(node.argument, { type: 'count' })) return null
        break
      case 'AssignmentExpression':
        if (!write(node.left, writeOf(node))) return null
        break
      case 'AwaitExpression':
        if (!isThereAlready(node.argument)) return null
        awaits = true
        break
      case 'CallExpression':
      case 'NewExpression':
      case 'TaggedTemplateExpression':
        calls.push(node)
        if (calls.length > mostCalls) return null
        break
      default:
        if (!transparent.has(node.type)) return null
        if (node.type === 'UnaryExpression' && node.operator === 'delete') return null
    }
    pending.push(...childrenOf(node, file).toReversed())
  }
  return { calls, writes, tests, leaves, awaits }
}

function ownVariable(target: TSESTree.Node, file: FileBuilder): number | null {
  if (target.type !== 'Identifier') return null
  const variable = file.bindings.variableOf(target)
  return variable !== null && file.bindings.ownerOf(variable) === file.frame.node ? variable : null
}

function writeOf({ operator, right }: TSESTree.AssignmentExpression): Write {
  if (operator === '=') return { type: 'value', value: right, isOfItself: false }
  const isCount = (operator === '+=' || operator === '-=') && right.type === 'Literal'
  return isCount ? { type: 'count' } : { type: 'value', value: right, isOfItself: true }
}

/** `await null` and `await Promise.resolve()` go on before the event loop turns. */
function isThereAlready(awaited: TSESTree.Node): boolean {
  const value = unwrap(awaited)
  if (value.type === 'Literal' || value.type === 'ObjectExpression') return true
  if (literalText(value) !== null) return true
  if (value.type === 'Identifier') return value.name === 'undefined'
  if (value.type === 'UnaryExpression') return value.operator === 'void' && value.argument.type === 'Literal'
  if (value.type !== 'CallExpression' || value.callee.type !== 'MemberExpression') return false
  const { object, property } = value.callee
  const isResolve = property.type === 'Identifier' && property.name === 'resolve'
  const [argument] = value.arguments
  return (
    object.type === 'Identifier' &&
    object.name === 'Promise' &&
    isResolve &&
    (argument === undefined || isThereAlready(argument))
  )
}

/** The parts of a node that run, in the order of the text. */
export function childrenOf(node: TSESTree.Node, file: FileBuilder): readonly TSESTree.Node[] {
  const isNamed = node.type === 'MemberExpression' || node.type === 'Property'
  return (file.source.visitorKeys[node.type] ?? []).flatMap((key) => {
    if (key.startsWith('type') && key !== 'typeName') return []
    if (isNamed && !node.computed && (key === 'property' || key === 'key')) return []
    const child = (node as unknown as Record<string, unknown>)[key]
    return (Array.isArray(child) ? child : [child]).filter(isNode)
  })
}

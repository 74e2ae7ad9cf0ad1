import type { TSESTree } from '@typescript-eslint/utils'
import { unwrap } from './positions.js'

/** Whether a part of a node runs only under a condition, or any number of times. */
export function isBranch(node: TSESTree.Node, parent: TSESTree.Node | null): boolean {
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'SwitchCase':
      return node !== parent.test
    case 'LogicalExpression':
      return node === parent.right
    case 'TryStatement':
      return node === parent.handler
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return node === parent.body
    default:
      return false
  }
}

/** Whether what follows a statement is left out sometimes: `if (isReady) return`. */
export function mayLeave(statement: TSESTree.Node): boolean {
  if (statement.type !== 'IfStatement') return false
  return [statement.consequent, statement.alternate].some(leaves)
}

/** Whether a branch ends with `return` or `throw`. */
export function leaves(branch: TSESTree.Node | null): boolean {
  const last = branch?.type === 'BlockStatement' ? branch.body.at(-1) : branch
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement'
}

/** `process.exit()` or `process.abort()` as a statement of its own. */
export function isProcessEnd(statement: TSESTree.Node): boolean {
  if (statement.type !== 'ExpressionStatement') return false
  const call = unwrap(statement.expression)
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false
  const { object, property } = call.callee
  if (object.type !== 'Identifier' || object.name !== 'process') return false
  return property.type === 'Identifier' && ['exit', 'abort'].includes(property.name)
}

import type { TSESTree } from '@typescript-eslint/utils'
import { leaves } from './branches.js'
import type { FileBuilder } from './file-builder.js'
import { isNothing, isText } from './nothing.js'
import { unwrap } from './positions.js'

const none: readonly number[] = []

/** Both, made anew only when there is more. */
export function withOmitted(before: readonly number[], more: readonly number[]): readonly number[] {
  return more.length === 0 ? before : [...before, ...more]
}

/**
 * The parameters that hold nothing where a part of a node runs: `callback` in `readSync()` of
 * `callback ? read(callback) : readSync()`.
 */
export function omittedIn(
  node: TSESTree.Node,
  parent: TSESTree.Node | null,
  file: FileBuilder,
): readonly number[] {
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      if (node === parent.test) return none
      return omittedWhen(parent.test, node === parent.consequent, file)
    case 'LogicalExpression':
      if (node !== parent.right) return none
      return omittedWhen(parent.left, parent.operator === '&&', file)
    default:
      return none
  }
}

/** The parameters that hold nothing after a statement: `callback` after `if (callback) return read(callback)`. */
export function omittedAfter(statement: TSESTree.Node, file: FileBuilder): readonly number[] {
  if (statement.type !== 'IfStatement' || statement.alternate !== null) return []
  return leaves(statement.consequent) ? omittedWhen(statement.test, false, file) : []
}

/** The parameters that a test has found to hold nothing when it comes out so. */
function omittedWhen(test: TSESTree.Node, outcome: boolean, file: FileBuilder): readonly number[] {
  const expression = unwrap(test)
  if (expression.type === 'LogicalExpression') {
    // Of `a && b` both have come out true, or one of them false.
    if ((expression.operator === '&&') !== outcome) return []
    return [expression.left, expression.right].flatMap((side) => omittedWhen(side, outcome, file))
  }
  if (expression.type === 'UnaryExpression' && expression.operator === '!') {
    return omittedWhen(expression.argument, !outcome, file)
  }
  if (expression.type !== 'BinaryExpression') return outcome ? [] : parameterAt(expression, file)
  const isEqual = ['===', '=='].includes(expression.operator)
  if (!isEqual && !['!==', '!='].includes(expression.operator)) return []
  const left = unwrap(expression.left)
  if (left.type === 'UnaryExpression' && left.operator === 'typeof') {
    const asksForNothing = isText(expression.right, 'undefined')
    if (!asksForNothing && !isText(expression.right, 'function')) return []
    return (isEqual === outcome) === asksForNothing ? parameterAt(left.argument, file) : []
  }
  return isNothing(expression.right) && isEqual === outcome ? parameterAt(left, file) : []
}

function parameterAt(node: TSESTree.Node, file: FileBuilder): readonly number[] {
  const place = unwrap(node)
  if (place.type !== 'Identifier') return []
  const variable = file.bindings.variableOf(place)
  return variable !== null && file.bindings.isParameter(variable) ? [variable] : []
}

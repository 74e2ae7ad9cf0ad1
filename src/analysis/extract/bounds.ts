import type { TSESTree } from '@typescript-eslint/utils'
import { mayLeave } from './branches.js'
import type { FileBuilder } from './file-builder.js'
import { placeOf } from './memo.js'
import { unwrap } from './positions.js'

const relations = new Set(['<', '<=', '>', '>='])

/** Whether a part of a node runs only for so many of something: see `comparesCount`. */
export function dependsOnCount(
  node: TSESTree.Node,
  parent: TSESTree.Node | null,
  file: FileBuilder,
): boolean {
  if (parent?.type !== 'IfStatement' && parent?.type !== 'WhileStatement') return false
  return node !== parent.test && comparesCount(parent.test, file)
}

/**
 * Whether a test compares how many there are of something that outlives the function: `workers.length < size`,
 * `running >= limit` where `running` goes up and down. What follows from it does not happen any number of times.
 */
function comparesCount(test: TSESTree.Node, file: FileBuilder): boolean {
  const expression = unwrap(test)
  if (expression.type === 'LogicalExpression') {
    return comparesCount(expression.left, file) || comparesCount(expression.right, file)
  }
  if (expression.type !== 'BinaryExpression' || !relations.has(expression.operator)) return false
  return [expression.left, expression.right].some((side) => isCount(side, file))
}

/** Whether the statements after `if (isBusy) return` set what it asks for, so that they run once at a time. */
export function leavesWhenBusy(
  statement: TSESTree.Node,
  following: readonly TSESTree.Node[],
  file: FileBuilder,
): boolean {
  if (statement.type !== 'IfStatement' || !mayLeave(statement)) return false
  if (comparesCount(statement.test, file)) return true
  const flag = flagIn(statement.test, file)
  if (flag === null) return false
  return following.some((next) => sets(next, flag, file))
}

function flagIn(test: TSESTree.Node, file: FileBuilder): string | null {
  const expression = unwrap(test)
  if (expression.type !== 'BinaryExpression') return placeOf(expression, file)
  const { operator, right } = expression
  const isTrue = right.type === 'Literal' && right.value === true
  return isTrue && ['===', '=='].includes(operator) ? placeOf(expression.left, file) : null
}

function isCount(node: TSESTree.Node, file: FileBuilder): boolean {
  const place = placeOf(node, file)
  if (place === null) return false
  if (/\.(length|size)$/.test(place)) return true
  const text = file.textWithoutSpace
  return ['++', '--', '+=1', '-=1'].some((step) => text.includes(place + step)) ||
    ['++', '--'].some((step) => text.includes(step + place))
}

/** Whether a place is given something that is there: no `null`, and nothing that it is compared with. */
function sets(node: TSESTree.Node, place: string, file: FileBuilder): boolean {
  const text = textOf(node, file)
  const assignment = `${place}=`
  for (let at = text.indexOf(assignment); at !== -1; at = text.indexOf(assignment, at + 1)) {
    if (!/^(=|null|false|undefined|void)/.test(text.slice(at + assignment.length))) return true
  }
  return false
}

function textOf(node: TSESTree.Node, file: FileBuilder): string {
  return file.source.text.slice(...node.range).replace(/\s+/g, '')
}

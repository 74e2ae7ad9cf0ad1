import type { TSESTree } from '@typescript-eslint/utils'
import { mayLeave } from './branches.js'
import type { FileBuilder } from './file-builder.js'
import { placeOf } from './memo.js'
import { sourceOf } from './offsets.js'
import { unwrap } from './positions.js'

const relations = new Set(['<', '<=', '>', '>=', '===', '!==', '==', '!='])
const orders = new Set(['<', '<=', '>', '>='])

/** Whether a part of a node runs only for so many of something, or once for each key of a map. */
export function dependsOnCount(
  node: TSESTree.Node,
  parent: TSESTree.Node | null,
  file: FileBuilder,
): boolean {
  if (parent?.type !== 'IfStatement' && parent?.type !== 'WhileStatement') return false
  if (node === parent.test) return false
  if (comparesCount(parent.test, file)) return true
  return parent.type === 'IfStatement' && keepsInMap(parent.test, [node], file)
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
  if (expression.type !== 'BinaryExpression') return isLength(expression, file)
  const { operator, left, right } = expression
  if (!relations.has(operator)) return false
  // Equality with a counter asks for one of its values, equality with a length for an empty list.
  const counts = orders.has(operator) ? isCount : isLength
  return [left, right].some((side) => counts(side, file))
}

/** Whether the statements after `if (isBusy) return` set what it asks for, so that they run once at a time. */
export function leavesWhenBusy(
  statement: TSESTree.Node,
  following: readonly TSESTree.Node[],
  file: FileBuilder,
): boolean {
  if (statement.type !== 'IfStatement' || !mayLeave(statement)) return false
  if (comparesCount(statement.test, file) || keepsInMap(statement.test, following, file)) return true
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

/** Whether it is the length of something that outlives the function. */
function isLength(node: TSESTree.Node, file: FileBuilder): boolean {
  return /\.(length|size)$/.test(placeOf(node, file) ?? '')
}

function isCount(node: TSESTree.Node, file: FileBuilder): boolean {
  const place = placeOf(node, file)
  if (place === null) return false
  if (isLength(node, file)) return true
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
  return sourceOf(node, file.source.text).replace(/\s+/g, '')
}

/**
 * Whether what follows keeps in a map what a test has not found there: `let pool = pools.get(key)`, then
 * `if (!pool) { pool = open(); pools.set(key, pool) }` or `if (pool) return pool`.
 */
function keepsInMap(
  test: TSESTree.Node,
  following: readonly TSESTree.Node[],
  file: FileBuilder,
): boolean {
  const local = localIn(test)
  const map = local === null ? undefined : file.mapsRead.get(local)
  return map !== undefined && following.some((node) => textOf(node, file).includes(`${map}.set(`))
}

function localIn(test: TSESTree.Node): string | null {
  const expression = unwrap(test)
  if (expression.type === 'Identifier') return expression.name
  if (expression.type === 'UnaryExpression') return localIn(expression.argument)
  return expression.type === 'BinaryExpression' ? localIn(expression.left) : null
}

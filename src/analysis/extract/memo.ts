import type { TSESTree } from '@typescript-eslint/utils'
import type { FileBuilder } from './file-builder.js'
import { isNothing, isText } from './nothing.js'
import { sourceOf } from './offsets.js'
import { keyName, unwrap } from './positions.js'

/** Where the value of a call is kept, so that it is not called again. */
export interface Memo {
  /** There is a value for each key. */
  readonly byKey: boolean
}

/** The memo at a place that was found by its text, or by a test of `place.has(key)`. */
export function memoOf(place: string, test: TSESTree.Node | null = null): Memo {
  return { byKey: place.includes('[') || (test !== null && asksForKey(test)) }
}

function asksForKey(test: TSESTree.Node): boolean {
  const expression = unwrap(test)
  return expression.type === 'UnaryExpression' && unwrap(expression.argument).type === 'CallExpression'
}

/**
 * What a test finds empty: the source text of `x` in `!x`, `x === undefined`, `x == null`,
 * `typeof x === 'undefined'` and `!x.has(key)`; null for any other test.
 */
export function emptyWhenTrue(test: TSESTree.Node, file: FileBuilder): string | null {
  const expression = unwrap(test)
  if (expression.type === 'UnaryExpression' && expression.operator === '!') {
    const operand = unwrap(expression.argument)
    if (operand.type === 'CallExpression' && operand.callee.type === 'MemberExpression') {
      const method = keyName(operand.callee.property, operand.callee.computed)
      return method === 'has' ? placeOf(operand.callee.object, file) : null
    }
    return placeOf(operand, file)
  }
  if (expression.type !== 'BinaryExpression') return null
  if (expression.operator !== '===' && expression.operator !== '==') return null
  const left = unwrap(expression.left)
  if (left.type === 'UnaryExpression' && left.operator === 'typeof') {
    return isText(expression.right, 'undefined') ? placeOf(left.argument, file) : null
  }
  return isNothing(expression.right) ? placeOf(left, file) : null
}

/** The text of `x` in `if (x) return x`, the early return of a kept value. */
export function keptByEarlyReturn(statement: TSESTree.Node, file: FileBuilder): string | null {
  if (statement.type !== 'IfStatement') return null
  const { consequent } = statement
  const exit = consequent.type === 'BlockStatement' ? consequent.body[0] : consequent
  if (exit?.type !== 'ReturnStatement') return null
  const test = unwrap(statement.test)
  if (test.type === 'BinaryExpression' && (test.operator === '!==' || test.operator === '!=')) {
    return isNothing(test.right) ? placeOf(test.left, file) : null
  }
  return placeOf(test, file)
}

/** Whether the text assigns to the place, or stores into the map that it names. */
export function fills(node: TSESTree.Node | undefined, place: string, file: FileBuilder): boolean {
  if (node === undefined) return false
  const text = sourceOf(node, file.source.text).replace(/\s+/g, '')
  return ['=', '||=', '??=', '.set(', '['].some((use) => {
    const at = text.indexOf(place + use)
    return at !== -1 && !text.startsWith(`${place}==`, at)
  })
}

/** Whether something is assigned to a place anywhere in the file: start-up fills it, and until then there is another way. */
export function isFilledElsewhere(place: string, file: FileBuilder): boolean {
  const text = file.textWithoutSpace
  const assignment = `${place}=`
  for (let at = text.indexOf(assignment); at !== -1; at = text.indexOf(assignment, at + 1)) {
    if (text[at + assignment.length] !== '=') return true
  }
  return false
}

/**
 * The text of a variable or member that outlives the function being walked, or null: a value kept in a
 * local variable or on a parameter is not there any more when the next request comes.
 */
export function placeOf(node: TSESTree.Node, file: FileBuilder): string | null {
  const place = unwrap(node)
  let base = place
  while (base.type === 'MemberExpression') base = unwrap(base.object)
  if (base.type === 'Identifier') {
    const variable = file.bindings.variableOf(base)
    if (variable !== null && file.bindings.ownerOf(variable) === file.frame.node) return null
  } else if (base.type !== 'ThisExpression') {
    return null
  }
  return sourceOf(place, file.source.text).replace(/\s+/g, '')
}

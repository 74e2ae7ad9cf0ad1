import type { TSESTree } from '@typescript-eslint/utils'
import type { Reference } from '../facts.js'
import type { FileBuilder } from './file-builder.js'
import { keyName, unwrap } from './positions.js'

const lastNamesOfRunners = /to_?generator\d*$|^default$|^mark$|^m$/i
const generatorRunners = /(^|[._])_?async_?to_?generator\d*(\.default)?$/i

/** The generator in `__awaiter(this, void 0, void 0, function* () { … })`, as TypeScript writes async functions. */
export function awaitedGenerator(node: TSESTree.Node): TSESTree.Node | null {
  if (node.type !== 'CallExpression') return null
  const generator = node.arguments[3]
  if (generator?.type !== 'FunctionExpression') return null
  return nameOf(node.callee).split('.').at(-1) === '__awaiter' ? generator : null
}

/**
 * The generator in `_asyncToGenerator(function* () { … })` and `_regeneratorRuntime().mark(function …)`, as Babel
 * and SWC write async functions: what the call gives stands for it.
 */
export function wrappedGenerator(node: TSESTree.Node): TSESTree.Expression | null {
  if (node.type !== 'CallExpression') return null
  const [generator] = node.arguments
  if (generator === undefined || generator.type === 'SpreadElement') return null
  // Every call of a file is asked, and putting together a whole name takes long.
  if (!lastNamesOfRunners.test(lastNameOf(node.callee))) return null
  return generatorRunners.test(nameOf(node.callee)) || isMark(node.callee) ? generator : null
}

/** Whether a generator is an async function that was compiled: it returns what it returns, and yields what it awaits. */
export function isCompiledAsync(node: TSESTree.Node, parent: TSESTree.Node | null): boolean {
  if (parent === null) return false
  return awaitedGenerator(parent) === node || wrappedGenerator(parent) === node
}

/** What a compiled async function comes to. */
export function awaitedResult(node: TSESTree.CallExpression, file: FileBuilder): Reference | null {
  const generator = awaitedGenerator(node)
  return generator === null ? null : { type: 'either', options: file.returnsOf(generator) }
}

function isMark(callee: TSESTree.Node): boolean {
  const expression = unwrap(callee)
  if (expression.type !== 'MemberExpression') return false
  const object = unwrap(expression.object)
  const name = nameOf(object.type === 'CallExpression' ? object.callee : object)
  const method = keyName(expression.property, expression.computed)
  return /regenerator/i.test(name) && (method === 'mark' || method === 'm')
}

function lastNameOf(callee: TSESTree.Node): string {
  const expression = unwrap(callee)
  if (expression.type === 'SequenceExpression') return lastNameOf(expression.expressions.at(-1) ?? callee)
  if (expression.type === 'Identifier') return expression.name
  return expression.type === 'MemberExpression' ? (keyName(expression.property, expression.computed) ?? '') : ''
}

/** `tslib_1.__awaiter` of `(0, tslib_1.__awaiter)`. */
function nameOf(callee: TSESTree.Node): string {
  const expression = unwrap(callee)
  if (expression.type === 'SequenceExpression') return nameOf(expression.expressions.at(-1) ?? callee)
  if (expression.type === 'Identifier') return expression.name
  if (expression.type !== 'MemberExpression') return ''
  const property = keyName(expression.property, expression.computed) ?? ''
  return `${nameOf(expression.object)}.${property}`
}

import type { TSESTree } from '@typescript-eslint/utils'
import type { Range } from '../facts.js'

/** A node's place, with columns counted from 1. */
export function rangeOf(node: TSESTree.Node): Range {
  const { start, end } = node.loc
  return [start.line, start.column + 1, end.line, end.column + 1]
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

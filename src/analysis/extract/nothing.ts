import type { TSESTree } from '@typescript-eslint/utils'
import { unwrap } from './positions.js'

/** `undefined` or `null`. */
export function isNothing(node: TSESTree.Node): boolean {
  const expression = unwrap(node)
  if (expression.type === 'Identifier') return expression.name === 'undefined'
  return expression.type === 'Literal' && expression.value === null
}

export function isText(node: TSESTree.Node, text: string): boolean {
  return node.type === 'Literal' && node.value === text
}

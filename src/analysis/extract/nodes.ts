import type { TSESTree } from '@typescript-eslint/utils'

export type FunctionNode =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression

/** By the type of a node: which of its members hold what it is made of. */
export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>

// Type syntax runs nothing; these wrappers and declarations hold code.
const codeInTypeScript = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSParameterProperty',
  'TSModuleDeclaration',
  'TSModuleBlock',
  'TSEnumDeclaration',
  'TSEnumBody',
  'TSEnumMember',
])

export function isOnlyType({ type }: TSESTree.Node): boolean {
  return type.startsWith('TS') && !codeInTypeScript.has(type)
}

export function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

export function isFunction(node: TSESTree.Node): node is FunctionNode {
  return (
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionExpression' ||
    node.type === 'FunctionDeclaration'
  )
}

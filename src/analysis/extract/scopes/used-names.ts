// Names that are used by what is no expression.
import type { TSESTree } from '@typescript-eslint/utils'
import { BOTH, type Meaning, type Scopes, TYPE, VALUE } from './scopes.js'

/** `export { a, type B }` of names of the file. */
export function useExports({ specifiers, exportKind }: TSESTree.ExportNamedDeclaration, scopes: Scopes): void {
  for (const { local, exportKind: ownKind } of specifiers) {
    if (local.type !== 'Identifier') continue
    scopes.use(local, exportKind === 'type' || ownKind === 'type' ? TYPE : BOTH)
  }
}

/** The first name of `a.b.c`. */
export function useEntity(entity: TSESTree.EntityName, meaning: Meaning, scopes: Scopes): void {
  let name = entity
  while (name.type === 'TSQualifiedName') name = name.left
  if (name.type === 'Identifier') scopes.use(name, meaning)
}

/** The name of an element, unless it is one of HTML's. */
export function useElementName(node: TSESTree.JSXTagNameExpression, scopes: Scopes): void {
  let name = node
  while (name.type === 'JSXMemberExpression') name = name.object
  if (name.type !== 'JSXIdentifier' || name.name === 'this') return
  // Without a member, a name in lower case is HTML's.
  if (name !== node || !/^[a-z]/.test(name.name)) scopes.use(name, VALUE)
}

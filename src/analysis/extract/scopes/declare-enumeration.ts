import type { TSESTree } from '@typescript-eslint/utils'
import { BOTH, type Scopes } from './scopes.js'

/** Declares an enumeration and, for what their values are computed from, its members. */
export function declareEnumeration(
  node: TSESTree.TSEnumDeclaration,
  scopes: Scopes,
  visit: (value: TSESTree.Node) => void,
): void {
  scopes.declare(node.id, BOTH)
  scopes.open(null)
  for (const { id, initializer } of membersOf(node)) {
    if (id.type === 'Identifier') scopes.declare(id, BOTH)
    else if (id.type === 'Literal') scopes.declareText(id.value, BOTH)
    if (initializer) visit(initializer)
  }
  scopes.close()
}

/** Before version 8, the parser of TypeScript gave the members without a body. */
function membersOf(node: TSESTree.TSEnumDeclaration): readonly TSESTree.TSEnumMember[] {
  const { body } = node as { body?: TSESTree.TSEnumBody }
  // Since then, a mere look at the old property is warned of.
  return body === undefined ? node.members : body.members
}

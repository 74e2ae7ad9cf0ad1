import type { TSESTree } from '@typescript-eslint/utils'
import type { FileBuilder } from './file-builder.js'
import { destructuredNames } from './patterns.js'
import { keyName, unwrap } from './positions.js'

/** Notes which member of a variable is used: of parameters it tells what they are. */
export function noteMember(node: TSESTree.MemberExpression, file: FileBuilder): void {
  const object = unwrap(node.object)
  const property = keyName(node.property, node.computed)
  if (object.type !== 'Identifier' || property === null) return
  const variable = file.bindings.variableOf(object)
  if (variable !== null) file.useMember(variable, property)
}

/** Notes the members of a variable that a pattern takes out of it. */
export function noteDestructured(value: TSESTree.Node, pattern: TSESTree.Node, file: FileBuilder): void {
  const object = unwrap(value)
  if (object.type !== 'Identifier') return
  const variable = file.bindings.variableOf(object)
  if (variable === null) return
  for (const name of destructuredNames(pattern)) file.useMember(variable, name)
}

import type { TSESTree } from '@typescript-eslint/utils'
import type { Reference } from '../facts.js'
import { mayBeCalled } from './collections.js'
import type { FileBuilder } from './file-builder.js'
import { keyName, unwrap } from './positions.js'
import { calleeReferenceTo, referenceTo, typeReferenceTo, unknown } from './references.js'

/** Records that a value is assigned to a name, a member or each part of a destructuring pattern. */
export function assign(target: TSESTree.Node, value: Reference, file: FileBuilder): void {
  const pattern = unwrap(target)
  switch (pattern.type) {
    case 'Identifier':
      file.bindings.write(pattern, value)
      if (pattern.typeAnnotation) {
        file.bindings.annotate(pattern, typeReferenceTo(pattern.typeAnnotation.typeAnnotation, file))
      }
      return
    case 'MemberExpression': {
      const property = keyName(pattern.property, pattern.computed)
      if (property === null && !mayBeCalled(value)) return
      const object = calleeReferenceTo(pattern.object, file)
      file.propertyWrites.push({ object, property, value })
      return
    }
    case 'AssignmentPattern':
      assign(
        pattern.left,
        { type: 'either', options: [value, referenceTo(pattern.right, file)] },
        file,
      )
      return
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') assign(property.argument, value, file)
        else assign(property.value, partOf(value, property, file), file)
      }
      return
    case 'ArrayPattern':
      pattern.elements.forEach((element, index) => {
        if (element === null) return
        if (element.type === 'RestElement') assign(element.argument, unknown, file)
        else assign(element, { type: 'member', object: value, property: String(index) }, file)
      })
      return
    case 'RestElement':
      // Of a parameter: the list of what is passed from there on, which linking does not take apart.
      assign(pattern.argument, value, file)
      return
    case 'TSParameterProperty':
      assign(pattern.parameter, value, file)
  }
}

/** The names that a pattern takes out of what it destructures. */
export function destructuredNames(pattern: TSESTree.Node): readonly string[] {
  if (pattern.type === 'AssignmentPattern') return destructuredNames(pattern.left)
  if (pattern.type !== 'ObjectPattern') return []
  return pattern.properties.flatMap((property) => {
    const name = property.type === 'Property' ? keyName(property.key, property.computed) : null
    return name === null ? [] : [name]
  })
}

function partOf(object: Reference, property: TSESTree.Property, file: FileBuilder): Reference {
  const name = keyName(property.key, property.computed)
  if (name !== null) return { type: 'member', object, property: name }
  return { type: 'computed', object, key: referenceTo(property.key, file) }
}

/** What a loop assigns to: `item` of `for (const item of items)`. */
export function loopTarget(left: TSESTree.Node): TSESTree.Node {
  return left.type === 'VariableDeclaration' ? (left.declarations[0]?.id ?? left) : left
}

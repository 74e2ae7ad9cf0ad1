import type { TSESTree } from '@typescript-eslint/utils'
import { compact } from '../compact.js'
import type { ObjectFacts, PropertyFacts } from '../facts.js'
import type { FileBuilder } from './file-builder.js'
import { keyName } from './positions.js'
import { referenceTo } from './references.js'

/** Records what an object literal holds. */
export function recordObject(node: TSESTree.ObjectExpression, file: FileBuilder): void {
  const properties: PropertyFacts[] = []
  const spreads: ObjectFacts['spreads'][number][] = []
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      spreads.push({ value: referenceTo(property.argument, file), range: file.positions.rangeOf(property) })
      continue
    }
    file.literals.set(property, file.objects.idOf(node))
    const forms = { get: 'getter', set: 'setter', init: 'value' } as const
    const name = keyName(property.key, property.computed)
    properties.push({
      name,
      ...(name === null ? { key: referenceTo(property.key, file) } : {}),
      form: forms[property.kind],
      value: referenceTo(property.value, file),
      range: file.positions.rangeOf(property.value),
    })
  }
  file.objects.set(node, { array: false, properties: compact(properties), spreads: compact(spreads) })
}

/** Records what an array literal holds. */
export function recordArray(node: TSESTree.ArrayExpression, file: FileBuilder): void {
  const properties: PropertyFacts[] = []
  const spreads: ObjectFacts['spreads'][number][] = []
  for (const [index, element] of node.elements.entries()) {
    if (element === null) continue
    if (element.type === 'SpreadElement') {
      spreads.push({ value: referenceTo(element.argument, file), range: file.positions.rangeOf(element) })
      continue
    }
    const value = referenceTo(element, file)
    properties.push({ name: String(index), form: 'value', value, range: file.positions.rangeOf(element) })
  }
  file.objects.set(node, { array: true, properties: compact(properties), spreads: compact(spreads) })
}

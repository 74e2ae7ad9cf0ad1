import type { TSESTree } from '@typescript-eslint/utils'
import type { ObjectFacts, PropertyFacts, PropertyWrite, Reference } from '../facts.js'
import type { FileBuilder } from './file-builder.js'
import { keyName, unwrap } from './positions.js'
import { calleeReferenceTo, referenceTo } from './references.js'

type CollectionForm = NonNullable<ObjectFacts['collection']>

// No weak ones: compilers keep private fields in them, and all of these go through the same few functions.
const forms: ReadonlyMap<string, CollectionForm> = new Map([
  ['Map', 'map'],
  ['Set', 'set'],
])

/** Which of JavaScript's own collections an expression makes; null for any other. */
export function collectionForm(
  { callee }: TSESTree.NewExpression,
  file: FileBuilder,
): CollectionForm | null {
  if (callee.type !== 'Identifier' || file.bindings.variableOf(callee) !== null) return null
  return forms.get(callee.name) ?? null
}

/** Records what `new Map([['menu', show]])` and `new Set([show])` begin with. */
export function recordCollection(node: TSESTree.NewExpression, file: FileBuilder): void {
  const collection = collectionForm(node, file)
  if (collection === null) return
  const [list] = node.arguments
  const written = list === undefined ? null : unwrap(list)
  const items = written?.type === 'ArrayExpression' ? written.elements : []
  const properties = items.flatMap((item, index): readonly PropertyFacts[] => {
    if (item === null || item.type === 'SpreadElement') return []
    const range = file.positions.rangeOf(item)
    if (collection === 'set') {
      return [{ name: String(index), form: 'value', value: referenceTo(item, file), range }]
    }
    const pair = unwrap(item)
    const [key, value] = pair.type === 'ArrayExpression' ? pair.elements : []
    if (!key || !value || value.type === 'SpreadElement' || key.type === 'SpreadElement') return []
    return [{ ...named(key, file), form: 'value', value: referenceTo(value, file), range }]
  })
  file.objects.set(node, { array: false, collection, properties, spreads: [] })
}

function named(key: TSESTree.Node, file: FileBuilder): Pick<PropertyFacts, 'name' | 'key'> {
  const name = keyName(key, true)
  return name === null ? { name, key: referenceTo(key, file) } : { name }
}

/** Records what `menus.set('day', show)`, `listeners.push(show)` and `listeners.add(show)` put in. */
export function recordAdditions(node: TSESTree.CallExpression, file: FileBuilder): void {
  const callee = unwrap(node.callee)
  if (callee.type !== 'MemberExpression') return
  const method = keyName(callee.property, callee.computed)
  const into = method === null ? undefined : additions.get(method)
  if (into === undefined) return
  const [key] = node.arguments
  const values = into === 'map' ? node.arguments.slice(1, 2) : node.arguments
  const property = into === 'map' && key ? keyName(key, true) : null
  for (const argument of values) {
    if (argument.type === 'SpreadElement') return
    const value = referenceTo(argument, file)
    if (!mayBeCalled(value)) continue
    const object = calleeReferenceTo(callee.object, file)
    file.propertyWrites.push({ object, property, value, into })
  }
}

const additions: ReadonlyMap<string, NonNullable<PropertyWrite['into']>> = new Map([
  ['set', 'map'],
  ['add', 'set'],
  ['push', 'array'],
  ['unshift', 'array'],
])

/** Of what is put under keys that are not known, only functions and what holds some matter. */
export function mayBeCalled({ type }: Reference): boolean {
  return type !== 'literal' && type !== 'unknown' && type !== 'global'
}

import type { Catalogue } from '../../catalogue/types.js'
import type { FileFacts, MemberFacts, Reference } from '../facts.js'
import { type Cells, Known } from './cells.js'
import { type Evaluator, isModuleExports } from './evaluator.js'
import { Heirs } from './heirs.js'
import { PropertyWrites } from './property-writes.js'
import {
  describedBy,
  joinPath,
  noValues,
  setOf,
  unite,
  uniteEach,
  type Value,
  type ValueSet,
} from './values.js'

type Form = 'value' | 'getter' | 'setter'

// `a.b.c.d.e` of a module is more than any catalogue path has.
const deepestPath = 5

/** Finds what a property of a value holds, through classes, literals, prototypes and later writes. */
export class MemberLookup {
  readonly #evaluator: Evaluator
  /** Objects whose elements are being looked up. */
  readonly #taken = new Set<string>()
  readonly #cells: Cells
  readonly #writes: PropertyWrites
  readonly #heirs: Heirs
  readonly #known: Readonly<Record<Form, Map<Value, Known<string>>>> = {
    value: new Map(),
    getter: new Map(),
    setter: new Map(),
  }

  constructor(evaluator: Evaluator, cells: Cells) {
    this.#evaluator = evaluator
    this.#cells = cells
    this.#writes = new PropertyWrites(evaluator, cells)
    this.#heirs = new Heirs(evaluator, cells)
  }

  addFile(facts: FileFacts, file: number): void {
    this.#writes.addFile(facts, file)
    this.#heirs.addFile(facts, file)
  }

  /** Says that these facts may come later. */
  expect(facts: FileFacts): void {
    this.#writes.expect(facts)
  }

  /** Whether a member was looked up, and not found for good, that these facts write. */
  isUnforeseen(facts: FileFacts): boolean {
    return this.#writes.hasMissed(facts)
  }

  find(objects: ValueSet, property: string, form: Form): ValueSet {
    return uniteEach(objects, (object) => {
      const found = this.#one(object, property, form)
      return found.length > 0 || object.type !== 'instance' ? found : this.#inHeirs(object, property, form)
    })
  }

  /** What an abstract class leaves to those that extend it. */
  #inHeirs(object: Value & { type: 'instance' }, property: string, form: Form): ValueSet {
    const heirs = this.#heirs.of(object).flatMap((heir) => [...setOf({ ...heir, type: 'instance' })])
    return unite(heirs.map((heir) => this.#one(heir, property, form)))
  }

  /** Everything that an array, a table or a map literal may give for an unknown key. */
  elements(objects: ValueSet): ValueSet {
    const sets: ValueSet[] = []
    for (const object of objects) {
      if (object.type === 'request') sets.push(setOf(memberOfRequest(object, '[]')))
      if (object.type !== 'object') continue
      const key = `${object.file}:${object.object}`
      if (this.#taken.has(key)) continue
      // A table may hold what is read from itself: `const rates = { sunday: rates[day] }`.
      this.#taken.add(key)
      const facts = this.#evaluator.factsOf(object.file)?.objects[object.object]
      for (const property of facts?.properties ?? []) {
        if (property.form === 'value') sets.push(this.#evaluator.values(property.value, object.file))
      }
      sets.push(this.#writes.allOf(object))
      this.#taken.delete(key)
    }
    return unite(sets)
  }

  /** What an import of this name from a file gives; `*` is everything. */
  exported(file: number, name: string): ValueSet {
    const namespace = setOf({ type: 'namespace', file })
    if (name !== '*') return this.find(namespace, name, 'value')
    return unite([namespace, this.#whole(file)])
  }

  #whole(file: number): ValueSet {
    const facts = this.#evaluator.factsOf(file)
    const whole = facts ? wholeExportsOf(facts) : []
    return unite(whole.map((value) => this.#evaluator.values(value, file)))
  }

  /** The objects on which `X.prototype.m = function` or `object.m = function` put a function. */
  ownersOf(file: number, id: number): ValueSet {
    return this.#writes.ownersOf(file, id)
  }

  #one(object: Value, property: string, form: Form): ValueSet {
    const byObject = this.#known[form]
    let byProperty = byObject.get(object)
    if (byProperty === undefined) {
      byProperty = new Known((name) => this.#find(object, name, form))
      byObject.set(object, byProperty)
    }
    return this.#cells.get(byProperty, property)
  }

  #find(object: Value, property: string, form: Form): ValueSet {
    const own = this.#own(object, property, form)
    if (form !== 'value') return own
    const found = unite([own, this.#writes.valuesOf(object, property)])
    // A table that is filled by keys: `handlers[event] = show`.
    return found.length === 0 && object.type === 'object' ? this.#writes.valuesOf(object, null) : found
  }

  #own(object: Value, property: string, form: Form): ValueSet {
    switch (object.type) {
      case 'api':
        return form === 'value'
          ? memberOfApi(object, property, this.#evaluator.catalogue)
          : noValues
      case 'request':
        return form === 'value' ? setOf(memberOfRequest(object, property)) : noValues
      case 'namespace':
        return form === 'value' ? this.#ofNamespace(object.file, property) : noValues
      case 'object':
        return this.#ofObject(object.file, object.object, property, form)
      case 'class':
        if (property === 'prototype') return setOf({ ...object, type: 'instance' })
        return this.#ofClass(object.file, object.class, property, form, true)
      case 'instance':
        return this.#ofClass(object.file, object.class, property, form, false)
      case 'function':
        return property === 'prototype' ? setOf({ ...object, type: 'made' }) : noValues
      case 'made':
      case 'literal':
        return noValues
    }
  }

  #ofNamespace(file: number, property: string): ValueSet {
    const exports = this.#evaluator.factsOf(file)?.exports ?? []
    const own = exports.filter(({ name }) => name === property)
    if (own.length > 0) return unite(own.map(({ value }) => this.#evaluator.values(value, file)))
    const whole = this.#whole(file)
    // A default import of a CommonJS module is all that it exports.
    if (property === 'default' && whole.length > 0) return whole
    const stars = property === 'default' ? [] : exports.filter(({ name }) => name === '*')
    return unite([
      this.find(whole, property, 'value'),
      ...stars.map(({ value }) => this.find(this.#evaluator.values(value, file), property, 'value')),
    ])
  }

  #ofObject(file: number, id: number, property: string, form: Form): ValueSet {
    const facts = this.#evaluator.factsOf(file)?.objects[id]
    if (facts === undefined) return noValues
    const own = facts.properties.filter(
      ({ name, key }) => name === property || (key !== undefined && this.#isKey(key, property, file)),
    )
    const sets = own
      .filter((candidate) => candidate.form === form)
      .map(({ value }) => this.#evaluator.values(value, file))
    if (form === 'value') {
      const getters = own.filter((candidate) => candidate.form === 'getter')
      sets.push(...getters.map(({ value }) => this.#returned(this.#evaluator.values(value, file))))
    }
    if (own.length === 0) {
      sets.push(
        ...facts.spreads.map(({ value }) =>
          this.find(this.#evaluator.values(value, file), property, form),
        ),
      )
    }
    return unite(sets)
  }

  /** Whether a computed key is a constant of this text. */
  #isKey(key: Reference, property: string, file: number): boolean {
    const [value, ...others] = this.#evaluator.values(key, file).values()
    return others.length === 0 && value?.type === 'literal' && String(value.value) === property
  }

  #ofClass(file: number, id: number, property: string, form: Form, isStatic: boolean): ValueSet {
    const facts = this.#evaluator.factsOf(file)?.classes[id]
    if (facts === undefined) return noValues
    const own = facts.members.filter(
      (member) => member.name === property && member.static === isStatic,
    )
    if (own.length > 0) return unite(own.map((member) => this.#memberValue(member, file, form)))
    if (facts.superClass === null) return noValues
    const parents = this.#evaluator.values(facts.superClass, file)
    return uniteEach(parents, (parent) => {
      const object = isStatic ? setOf(parent) : prototypeOf(parent)
      return this.find(object, property, form)
    })
  }

  #memberValue(member: MemberFacts, file: number, form: Form): ValueSet {
    const values = this.#evaluator.values(member.value, file)
    if (member.form === 'method' || member.form === 'field') {
      if (form !== 'value') return noValues
      if (values.length > 0 || member.type === null) return values
      return this.#evaluator.instances(member.type, file)
    }
    if (member.form === form) return values
    return member.form === 'getter' && form === 'value' ? this.#returned(values) : noValues
  }

  #returned(getters: ValueSet): ValueSet {
    return uniteEach(getters, (getter) => {
      if (getter.type !== 'function') return noValues
      const facts = this.#evaluator.factsOf(getter.file)?.functions[getter.function]
      const returns = facts?.returns ?? []
      return unite(returns.map((value) => this.#evaluator.values(value, getter.file)))
    })
  }
}

const wholeExports = new WeakMap<FileFacts, readonly Reference[]>()

/** What is assigned to `module.exports`. */
function wholeExportsOf(facts: FileFacts): readonly Reference[] {
  const known = wholeExports.get(facts)
  if (known !== undefined) return known
  const found = facts.propertyWrites.filter(isModuleExports).map(({ value }) => value)
  wholeExports.set(facts, found)
  return found
}

function memberOfApi(
  { module, path }: Value & { type: 'api' },
  property: string,
  catalogue: Catalogue,
): ValueSet {
  // `default` of a module of Node.js, or of one that a compiler wrapped, is the module itself.
  if (property === 'default' && path === '') return setOf({ type: 'api', module, path })
  const isGlobalObject = module === 'global' && (path === 'globalThis' || path === 'global')
  const member = isGlobalObject ? property : joinPath(path, property)
  if (member.split('.').length > deepestPath) return noValues
  if (path !== '' && catalogue.lookupApi(module, member) === undefined) {
    const { returns } = catalogue.lookupApi(module, path) ?? {}
    if (returns !== undefined && returns !== 'this') {
      const described = describedBy(returns, module)
      if (described.type === 'api' && catalogue.lookupModule(described.module) !== undefined) {
        return setOf({ ...described, path: joinPath(described.path, property) })
      }
    }
  }
  return setOf({ type: 'api', module, path: member })
}

function memberOfRequest(object: Value & { type: 'request' }, property: string): Value {
  if (object.path.split('.').length >= deepestPath) return object
  return { ...object, path: joinPath(object.path, property) }
}

function prototypeOf(parent: Value): ValueSet {
  if (parent.type === 'class') return setOf({ ...parent, type: 'instance' })
  if (parent.type === 'function') return setOf({ ...parent, type: 'made' })
  if (parent.type !== 'api') return noValues
  return setOf({ ...parent, path: joinPath(parent.path || 'default', 'prototype') })
}

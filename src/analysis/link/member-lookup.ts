import type { Catalogue } from '../../catalogue/types.js'
import type { MemberFacts, PropertyWrite, Reference } from '../facts.js'
import { type Evaluator, isModuleExports } from './evaluator.js'
import { Heirs } from './heirs.js'
import { describedBy, joinPath, keyOf, noValues, setOf, unite, type Value, type ValueSet } from './values.js'

type Form = 'value' | 'getter' | 'setter'

interface LocatedWrite extends PropertyWrite {
  readonly file: number
}

// `a.b.c.d.e` of a module is more than any catalogue path has.
const deepestPath = 5

/** Finds what a property of a value holds, through classes, literals, prototypes and later writes. */
export class MemberLookup {
  readonly #evaluator: Evaluator
  readonly #writes = new Map<string, LocatedWrite[]>()
  /** By file: what is assigned to `module.exports`. */
  readonly #wholeExports: (readonly Reference[])[] = []
  #memo = new Map<string, ValueSet>()
  #owners: Map<string, ValueSet> | null = null
  readonly #heirs: Heirs
  readonly #running = new Set<string>()

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator
    this.#heirs = new Heirs(evaluator)
    evaluator.files.forEach((facts, file) => {
      this.#wholeExports.push(
        facts.propertyWrites.filter(isModuleExports).map(({ value }) => value),
      )
      for (const write of facts.propertyWrites) {
        const list = this.#writes.get(write.property)
        if (list) list.push({ ...write, file })
        else this.#writes.set(write.property, [{ ...write, file }])
      }
    })
  }

  startRound(): void {
    this.#memo = new Map()
    this.#owners = null
    this.#heirs.startRound()
  }

  find(objects: ValueSet, property: string, form: Form): ValueSet {
    return unite(
      Array.from(objects, ([key, object]) => {
        const found = this.#one(object, key, property, form)
        return found.size > 0 || object.type !== 'instance'
          ? found
          : this.#inHeirs(object, property, form)
      }),
    )
  }

  /** What an abstract class leaves to those that extend it. */
  #inHeirs(object: Value & { type: 'instance' }, property: string, form: Form): ValueSet {
    return unite(
      this.#heirs.of(object).map((heir) => {
        const instance: Value = { ...heir, type: 'instance' }
        return this.#one(instance, keyOf(instance), property, form)
      }),
    )
  }

  /** Everything that an array, a table or a map literal may give for an unknown key. */
  elements(objects: ValueSet): ValueSet {
    const sets: ValueSet[] = []
    for (const object of objects.values()) {
      if (object.type === 'request') sets.push(setOf(memberOfRequest(object, '[]')))
      if (object.type !== 'object') continue
      const facts = this.#evaluator.files[object.file]?.objects[object.object]
      for (const property of facts?.properties ?? []) {
        if (property.form === 'value') sets.push(this.#evaluator.values(property.value, object.file))
      }
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
    const whole = this.#wholeExports[file] ?? []
    return unite(whole.map((value) => this.#evaluator.values(value, file)))
  }

  /** The object on which `X.prototype.m = function` or `object.m = function` put a function. */
  ownerOfMethod(file: number, id: number): ValueSet | null {
    this.#owners ??= this.#findOwners()
    return this.#owners.get(`${file}:${id}`) ?? null
  }

  #findOwners(): Map<string, ValueSet> {
    const owners = new Map<string, ValueSet>()
    this.#owners = owners
    for (const writes of this.#writes.values()) {
      for (const { object, value, file } of writes) {
        if (value.type !== 'function' || object.type === 'this') continue
        owners.set(`${file}:${value.function}`, this.#evaluator.values(object, file))
      }
    }
    return owners
  }

  #one(object: Value, key: string, property: string, form: Form): ValueSet {
    const question = `${form} ${property} ${key}`
    const known = this.#memo.get(question)
    if (known !== undefined) return known
    if (this.#running.has(question)) return noValues
    this.#running.add(question)
    const found = unite([
      this.#own(object, property, form),
      form === 'value' ? this.#written(object, key, property) : noValues,
    ])
    this.#running.delete(question)
    this.#memo.set(question, found)
    return found
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
    const exports = this.#evaluator.files[file]?.exports ?? []
    const own = exports.filter(({ name }) => name === property)
    if (own.length > 0) return unite(own.map(({ value }) => this.#evaluator.values(value, file)))
    const whole = this.#whole(file)
    // A default import of a CommonJS module is all that it exports.
    if (property === 'default' && whole.size > 0) return whole
    const stars = property === 'default' ? [] : exports.filter(({ name }) => name === '*')
    return unite([
      this.find(whole, property, 'value'),
      ...stars.map(({ value }) => this.find(this.#evaluator.values(value, file), property, 'value')),
    ])
  }

  #ofObject(file: number, id: number, property: string, form: Form): ValueSet {
    const facts = this.#evaluator.files[file]?.objects[id]
    if (facts === undefined) return noValues
    const own = facts.properties.filter(({ name }) => name === property)
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

  #ofClass(file: number, id: number, property: string, form: Form, isStatic: boolean): ValueSet {
    const facts = this.#evaluator.files[file]?.classes[id]
    if (facts === undefined) return noValues
    const own = facts.members.filter(
      (member) => member.name === property && member.static === isStatic,
    )
    if (own.length > 0) return unite(own.map((member) => this.#memberValue(member, file, form)))
    if (facts.superClass === null) return noValues
    const parents = this.#evaluator.values(facts.superClass, file)
    return unite(
      Array.from(parents.values(), (parent) => {
        const object = isStatic ? parent : prototypeOf(parent)
        return object === null ? noValues : this.#one(object, keyOf(object), property, form)
      }),
    )
  }

  #memberValue(member: MemberFacts, file: number, form: Form): ValueSet {
    const values = this.#evaluator.values(member.value, file)
    if (member.form === 'method' || member.form === 'field') {
      if (form !== 'value') return noValues
      if (values.size > 0 || member.type === null) return values
      return this.#evaluator.instances(member.type, file)
    }
    if (member.form === form) return values
    return member.form === 'getter' && form === 'value' ? this.#returned(values) : noValues
  }

  #returned(getters: ValueSet): ValueSet {
    return unite(
      Array.from(getters.values(), (getter) => {
        if (getter.type !== 'function') return noValues
        const facts = this.#evaluator.files[getter.file]?.functions[getter.function]
        const returns = facts?.returns ?? []
        return unite(returns.map((value) => this.#evaluator.values(value, getter.file)))
      }),
    )
  }

  #written(object: Value, key: string, property: string): ValueSet {
    if (object.type === 'literal' || object.type === 'request') return noValues
    const writes = this.#writes.get(property) ?? []
    const sets: ValueSet[] = []
    for (const write of writes) {
      const targets = this.#evaluator.values(write.object, write.file)
      if (targets.has(key)) sets.push(this.#evaluator.values(write.value, write.file))
    }
    return unite(sets)
  }
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

function prototypeOf(parent: Value): Value | null {
  if (parent.type === 'class') return { ...parent, type: 'instance' }
  if (parent.type === 'function') return { ...parent, type: 'made' }
  if (parent.type === 'api') return { ...parent, path: joinPath(parent.path || 'default', 'prototype') }
  return null
}

import type { Catalogue, ParameterRole } from '../../catalogue/types.js'
import type { DeclaredFunctions } from '../declared/declared-functions.js'
import type { Knowledge } from '../declared/knowledge.js'
import type { CallFacts, FileFacts, Reference, TypeReference } from '../facts.js'
import { DeclaredTypes } from './declared-types.js'
import { loadedModule } from './loaded-modules.js'
import { MemberLookup } from './member-lookup.js'
import { describedBy, joinPath, keyOf, noValues, setOf, unite, type Value, type ValueSet } from './values.js'

/** What flows into functions from outside of them; grows from round to round. */
export interface Flow {
  /** Values of parameters by `file:function:index`. */
  readonly parameters: Map<string, Map<string, Value>>
  /** Roles of the parameters of handlers by `file:function`. */
  readonly roles: Map<string, readonly ParameterRole[]>
}

/** The file of the project that a specifier means in a file, both by index; null for any other module. */
export type ResolveImport = (specifier: string, file: number) => number | null

/** Functions that give their first argument back. */
const identities = new Set(['Object.freeze', 'Object.assign', 'Object.seal', 'Promise.resolve'])

// A chain of more calls than this is generated code, and the stack is not endless.
const deepestReference = 500

/** Resolves references to values; what cannot be resolved has none. */
export class Evaluator {
  readonly files: readonly FileFacts[]
  readonly resolveImport: ResolveImport
  readonly catalogue: Catalogue
  /** What is said of the project's own functions. */
  readonly declared: DeclaredFunctions
  readonly #types: DeclaredTypes
  readonly #flow: Flow
  readonly #members: MemberLookup
  #memo = new Map<Reference, ValueSet>()
  /** What no round changes. */
  readonly #constants = new Map<Reference, ValueSet>()
  readonly #running = new Set<Reference>()

  constructor(
    files: readonly FileFacts[],
    flow: Flow,
    resolveImport: ResolveImport,
    { catalogue, functions }: Knowledge,
  ) {
    this.files = files
    this.#flow = flow
    this.resolveImport = resolveImport
    this.catalogue = catalogue
    this.declared = functions
    this.#types = new DeclaredTypes(files, resolveImport)
    this.#members = new MemberLookup(this)
  }

  /** Forgets what was resolved, after the flow has grown. */
  startRound(): void {
    this.#memo = new Map()
    this.#members.startRound()
  }

  values(reference: Reference, file: number): ValueSet {
    const known = this.#memo.get(reference) ?? this.#constants.get(reference)
    if (known !== undefined) return known
    if (isConstant(reference)) {
      const values = this.#resolve(reference, file)
      this.#constants.set(reference, values)
      return values
    }
    // A value that is defined through itself adds nothing to its other definitions.
    if (this.#running.has(reference) || this.#running.size >= deepestReference) return noValues
    this.#running.add(reference)
    const values = this.#resolve(reference, file)
    this.#running.delete(reference)
    this.#memo.set(reference, values)
    return values
  }

  member(objects: ValueSet, property: string): ValueSet {
    return this.#members.find(objects, property, 'value')
  }

  /** Everything that an array, a table or a map literal may give for an unknown key. */
  elements(objects: ValueSet): ValueSet {
    return this.#members.elements(objects)
  }

  accessors(objects: ValueSet, property: string, form: 'getter' | 'setter'): ValueSet {
    return this.#members.find(objects, property, form)
  }

  /** What a call calls: the callee, seen through `.call`, `.apply` and `.bind`. */
  callees(call: CallFacts, file: number): ValueSet {
    const direct = this.values(call.callee, file)
    if (direct.size > 0 || call.callee.type !== 'member') return direct
    const { object, property } = call.callee
    return property === 'call' || property === 'apply' ? this.values(object, file) : noValues
  }

  /** The values of a type annotation: an instance of the type, or a request object. */
  instances(type: TypeReference, file: number): ValueSet {
    const declared = this.#types.declarationOf(type.name, file)
    if (declared === null) return this.#instancesOf(this.values(type.name, file))
    // An interface or an alias of the project is known by the type it is made from, and by its classes.
    const { base } = declared
    const isMadeOfItself = base === null || base === type
    return unite([
      isMadeOfItself ? noValues : this.instances(base, declared.file),
      setOf(...this.#types.implementers(declared)),
    ])
  }

  #resolve(reference: Reference, file: number): ValueSet {
    const facts = this.files[file]
    switch (reference.type) {
      case 'variable':
        return this.#variable(reference.variable, file)
      case 'global':
        if (reference.name === 'exports') return setOf({ type: 'namespace', file })
        return setOf({ type: 'api', module: 'global', path: reference.name })
      case 'import': {
        const target = this.resolveImport(reference.specifier, file)
        if (target !== null) return this.#members.exported(target, reference.name)
        if (this.catalogue.lookupModule(reference.specifier) === undefined) return noValues
        const path = reference.name === '*' || reference.name === 'default' ? '' : reference.name
        return setOf({ type: 'api', module: reference.specifier, path })
      }
      case 'member':
        if (isModuleExports(reference)) return setOf({ type: 'namespace', file })
        return this.member(this.values(reference.object, file), reference.property)
      case 'computed': {
        const keys = [...this.values(reference.key, file).values()].filter(
          (key) => key.type === 'literal',
        )
        const objects = this.values(reference.object, file)
        if (keys.length === 0) return this.#members.elements(objects)
        return unite(keys.map((key) => this.member(objects, String(key.value))))
      }
      case 'element':
        return this.#members.elements(this.values(reference.object, file))
      case 'call': {
        const call = facts?.calls[reference.call]
        return call ? this.#result(call, file) : noValues
      }
      case 'function':
        return setOf({ type: 'function', file, function: reference.function })
      case 'class':
        return setOf({ type: 'class', file, class: reference.class })
      case 'object':
        return setOf({ type: 'object', file, object: reference.object })
      case 'this':
        return this.#receiver(reference.function, file)
      case 'super':
        return this.#superOf(reference.function, file)
      case 'parameter':
        return this.#parameter(reference.function, reference.index, file)
      case 'literal':
        return setOf({ type: 'literal', value: reference.value })
      case 'either':
        return unite(reference.options.map((option) => this.values(option, file)))
      case 'instance':
        return this.instances(reference.of, file)
      case 'unknown':
        return noValues
    }
  }

  #variable(id: number, file: number): ValueSet {
    const variable = this.files[file]?.variables[id]
    if (variable === undefined) return noValues
    const writes = variable.writes.filter(({ type }) => type !== 'literal')
    const sets = (writes.length > 0 ? writes : variable.writes).map((write) =>
      this.values(write, file),
    )
    const written = sets.length > 1 && !agree(sets) ? noValues : unite(sets)
    if (written.size > 0 || variable.type === null) return written
    return this.instances(variable.type, file)
  }

  #parameter(id: number, index: number, file: number): ValueSet {
    const facts = this.files[file]?.functions[id]
    const parameter = facts?.parameters[index]
    const sets: ValueSet[] = []
    const role = this.#flow.roles.get(`${file}:${id}`)?.[index]
    if (role !== undefined && isRequestRole(role)) {
      sets.push(setOf({ type: 'request', role, path: '' }))
    }
    const flowing = this.#flow.parameters.get(`${file}:${id}:${index}`)
    if (flowing) sets.push(flowing)
    if (parameter?.type) sets.push(this.instances(parameter.type, file))
    return unite(sets)
  }

  #receiver(id: number, file: number): ValueSet {
    const facts = this.files[file]?.functions[id]
    if (facts === undefined) return noValues
    if (facts.class !== null) return setOf({ type: 'instance', file, class: facts.class })
    const sets: ValueSet[] = [setOf({ type: 'made', file, function: id })]
    if (facts.object !== null) sets.push(setOf({ type: 'object', file, object: facts.object }))
    const owner = this.#members.ownerOfMethod(file, id)
    if (owner !== null) sets.push(owner)
    return unite(sets)
  }

  #superOf(id: number, file: number): ValueSet {
    const facts = this.files[file]?.functions[id]
    const superClass = this.files[file]?.classes[facts?.class ?? -1]?.superClass
    if (!superClass) return noValues
    const values = this.values(superClass, file)
    // `super()` calls the class, `super.method()` reads from an instance of it.
    return unite([values, this.#instancesOf(values)])
  }

  #instancesOf(types: ValueSet): ValueSet {
    return unite(Array.from(types.values(), (type) => instanceOf(type, this.catalogue)))
  }

  #result(call: CallFacts, file: number): ValueSet {
    if (call.callee.type === 'member') {
      const { object, property } = call.callee
      if (property === 'bind') return this.values(object, file)
    }
    const loaded = loadedModule(call, file, this)
    if (loaded !== null) return loaded
    const callees = [...this.callees(call, file).values()]
    return unite(callees.map((callee) => this.#resultOf(callee, call, file)))
  }

  #resultOf(callee: Value, call: CallFacts, file: number): ValueSet {
    if (callee.type === 'class') return setOf({ ...callee, type: 'instance' })
    if (callee.type === 'function') {
      const returns = this.files[callee.file]?.functions[callee.function]?.returns ?? []
      const sets = returns.map((value) => this.values(value, callee.file))
      if (call.form === 'new') sets.push(setOf({ ...callee, type: 'made' }))
      return unite(sets)
    }
    if (callee.type !== 'api') return noValues
    const { returns } = this.catalogue.lookupApi(callee.module, callee.path || 'default') ?? {}
    const givesArgument =
      returns === 'argument' || (callee.module === 'global' && identities.has(callee.path))
    if (givesArgument) {
      const [argument] = call.arguments
      return argument ? this.values(argument, file) : noValues
    }
    if (returns === 'this' && call.callee.type === 'member') {
      return this.values(call.callee.object, file)
    }
    if (returns !== undefined && returns !== 'this') return setOf(describedBy(returns, callee.module))
    if (call.form !== 'new' || callee.module === 'global') return noValues
    return setOf({ ...callee, path: joinPath(callee.path || 'default', 'prototype') })
  }
}

export function isRequestRole(role: ParameterRole): boolean {
  return ['request', 'response', 'context', 'socket'].includes(role)
}

function instanceOf(value: Value, catalogue: Catalogue): ValueSet {
  if (value.type === 'class') return setOf({ ...value, type: 'instance' })
  if (value.type !== 'api') return noValues
  const role = catalogue.lookupRequestType(value.module, value.path)
  if (role !== undefined) return setOf({ type: 'request', role, path: '' })
  return setOf({ ...value, path: joinPath(value.path || 'default', 'prototype') })
}

/** `module.exports` */
export function isModuleExports({
  object,
  property,
}: {
  readonly object: Reference
  readonly property: string
}): boolean {
  return object.type === 'global' && object.name === 'module' && property === 'exports'
}

function isConstant({ type }: Reference): boolean {
  return (
    type === 'function' ||
    type === 'class' ||
    type === 'object' ||
    type === 'literal' ||
    type === 'global' ||
    type === 'unknown'
  )
}

/** Whether all writes of a variable are known and interchangeable; if not, the variable is unknown. */
function agree(sets: readonly ValueSet[]): boolean {
  if (sets.some((set) => set.size === 0)) return false
  const values = sets.flatMap((set) => [...set.values()])
  const areObjects = values.every(
    (value) => value.type === 'api' && value.path.endsWith('.prototype'),
  )
  return areObjects || new Set(values.map(keyOf)).size === 1
}

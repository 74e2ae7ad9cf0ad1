import type { Catalogue, ParameterRole } from '../../catalogue/types.js'
import type { DeclaredFunctions } from '../declared/declared-functions.js'
import type { Knowledge } from '../declared/knowledge.js'
import type { CallFacts, FileFacts, Reference, TypeReference } from '../facts.js'
import { type Cells, Known, ValueCell } from './cells.js'
import { resultOf } from './call-results.js'
import { pairedValues, takenFrom } from './collections.js'
import { DeclaredTypes, type TypeDeclaration } from './declared-types.js'
import { agree, instanceOf } from './interchangeable.js'
import { loadedModule } from './loaded-modules.js'
import { MemberLookup } from './member-lookup.js'
import { type Flow, thisIndex } from './flow.js'
import { functionKey } from './program.js'
import {
  literalSet,
  noValues,
  numberedSet,
  setOf,
  unite,
  uniteEach,
  type ValueSet,
} from './values.js'

/** The file of the project that a specifier means in a file, both by index; null for any other module. */
export type ResolveImport = (specifier: string, file: number) => number | null

/** By the number of the variable, call or function. */
interface KnownOfFile {
  readonly variables: Known<number>
  readonly results: Known<number>
  readonly receivers: Known<number>
}

/** Resolves references to values; what cannot be resolved has none. */
export class Evaluator {
  readonly files: FileFacts[]
  readonly resolveImport: ResolveImport
  readonly catalogue: Catalogue
  /** What is said of the project's own functions. */
  readonly declared: DeclaredFunctions
  readonly #types: DeclaredTypes
  readonly #flow: Flow
  readonly #cells: Cells
  readonly #members: MemberLookup
  /** By file. */
  readonly #known: KnownOfFile[]
  /** By `file:variable` of a type's declaration. */
  readonly #declared = new Known<string>((key) => this.#declaredInstances(key))
  readonly #declarations = new Map<string, TypeDeclaration>()
  /** The file that may be exchanged, and what everybody reads who reads its facts. */
  readonly #exchanged: number
  readonly #presence = new ValueCell(undefined, () => noValues)

  /** @param exchanged The file that may be exchanged, or -1. */
  constructor(
    files: FileFacts[],
    flow: Flow,
    cells: Cells,
    resolveImport: ResolveImport,
    { catalogue, functions }: Knowledge,
    exchanged: number,
  ) {
    this.files = files
    this.#exchanged = exchanged
    this.#flow = flow
    this.#cells = cells
    this.resolveImport = resolveImport
    this.catalogue = catalogue
    this.declared = functions
    this.#types = new DeclaredTypes(this, cells)
    this.#members = new MemberLookup(this, cells)
    this.#known = files.map((_, file) => this.#nothingOf(file))
    this.#presence.isOpen = true
    files.forEach((facts, file) => this.#addFile(facts, file))
  }

  /** The facts of a file; whoever reads those of the file that may be exchanged runs again when it is. */
  factsOf(file: number): FileFacts | undefined {
    if (file === this.#exchanged) this.#cells.read(this.#presence)
    return this.files[file]
  }

  /** Puts other facts in the place of those of the file that may be exchanged, which so far says nothing. */
  exchange(facts: FileFacts): void {
    const file = this.#exchanged
    const before = { facts: this.files[file], known: this.#known[file] ?? this.#nothingOf(file) }
    this.#cells.noteUndo(() => {
      if (before.facts) this.files[file] = before.facts
      this.#known[file] = before.known
    })
    this.files[file] = facts
    this.#known[file] = this.#nothingOf(file)
    this.#addFile(facts, file)
    this.#cells.touchReaders(this.#presence)
  }

  /** Says what may be exchanged for what is there now. */
  expect(facts: FileFacts): void {
    this.#members.expect(facts)
  }

  /** Whether something that was settled for good would not be if these facts had been there. */
  isUnforeseen(facts: FileFacts): boolean {
    return this.#members.isUnforeseen(facts)
  }

  #addFile(facts: FileFacts, file: number): void {
    this.#members.addFile(facts, file)
    this.#types.addFile(facts, file)
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
    if (direct.length > 0 || call.callee.type !== 'member') return direct
    const { object, property } = call.callee
    return property === 'call' || property === 'apply' ? this.values(object, file) : noValues
  }

  /** The values of a type annotation: an instance of the type, or a request object. */
  instances(type: TypeReference, file: number): ValueSet {
    const declared = this.#types.declarationOf(type.name, file)
    if (declared === null) return this.#instancesOf(this.values(type.name, file))
    const key = `${declared.file}:${declared.variable}`
    this.#declarations.set(key, declared)
    return this.#cells.get(this.#declared, key)
  }

  // An interface or an alias of the project is known by the type it is made from, and by its classes.
  #declaredInstances(key: string): ValueSet {
    const declared = this.#declarations.get(key)
    if (declared === undefined) return noValues
    const { base, file } = declared
    return unite([base === null ? noValues : this.instances(base, file), this.#types.implementers(declared)])
  }

  values(reference: Reference, file: number): ValueSet {
    switch (reference.type) {
      case 'variable':
        return this.#in(this.#known[file]?.variables, reference.variable)
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
        return pairedValues(reference, file, this) ?? this.member(this.values(reference.object, file), reference.property)
      case 'computed': {
        const keys = this.values(reference.key, file).filter(
          (key) => key.type === 'literal',
        )
        const objects = this.values(reference.object, file)
        if (keys.length === 0) return this.#members.elements(objects)
        return unite(keys.map((key) => this.member(objects, String(key.value))))
      }
      case 'element':
        return this.#members.elements(this.values(reference.object, file))
      case 'call':
        return this.#in(this.#known[file]?.results, reference.call)
      case 'function':
        return numberedSet('function', file, reference.function)
      case 'class':
        return numberedSet('class', file, reference.class)
      case 'object':
        return numberedSet('object', file, reference.object)
      case 'this':
        return this.#in(this.#known[file]?.receivers, reference.function)
      case 'super':
        return this.#superOf(reference.function, file)
      case 'parameter':
        return this.#parameter(reference.function, reference.index, file)
      case 'literal':
        return literalSet(reference.value)
      case 'either':
        return unite(reference.options.map((option) => this.values(option, file)))
      case 'instance':
        return this.instances(reference.of, file)
      case 'unknown':
        return noValues
    }
  }

  #nothingOf(file: number): KnownOfFile {
    return {
      variables: new Known((id) => this.#variable(id, file)),
      results: new Known((id) => this.#result(id, file)),
      receivers: new Known((id) => this.#receiver(id, file)),
    }
  }

  #in(known: Known<number> | undefined, id: number): ValueSet {
    return known === undefined ? noValues : this.#cells.get(known, id)
  }

  #variable(id: number, file: number): ValueSet {
    const variable = this.factsOf(file)?.variables[id]
    if (variable === undefined) return noValues
    const written = this.#written(variable.writes, file)
    if (written.length > 0 || variable.type === null) return written
    return this.instances(variable.type, file)
  }

  #written(all: readonly Reference[], file: number): ValueSet {
    const [only] = all
    if (all.length === 1 && only !== undefined) return this.values(only, file)
    const writes = all.filter(({ type }) => type !== 'literal')
    const sets = (writes.length > 0 ? writes : all).map((write) => this.values(write, file))
    return sets.length > 1 && !agree(sets) ? noValues : unite(sets)
  }

  #parameter(id: number, index: number, file: number): ValueSet {
    const key = functionKey(file, id)
    const known = this.#flow.parameter(key, index)
    if (known !== undefined) return known
    return this.#flow.addParameter(key, index, () => {
      const role = this.#flow.roleOf(key, index)
      const type = this.factsOf(file)?.functions[id]?.parameters[index]?.type
      return unite([
        role !== undefined && isRequestRole(role)
          ? setOf({ type: 'request', role, path: '' })
          : noValues,
        this.#flow.given(key, index),
        type ? this.instances(type, file) : noValues,
      ])
    })
  }

  #receiver(id: number, file: number): ValueSet {
    const facts = this.factsOf(file)?.functions[id]
    if (facts === undefined) return noValues
    if (facts.class !== null) return setOf({ type: 'instance', file, class: facts.class })
    const sets: ValueSet[] = [setOf({ type: 'made', file, function: id })]
    if (facts.object !== null) sets.push(setOf({ type: 'object', file, object: facts.object }))
    const key = functionKey(file, id)
    const given =
      this.#flow.parameter(key, thisIndex) ??
      this.#flow.addParameter(key, thisIndex, () => this.#flow.given(key, thisIndex))
    return unite([...sets, this.#members.ownersOf(file, id), given])
  }

  #superOf(id: number, file: number): ValueSet {
    const facts = this.factsOf(file)?.functions[id]
    const superClass = this.factsOf(file)?.classes[facts?.class ?? -1]?.superClass
    if (!superClass) return noValues
    const values = this.values(superClass, file)
    // `super()` calls the class, `super.method()` reads from an instance of it.
    return unite([values, this.#instancesOf(values)])
  }

  #instancesOf(types: ValueSet): ValueSet {
    return uniteEach(types, (type) => instanceOf(type, this.catalogue))
  }

  #result(id: number, file: number): ValueSet {
    const call = this.factsOf(file)?.calls[id]
    if (call === undefined) return noValues
    if (call.callee.type === 'member') {
      if (call.callee.property === 'bind') return this.values(call.callee.object, file)
    }
    const loaded = loadedModule(call, file, this) ?? takenFrom(call, file, this)
    if (loaded !== null) return loaded
    return uniteEach(this.callees(call, file), (callee) => resultOf(callee, call, file, this))
  }
}

export function isRequestRole(role: ParameterRole): boolean {
  return ['request', 'response', 'context', 'socket'].includes(role)
}

/** `module.exports` */
export function isModuleExports({
  object,
  property,
}: {
  readonly object: Reference
  readonly property: string | null
}): boolean {
  return object.type === 'global' && object.name === 'module' && property === 'exports'
}

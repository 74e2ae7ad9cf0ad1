import type { ApiFacts, ParameterRole } from '../../catalogue/types.js'
import type { CallFacts, FileFacts, FunctionFacts, Range } from '../facts.js'
import type { Evaluator } from './evaluator.js'
import type { Value, ValueSet } from './values.js'

/** A function of the project: `file:function`, by their indexes. */
export type FunctionKey = string

/** An API of the catalogue that a call calls. */
export interface CalledApi {
  readonly module: string
  readonly path: string
  readonly facts: ApiFacts
}

/** A call with what it calls. */
export interface CallSite {
  readonly file: number
  readonly call: CallFacts
  /** Functions of the project that run, constructors and accessors among them. */
  readonly functions: readonly FunctionKey[]
  readonly apis: readonly CalledApi[]
  /** The values of the arguments as the callee gets them, seen through `.call` and `.apply`. */
  readonly arguments: readonly ValueSet[]
  /** From this position on the arguments are not known; -1 when all are. */
  readonly unknownFrom: number
  /** The callee was resolved to something, be it only a name of the global scope. */
  readonly resolved: boolean
}

/** A way for control to pass from one function to another. */
export interface Edge {
  readonly from: FunctionKey
  readonly to: FunctionKey
  readonly site: CallSite
}

/** A blocking API that runs without being called by the project: `paths.map(fs.readFileSync)`. */
export interface HandedApi {
  readonly site: CallSite
  readonly api: CalledApi
  readonly range: Range
}

/** A function that the platform calls. */
export interface EntryPoint {
  readonly function: FunctionKey
  readonly phase: 'serving' | 'startup' | 'off-loop' | 'command'
  /** As a person would name it: `GET /users/:id`, `listener "message"`. */
  readonly name: string
  /** Where it is registered, to tell two of the same name apart. */
  readonly registered: string
  /** The function in which the call stands that registers it; absent for what no call does. */
  readonly registrar?: FunctionKey
  readonly roles: readonly ParameterRole[]
  /** What the platform passes beside request objects, such as the instance that a plugin gets. */
  readonly passes: readonly (Value | null)[]
  /** What it reaches by `this`, beside the object that it stands in. */
  readonly receiver?: ValueSet
  /**
   * Handed over inside of a call of the project's own, as in `app.get(path, wrap(handler))`: an entry point
   * only if the wrapper's result turns out to call it.
   */
  readonly wrapped: boolean
  /** The functions that send the event that it listens to, where all are known. */
  readonly emitters?: readonly FunctionKey[]
  /** The place of its file or a directive says that it runs on the server, whatever else is in the file. */
  readonly isExpected?: boolean
  /** A timer runs it, or a queue that hands out so many jobs at once; absent for what requests run. */
  readonly isPaced?: true
}

/** A call with the entry points that it makes, whose names are not complete yet. */
export interface LinkedCall {
  readonly site: CallSite
  readonly entries: readonly EntryPoint[]
}

/** Edges by the function that they leave. */
export type EdgesFrom = Pick<ReadonlyMap<FunctionKey, readonly Edge[]>, 'get'> & {
  values(): Iterable<readonly Edge[]>
  [Symbol.iterator](): Iterator<readonly [FunctionKey, readonly Edge[]]>
}

/** The project as a graph of calls. */
export interface Program {
  readonly files: readonly FileFacts[]
  readonly evaluator: Evaluator
  /** By file, then by the number of the call. */
  readonly sites: readonly (readonly CallSite[])[]
  readonly edgesFrom: EdgesFrom
  readonly entryPoints: readonly EntryPoint[]
  /** Functions whose parameters are request objects, and that nobody was seen to register. */
  readonly handlersByLooks: readonly EntryPoint[]
  /** Functions that make or start a server. */
  readonly starting: ReadonlySet<FunctionKey>
  /** Functions that register handlers. */
  readonly registering: ReadonlySet<FunctionKey>
  /** By file. */
  readonly handedApis: readonly (readonly HandedApi[])[]
}

// Keys are asked for again and again, and equal ones are compared fastest when they are the same.
const functionKeys: FunctionKey[][] = []

export function functionKey(file: number, id: number): FunctionKey {
  const keys = (functionKeys[file] ??= [])
  return (keys[id] ??= `${file}:${id}`)
}

const noKeys: readonly FunctionKey[] = []

/** The functions among values. */
export function functionsIn(values: ValueSet): readonly FunctionKey[] {
  if (values.length === 0) return noKeys
  const keys: FunctionKey[] = []
  for (const value of values) {
    if (value.type === 'function') keys.push(functionKey(value.file, value.function))
  }
  return keys
}

/** The index of a function's file. */
export function fileOf(key: FunctionKey): number {
  return Number.parseInt(key, 10)
}

/** Whether a function is the top level of its module. */
export function isTopLevel(key: FunctionKey): boolean {
  return key.endsWith(':0')
}

/** The index of a function in its file. */
function idOf(key: FunctionKey): number {
  return Number(key.slice(key.indexOf(':') + 1))
}

export function functionOf(
  program: Pick<Program, 'files'>,
  key: FunctionKey,
): { readonly file: number; readonly facts: FunctionFacts } | null {
  const file = fileOf(key)
  const facts = program.files[file]?.functions[idOf(key)]
  return facts === undefined ? null : { file, facts }
}

/** The calls that lead to each function. */
export function callsInto({ edgesFrom }: Program): ReadonlyMap<FunctionKey, readonly Edge[]> {
  const into = new Map<FunctionKey, Edge[]>()
  for (const edges of edgesFrom.values()) {
    for (const edge of edges) {
      const known = into.get(edge.to)
      if (known) known.push(edge)
      else into.set(edge.to, [edge])
    }
  }
  return into
}

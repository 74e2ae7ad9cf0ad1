/**
 * The vocabulary of the catalogue. Everything else under `catalogue/` is data of these types.
 *
 * An *export path* names a place inside a module: `readFileSync`, `realpathSync.native`,
 * `Hash.prototype.update` (a method of an instance). `default` is the module itself, so
 * `express()` is the call of `default`.
 */

import type { BlockingApi } from './blocking-types.js'
import type {
  DecoratorMeaning,
  MemberHandler,
  MemberHandlers,
  ParameterRole,
  Registration,
} from './entry-types.js'
import type { FileFramework } from './file-conventions.js'
import type { Executor, Offload } from './offload-types.js'

export type * from './entry-types.js'
export type {
  BlockingApi,
  BlockingExports,
  BlockingKind,
  BuiltinEntry,
  Cost,
  PackageEntry,
  PathTexts,
} from './blocking-types.js'
export type { ArgumentPlace, Executor, Offload, PoolLimit, PoolLimits } from './offload-types.js'

/** Functions that run their function argument: at once, or later on the same thread. */
export interface CallbackRunner {
  readonly positions: readonly number[]
  readonly runs: 'in-place' | 'later'
  /** The class, of the same module, of what the function gets. */
  readonly passes?: string
}

/**
 * What a call looks at: the time; memory that another thread may write; files; or only what it is
 * given.
 */
export type ReadSource = 'clock' | 'shared-memory' | 'files' | 'arguments'

/** Everything known about one export path of a module. */
export interface ApiFacts {
  readonly blocking?: BlockingApi
  /** What its function arguments do is accepted, and so is what only they reach. */
  readonly excuses?: true
  readonly registration?: Registration
  /** What else a call takes whose handlers are of different kinds. */
  readonly alsoRegisters?: readonly Registration[]
  /** What it takes when it is handed to a function of the catalogue, as `fastify.register(plugin, …)` does. */
  readonly asPlugin?: readonly Registration[]
  readonly runner?: CallbackRunner
  /** A call changes nothing, and tells what something is at this moment. */
  readonly reads?: ReadSource
  /** Makes a function that returns a promise of its first argument, which takes a callback. */
  readonly promisifies?: true
  readonly offload?: Offload
  readonly executor?: Executor
  /** It keeps its first argument for what runs after it, or gives what was kept. */
  readonly store?: 'set' | 'get'
  /**
   * What a call or `new` gives, or a promise of it, or what a variable or property holds: the name
   * of a class described by this module (`Hash`), by another one (`node:http#Server`), `this` for a
   * method that returns its receiver, or `argument` for a function that gives its first argument
   * back. `new X()` gives an `X` by itself.
   */
  readonly returns?: string
  /** The call runs the listeners of the event that its first argument names. */
  readonly emits?: true
  /** The call starts or makes a server: the function around it belongs to start-up. */
  readonly boots?: boolean
  /** The members of its first argument are named below the member that holds its result. */
  readonly groups?: boolean
}

/** The facts of one module by export path. */
export type ModuleFacts = Readonly<Record<string, ApiFacts>>

/** Types that mark a parameter as a request object: `Request` of `express`. */
export type RequestTypes = Readonly<Record<string, ParameterRole>>

/** A module, the specifiers it is imported by, and what is known of it. */
export interface ModuleEntry {
  /** The framework or library that this is a part of, as its users write its name. */
  readonly framework?: string
  /** All specifiers that mean this module; the first one is its name in messages. */
  readonly specifiers: readonly string[]
  readonly exports: ModuleFacts
  readonly requestTypes?: RequestTypes
  /** Function types whose parameters are known, such as Express's `RequestHandler`. */
  readonly handlerTypes?: Readonly<Record<string, readonly ParameterRole[]>>
  /** How a person names functions of these types: `Lambda handler`. */
  readonly handlerNames?: Readonly<Record<string, string>>
  /** Function types of code that runs at start-up, and the classes of what it is given. */
  readonly pluginTypes?: Readonly<Record<string, readonly (string | null)[]>>
  readonly decorators?: Readonly<Record<string, DecoratorMeaning>>
  /** Classes and interfaces whose heirs have methods that the platform calls. */
  readonly baseClasses?: Readonly<Record<string, MemberHandlers>>
}

/** Everything known about one module, whichever file of the catalogue says it. */
export interface KnownModule {
  /** Its first specifier. */
  readonly name: string
  /** By export path. */
  readonly exports: ReadonlyMap<string, ApiFacts>
  readonly requestTypes: ReadonlyMap<string, ParameterRole>
  readonly handlerTypes: ReadonlyMap<string, readonly ParameterRole[]>
  readonly handlerNames: ReadonlyMap<string, string>
  readonly pluginTypes: ReadonlyMap<string, readonly (string | null)[]>
  readonly decorators: ReadonlyMap<string, DecoratorMeaning>
  /** Heirs' methods by name. */
  readonly baseClasses: ReadonlyMap<string, ReadonlyMap<string, MemberHandler>>
}

/**
 * What linking asks. A project's own declarations stand in front of what is built in, so linking
 * gets a catalogue and imports none.
 */
export interface Catalogue {
  /**
   * What is known of a module.
   *
   * @param specifier as an import gives it, with or without `node:`; `global` for what needs no
   * import
   */
  lookupModule(specifier: string): KnownModule | undefined
  /** What is known of one export; see `lookupApi` of the built-in catalogue. */
  lookupApi(specifier: string, path: string): ApiFacts | undefined
  /** The role of a parameter whose type is this export: `Request` of express is a request. */
  lookupRequestType(specifier: string, typeName: string): ParameterRole | undefined
  /** Roles of the parameters of a function of this type: `RequestHandler` of express. */
  lookupHandlerType(specifier: string, typeName: string): readonly ParameterRole[] | undefined
  /** How a person names a function of this type. */
  lookupHandlerName(specifier: string, typeName: string): string | undefined
  /** Classes of the parameters of a function of this type that runs at start-up. */
  lookupPluginType(specifier: string, typeName: string): readonly (string | null)[] | undefined
  /** The frameworks that go by the places of files. */
  readonly fileFrameworks: readonly FileFramework[]
}

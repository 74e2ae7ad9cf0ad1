/**
 * The vocabulary of the catalogue. Everything else under `catalogue/` is data of these types.
 *
 * An *export path* names a place inside a module: `readFileSync`, `realpathSync.native`,
 * `Hash.prototype.update` (a method of an instance). `default` is the module itself, so
 * `express()` is the call of `default`.
 */

import type { FileFramework } from './file-conventions.js'

import type { BlockingApi } from './blocking-types.js'

export type {
  AlikeApis,
  BlockingApi,
  BlockingCondition,
  BlockingExports,
  BlockingKind,
  BuiltinEntry,
  Cost,
  ExportPath,
  PackageEntry,
  PathTexts,
} from './blocking-types.js'

/** What a parameter of a handler is. Roles up to `socket` are request objects. */
export type ParameterRole =
  | 'request'
  | 'response'
  | 'context'
  | 'socket'
  | 'next'
  | 'error'
  | 'data'
  | 'other'

/** Which arguments of a registering call are handlers. */
export type HandlerArguments =
  /** The arguments at these positions, from 0. */
  | { readonly type: 'at'; readonly positions: readonly number[] }
  /** The last argument, if it is a function. */
  | { readonly type: 'last' }
  /** Every function argument from this position on; arrays are flattened. */
  | { readonly type: 'every'; readonly from: number }
  /**
   * Functions under these properties of the options object at this position; arrays are flattened.
   */
  | {
      readonly type: 'properties'
      readonly position: number
      readonly properties: readonly string[]
    }

/** A call that hands functions to the platform, which calls them while it serves. */
export interface Registration {
  readonly handlers: readonly HandlerArguments[]
  /** Roles of the handler's parameters, by position. */
  readonly parameters: readonly ParameterRole[]
  /** Roles when the handler has exactly this many parameters (Express's error handlers have 4). */
  readonly parametersByArity?: Readonly<Record<number, readonly ParameterRole[]>>
  /** The argument that names an event or a hook, and which of its values are not per request. */
  readonly event?: {
    readonly argument: number
    /** Absent: every event but the start-up ones. */
    readonly serving?: readonly string[]
    readonly startup?: readonly string[]
    /** Roles for events whose handlers do not get `parameters`. */
    readonly parameters?: Readonly<Record<string, readonly ParameterRole[]>>
  }
  /** How a person names the entry point: `GET /users/:id`, `middleware`, `hook "onRequest"`. */
  readonly label: EntryLabel
  /**
   * `startup`: the functions handed over run before or after serving (plugin bodies, listen
   * callbacks); `off-loop`: they run in a worker thread or a child process. `serving` when absent.
   */
  readonly phase?: 'serving' | 'startup' | 'off-loop'
  /**
   * The first parameter is what this origin describes, such as the instance given to a Fastify
   * plugin.
   */
  readonly passes?: readonly (string | null)[]
}

export type EntryLabel =
  /**
   * The method's own name in upper case and the path argument, -1 for that of `route()`:
   * `GET /users/:id`.
   */
  | { readonly type: 'route'; readonly path: number }
  /** `method` and `url` of an options object: `GET /users/:id`. */
  | { readonly type: 'route-options'; readonly position: number }
  /** A noun and the event's name: `hook "onRequest"`. */
  | { readonly type: 'event'; readonly noun: string; readonly argument: number }
  /** A fixed text: `HTTP request`, `middleware`. */
  | { readonly type: 'text'; readonly text: string }

/** Functions that run their function argument: at once, or later on the same thread. */
export interface CallbackRunner {
  readonly positions: readonly number[]
  readonly runs: 'in-place' | 'later'
}

/** Where something leaves the thread. */
export interface Offload {
  /** Positions of arguments whose function runs off the loop. */
  readonly functions?: readonly number[]
  /** Where data is copied to the other side. `property` names a member of an options object. */
  readonly data?: readonly { readonly position: number; readonly property?: string }[]
  /** Every argument is copied. */
  readonly allArguments?: boolean
  /** Positions whose value may legally be a socket (the handle argument of `child.send`). */
  readonly handles?: readonly number[]
  /** How it copies, which decides what becomes of a request object. */
  readonly copies: 'structured-clone' | 'json' | 'source-text'
  /** What happens at run time when a request object is handed over; ends without a full stop. */
  readonly outcome: string
  /** Name of the library as a person says it. */
  readonly library: string
}

/** Everything known about one export path of a module. */
export interface ApiFacts {
  readonly blocking?: BlockingApi
  readonly registration?: Registration
  readonly runner?: CallbackRunner
  readonly offload?: Offload
  /**
   * What a call or `new` gives, or a promise of it, or what a variable or property holds: the name
   * of a class described by this module (`Hash`), by another one (`node:http#Server`), or `this`
   * for a method that returns its receiver. `new X()` gives an `X` by itself.
   */
  readonly returns?: string
  /** The call starts or makes a server: the function around it belongs to start-up. */
  readonly boots?: boolean
}

/** The facts of one module by export path. */
export type ModuleFacts = Readonly<Record<string, ApiFacts>>

/** Types that mark a parameter as a request object: `Request` of `express`. */
export type RequestTypes = Readonly<Record<string, ParameterRole>>

/** A module, the specifiers it is imported by, and what is known of it. */
export interface ModuleEntry {
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
}

/** Everything known about one module, whichever file of the catalogue says it. */
export interface KnownModule {
  /** Its first specifier. */
  readonly name: string
  /** By export path. */
  readonly exports: ReadonlyMap<string, ApiFacts>
  readonly requestTypes: ReadonlyMap<string, ParameterRole>
  readonly handlerTypes: ReadonlyMap<string, readonly ParameterRole[]>
  readonly pluginTypes: ReadonlyMap<string, readonly (string | null)[]>
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

/** The vocabulary of entry points: what the platform calls, and how it comes to know of it. */

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
   * Functions under these properties of the options object at this position. A property may be a
   * path (`options.handler`), `*` in it stands for every property, and arrays are flattened at
   * each step: `route([{ handler }, { handler }])`.
   */
  | {
      readonly type: 'properties'
      readonly position: number
      readonly properties: readonly string[]
    }
  /**
   * Functions under these properties of what the function at this position returns.
   */
  | {
      readonly type: 'returned'
      readonly position: number
      readonly properties: readonly string[]
    }
  /** Methods of the class, or of the instance, at this position. */
  | {
      readonly type: 'methods'
      readonly position: number
      readonly methods: readonly string[]
    }
  /**
   * A class and the name of its method in an array, `[MenuController, 'show']`, the class alone for
   * `handle`, or a text that names module and method: `#controllers/menu.show`.
   */
  | { readonly type: 'controller'; readonly position: number }
  /** The method of the receiver that the argument at this position names. */
  | { readonly type: 'own-method'; readonly position: number }

/** A call that hands functions to the platform, which calls them while it serves. */
export interface Registration {
  readonly handlers: readonly HandlerArguments[]
  /** Roles of the handler's parameters, by position. */
  readonly parameters: readonly ParameterRole[]
  /** Roles when the handler has exactly this many parameters (Express's error handlers have 4). */
  readonly parametersByArity?: Readonly<Record<number, readonly ParameterRole[]>>
  /**
   * The member of the handler's first parameter that hands a context to the functions that the builder is given
   * later: `next`. They get what it is called with as their first parameter.
   */
  readonly contextBy?: string
  /** The argument that names an event or a hook, and which of its values are not per request. */
  readonly event?: {
    readonly argument: number
    /** Where the name stands if the argument is an object, or a list of some. */
    readonly property?: string
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
   * callbacks); `off-loop`: they run in a worker thread or a child process; `command`: they are what somebody
   * asked a command line tool for. `serving` when absent.
   */
  readonly phase?: 'serving' | 'startup' | 'off-loop' | 'command'
  /**
   * It is no request that makes it run: a timer does, a queue that hands out so many jobs at once
   * and no more, or what the server itself has started says something.
   */
  readonly paced?: true
  /**
   * The first parameter is what this origin describes, such as the instance given to a Fastify
   * plugin.
   */
  readonly passes?: readonly (string | null)[]
  /** What the functions reach by `this`: the object under a property of an argument. */
  readonly thisFrom?: { readonly position: number; readonly property: string }
}

export type EntryLabel =
  /**
   * The method's own name in upper case and the path argument, -1 for that of `route()`:
   * `GET /users/:id`. `method` is the argument that names the method of the request instead.
   */
  | { readonly type: 'route'; readonly path: number; readonly method?: number }
  /** `method` and `url` or `path` of an options object: `GET /users/:id`. */
  | { readonly type: 'route-options'; readonly position: number }
  /** A noun and the event's name: `hook "onRequest"`. */
  | {
      readonly type: 'event'
      readonly noun: string
      readonly argument: number
      /** Where the name stands if the argument is an object. */
      readonly property?: string
    }
  /** A fixed text: `HTTP request`, `middleware`. */
  | { readonly type: 'text'; readonly text: string }
  /** The function's own name, with its class: `OrdersGuard.canActivate`. */
  | { readonly type: 'own-name' }
  /**
   * What `*` stands for in the handler's path, after a noun and below the name of the type that an
   * option gives: `Query.users`, `gRPC method sayHello`.
   */
  | { readonly type: 'keys'; readonly noun?: string; readonly owner?: string }
  /** A noun and the name under which the call's result is kept: `procedure users.list`. */
  | { readonly type: 'kept'; readonly noun: string }

/** A decorator that makes a method an entry point: `@Get(':id')`. */
export interface MethodDecorator {
  readonly label: DecoratorLabel
  /** Roles by position, for parameters that have no decorator of their own. */
  readonly parameters?: readonly ParameterRole[]
  /** `serving` when absent. */
  readonly phase?: 'serving' | 'startup'
  /** As of a registration. */
  readonly paced?: true
}

export type DecoratorLabel =
  /**
   * A method of HTTP and a path, below the path of the class's own decorator: `GET /users/:id`.
   * Both are in the decorator's arguments where no text is given.
   */
  | { readonly type: 'route'; readonly method: string | number; readonly path: number }
  /** A noun and the decorator's argument: `message "order placed"`. */
  | { readonly type: 'event'; readonly noun: string; readonly argument: number }
  /** The noun and the function's own name: `job ReportsService.send`. */
  | { readonly type: 'own-name'; readonly noun: string }

/** What a decorator means; one may be of several kinds, by where it stands. */
export interface DecoratorMeaning {
  readonly method?: MethodDecorator
  /** The argument that holds the path of a class of routes, or the options with the path. */
  readonly prefix?: number
  /** Methods that make a class under this decorator an entry point, by name. */
  readonly members?: MemberHandlers
  /** Of the parameter that it stands at; what is under any other decorator is no request object. */
  readonly parameter?: ParameterRole
  /** Applies the decorators among its arguments. */
  readonly composes?: boolean
}

/** Methods that the platform calls, because of what their class extends, implements or is. */
export type MemberHandlers = Readonly<Record<string, MemberHandler>>

export interface MemberHandler {
  readonly parameters: readonly ParameterRole[]
  /** What stands before the method's own name: `guard OrdersGuard.canActivate`. */
  readonly noun?: string
  /** `serving` when absent. */
  readonly phase?: 'serving' | 'startup' | 'command'
  /** As of a registration. */
  readonly paced?: true
  readonly passes?: readonly (string | null)[]
}

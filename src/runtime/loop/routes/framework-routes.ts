import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import Module from 'node:module'

type AnyFunction = (this: unknown, ...parameters: unknown[]) => unknown

/** A function of a framework that knows a request's route, or makes the object that will. */
interface Hook {
  /** The end of the module's file name. */
  readonly file: RegExp
  /** Where in its exports the functions are, which may all be missing. */
  readonly holder: (exports: unknown) => unknown
  readonly names: readonly string[]
  readonly onReturn: (routes: FrameworkRoutes, parameters: readonly unknown[], result: unknown) => void
  /** Whether it tells all that Fastify's channel does. */
  readonly replacesChannel?: boolean
}

// Fastify's, since 5.0, also where it is bundled. While anybody listens, Fastify runs each handler in a store.
const fastifyHandler = 'tracing:fastify.request.handler:start'

const prototypeOf = (exports: unknown): unknown => (exports as { prototype?: unknown } | null)?.prototype

const hooks: readonly Hook[] = [
  {
    file: /[\\/]koa[\\/]lib[\\/]application\.js$/,
    holder: prototypeOf,
    names: ['createContext'],
    onReturn: (routes, [request], context) => {
      routes.learn(request, () => (context as { _matchedRoute?: unknown })._matchedRoute)
    },
  },
  {
    file: /[\\/]@hapi[\\/]hapi[\\/]lib[\\/]request\.js$/,
    holder: (exports) => exports,
    names: ['generate'],
    onReturn: (routes, [, request], made) => {
      routes.learn(request, () => {
        const { route } = made as { route?: { method?: unknown; path?: unknown } }
        return route?.method === '_special' ? null : route?.path
      })
    },
  },
  {
    // Fastify's router, whichever version of it, from before the hooks of a request run.
    file: /[\\/]find-my-way[\\/]index\.js$/,
    holder: prototypeOf,
    names: ['find', '_findCompiled'],
    onReturn: (routes, _parameters, found) => {
      const route = (found as { store?: { config?: { url?: unknown } } } | null)?.store?.config?.url
      if (typeof route === 'string') routes.onRoute(route)
    },
    replacesChannel: true,
  },
]

/**
 * Knows the routes of frameworks whose own request objects cannot be reached from the raw one: asks
 * the functions that make them, once the first request has come and they are loaded.
 */
export class FrameworkRoutes {
  /** Called with the route of the request that is being dispatched. */
  readonly onRoute: (route: string) => void
  readonly #routes = new WeakMap<object, () => unknown>()
  readonly #hooked = new Set<string>()
  readonly #restorers: (() => void)[] = []
  readonly #onFastifyHandler = (message: unknown): void => {
    const route = (message as { route?: { url?: unknown } } | null | undefined)?.route?.url
    if (typeof route === 'string') this.onRoute(route)
  }

  constructor(onRoute: (route: string) => void) {
    this.onRoute = onRoute
    subscribe(fastifyHandler, this.#onFastifyHandler)
  }

  learn(request: unknown, route: () => unknown): void {
    if (typeof request === 'object' && request !== null) this.#routes.set(request, route)
  }

  /** Finds frameworks that were loaded since; takes as long as there are modules. */
  hookLoaded(): void {
    // All of them are CommonJS modules, also when ES modules import them.
    const cache = (Module as unknown as { _cache?: Record<string, { exports: unknown } | undefined> })._cache
    for (const file of Object.keys(cache ?? {})) {
      const hook = hooks.find((candidate) => candidate.file.test(file))
      if (!hook || this.#hooked.has(file)) continue
      this.#hooked.add(file)
      this.#hook(hook, cache?.[file]?.exports)
    }
  }

  routeOf(request: IncomingMessage | null): string | null {
    const route = request && this.#routes.get(request)?.()
    return typeof route === 'string' || route instanceof RegExp ? String(route) : null
  }

  stop(): void {
    unsubscribe(fastifyHandler, this.#onFastifyHandler)
    for (const restore of this.#restorers.reverse()) restore()
  }

  #hook({ holder, names, onReturn, replacesChannel = false }: Hook, exports: unknown): void {
    const object = holder(exports) as Record<string, AnyFunction> | null | undefined
    if (!object) return
    for (const name of names) {
      const property = Object.getOwnPropertyDescriptor(object, name)
      if (!property?.writable || typeof property.value !== 'function') continue
      const original = property.value as AnyFunction
      const note = (parameters: readonly unknown[], result: unknown): void => {
        try {
          onReturn(this, parameters, result)
        } catch {
          // Another version of the framework: its routes stay unknown.
        }
      }
      const hooked: AnyFunction = function (this: unknown, ...parameters) {
        const result = Reflect.apply(original, this, parameters)
        note(parameters, result)
        return result
      }
      object[name] = hooked
      if (replacesChannel) unsubscribe(fastifyHandler, this.#onFastifyHandler)
      this.#restorers.push(() => {
        if (object[name] === hooked) Object.defineProperty(object, name, property)
      })
    }
  }
}

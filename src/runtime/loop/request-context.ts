import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

import type { ServedRequest } from '../messages.js'

/** One request, from its start through every continuation. */
export class RequestContext {
  readonly #method: string
  readonly #url: string
  // Contexts live as long as anything that a request created, such as a pooled connection; the
  // request with its body must not.
  readonly #request: WeakRef<IncomingMessage>
  #route: string | null = null

  constructor(request: IncomingMessage) {
    this.#method = request.method ?? ''
    this.#url = request.url ?? ''
    this.#request = new WeakRef(request)
  }

  setRoute(route: string): void {
    this.#route = route
  }

  describe(): ServedRequest {
    return {
      method: this.#method,
      path: pathOf(this.#url),
      route: this.#route ?? expressRoute(this.#request.deref()),
    }
  }
}

export interface RequestTracker {
  current(): RequestContext | undefined
  /** Whether any request was seen. */
  hasServed(): boolean
  stop(): void
}

// Node's, since 16.18; documented under diagnostics_channel.
const requestStart = 'http.server.request.start'
// Fastify's, since 5.0: a raw request leads to no Fastify request, so the route is told here.
const fastifyHandler = 'tracing:fastify.request.handler:start'

/** Keeps which request is being served, across awaits. */
export function trackRequests(): RequestTracker {
  const storage = new AsyncLocalStorage<RequestContext>()
  let hasServed = false

  const onRequest = (message: unknown): void => {
    hasServed = true
    storage.enterWith(new RequestContext((message as { request: IncomingMessage }).request))
  }
  const onFastifyHandler = (message: unknown): void => {
    const route = (message as { route?: { url?: unknown } }).route?.url
    if (typeof route === 'string') storage.getStore()?.setRoute(route)
  }

  subscribe(requestStart, onRequest)
  subscribe(fastifyHandler, onFastifyHandler)
  return {
    current: () => storage.getStore(),
    hasServed: () => hasServed,
    stop: () => {
      unsubscribe(requestStart, onRequest)
      unsubscribe(fastifyHandler, onFastifyHandler)
      storage.disable()
    },
  }
}

/** Queries carry tokens and names of people; the absolute form carries credentials. */
export function pathOf(url: string): string {
  if (!url.startsWith('/') && URL.canParse(url)) return new URL(url).pathname
  return url.replace(/[?#].*$/s, '')
}

function expressRoute(request: unknown): string | null {
  const { route, baseUrl } = (request ?? {}) as { route?: { path?: unknown }; baseUrl?: unknown }
  const pattern = route?.path
  if (pattern === undefined || pattern === null) return null
  const path = Array.isArray(pattern) ? pattern.join('|') : String(pattern)
  return (typeof baseUrl === 'string' ? baseUrl : '') + path
}

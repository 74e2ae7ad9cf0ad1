import { AsyncLocalStorage, executionAsyncId } from 'node:async_hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { clearTimeout, setTimeout } from 'node:timers'

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
  /** Follows the next requests across awaits for a minute, where that is not done all the time. */
  followForAWhile(): void
  stop(): void
}

// Node's, since 16.18; documented under diagnostics_channel.
const requestStart = 'http.server.request.start'
// Fastify's, since 5.0: a raw request leads to no Fastify request, so the route is told here.
const fastifyHandler = 'tracing:fastify.request.handler:start'

const followingMs = 60_000

/**
 * Keeps which request is being served.
 *
 * Across awaits, AsyncLocalStorage does that. Since Node.js 24 it costs next to nothing; before, it
 * needs a hook on every promise, which takes some 1.5 us an await, so that there it runs only after
 * a stall, and else a request is known until its handler first waits.
 */
export function trackRequests(isFollowingFree = hasAsyncContextFrame()): RequestTracker {
  const storage = new AsyncLocalStorage<RequestContext>()
  let hasServed = false
  let isFollowing = isFollowingFree
  let timer: NodeJS.Timeout | undefined
  let latest: { readonly context: RequestContext; readonly asyncId: number } | undefined

  const onRequest = (message: unknown): void => {
    hasServed = true
    const context = new RequestContext((message as { request: IncomingMessage }).request)
    if (isFollowing) storage.enterWith(context)
    if (!isFollowingFree) latest = { context, asyncId: executionAsyncId() }
  }
  const current = (): RequestContext | undefined => {
    const followed = isFollowing ? storage.getStore() : undefined
    // The parser's callback in which the request arrived has an id that no other callback has.
    return followed ?? (latest?.asyncId === executionAsyncId() ? latest.context : undefined)
  }
  const onFastifyHandler = (message: unknown): void => {
    const route = (message as { route?: { url?: unknown } }).route?.url
    if (typeof route === 'string') current()?.setRoute(route)
  }
  const stopFollowing = (): void => {
    clearTimeout(timer)
    isFollowing = false
    storage.disable()
  }

  subscribe(requestStart, onRequest)
  subscribe(fastifyHandler, onFastifyHandler)
  return {
    current,
    hasServed: () => hasServed,
    followForAWhile: () => {
      if (isFollowingFree) return
      isFollowing = true
      clearTimeout(timer)
      timer = setTimeout(stopFollowing, followingMs)
      timer.unref()
    },
    stop: () => {
      unsubscribe(requestStart, onRequest)
      unsubscribe(fastifyHandler, onFastifyHandler)
      stopFollowing()
    },
  }
}

/** AsyncLocalStorage rests on V8's own context, unless a flag says otherwise. */
function hasAsyncContextFrame(): boolean {
  const [major = 0] = process.versions.node.split('.').map(Number)
  const flags = [...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(/\s+/)]
  if (major < 24) return flags.includes('--experimental-async-context-frame')
  return !flags.includes('--no-async-context-frame')
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

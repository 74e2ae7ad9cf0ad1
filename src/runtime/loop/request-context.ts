import { AsyncLocalStorage, executionAsyncId } from 'node:async_hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { clearTimeout, setTimeout } from 'node:timers'

import { now } from '../clock.js'
import type { ServedRequest } from '../messages.js'
import { nodeMajor } from '../node-version.js'
import { pathOf, writeRequestText } from '../request-text.js'
import type { SharedMemory } from '../shared-memory.js'
import { type ExpressRequest, expressOrigin, expressRoute } from './routes/express-route.js'
import { FrameworkRoutes } from './routes/framework-routes.js'
import { UnansweredRequests } from './unanswered-requests.js'

/** What is kept of a request. */
interface KeptRequest {
  readonly method: string
  readonly url: string
  // Contexts live as long as anything that a request created, such as a pooled connection; the
  // request with its body must not. Weak references were tried: collecting them took the processor
  // more time than all else that is done for a request.
  request: IncomingMessage | null
  /** What Express says of the route, once the request is gone. */
  origin: ExpressRequest | null
  route: string | null
  readonly routes: FrameworkRoutes
}

/** One request, from its start through every continuation. */
export class RequestContext {
  // Private, because Node.js hangs contexts onto what requests create, and programs print that; and one field, because
  // each private one takes V8 some hundred instructions until code is optimised.
  readonly #kept: KeptRequest
  /** When it came, on the shared clock. */
  readonly startedAt = now()
  /** Where it stands among the unanswered requests. */
  place = -1

  constructor(request: IncomingMessage, routes: FrameworkRoutes) {
    const { method = '', url = '' } = request
    this.#kept = { method, url, request, origin: null, route: null, routes }
  }

  isOf(request: IncomingMessage): boolean {
    return this.#kept.request === request
  }

  /** Its connection was closed before it was answered. */
  isGivenUp(): boolean {
    return this.#kept.request?.socket.destroyed === true
  }

  setRoute(route: string): void {
    this.#kept.route = route
  }

  /** Lets go of the request, which has been answered or given up; the route stays known. */
  release(): void {
    const kept = this.#kept
    const { request } = kept
    if (request === null) return
    kept.request = null
    const origin = expressOrigin(request)
    if (origin === null) kept.route ??= kept.routes.routeOf(request)
    else kept.origin = origin
  }

  describe(): ServedRequest {
    const { method, url } = this.#kept
    return { method, path: pathOf(url), route: this.#findRoute() }
  }

  /**
   * Tells the watcher.
   * @param withRoute Else it is not searched for: some frameworks tell it by themselves.
   */
  write(memory: SharedMemory, withRoute: boolean): void {
    const { method, url, route } = this.#kept
    writeRequestText(memory, method, withRoute ? this.#findRoute() : route, url)
  }

  #findRoute(): string | null {
    const { route, origin, request, routes } = this.#kept
    return route ?? expressRoute(origin ?? request) ?? routes.routeOf(request)
  }
}

export interface RequestTracker {
  current(): RequestContext | undefined
  /** How many requests there were. */
  count(): number
  /** Requests that have come and are not answered, and those that came since, answered or not. */
  unansweredOrSince(time: number): readonly RequestContext[]
  /** Whether to remember all that is answered, and not only what may have waited in a long turn. */
  rememberAnswered(all: boolean): void
  /** Forgets what was answered in the turn that has ended. */
  endTurn(): void
  /** Notes that the current turn is held for this request. */
  markBlocker(context: RequestContext | undefined): void
  /** For whom the turn was held that has just ended. */
  takeBlockers(): ReadonlySet<RequestContext>
  /** Follows the next requests across awaits for a minute, where that is not done all the time. */
  followForAWhile(): void
  stop(): void
}

// Node's, since 16.18; documented under diagnostics_channel.
const requestStart = 'http.server.request.start'
const responseFinish = 'http.server.response.finish'

/** What both channels of Node's carry, among other things. */
interface ServerMessage {
  readonly request: IncomingMessage
  readonly socket: Socket
}

/** Anybody may publish on a channel, and what its listeners throw ends the process. */
function isServerMessage(message: unknown): message is ServerMessage {
  const { request, socket } = (message ?? {}) as Partial<ServerMessage>
  return typeof request === 'object' && request !== null && typeof socket === 'object' && socket !== null
}

const followingMs = 60_000

/** How often it is seen whether a framework was loaded since; that takes a tenth of a millisecond. */
const hookingMs = 5000

interface TrackingOptions {
  /** It costs nothing to follow requests across awaits. */
  readonly isFollowingFree?: boolean
  /**
   * Whether a request that came at this time may have waited for a long turn to end. Of a busy server there are a
   * thousand a turn: if all were remembered until it ends, most would have to be moved to old space.
   */
  readonly mayHaveWaited?: (startedAt: number) => boolean
}

/**
 * Keeps which request is being served.
 *
 * Across awaits, AsyncLocalStorage does that. Since Node.js 24 it costs next to nothing; before, it
 * needs a hook on every promise, which takes some 1.5 us an await, so that there it runs only after
 * a stall, and else a request is known until its handler first waits.
 */
export function trackRequests({
  isFollowingFree = hasAsyncContextFrame(),
  mayHaveWaited = () => true,
}: TrackingOptions = {}): RequestTracker {
  const storage = new AsyncLocalStorage<RequestContext>()
  let count = 0
  let hookedAt = -Infinity
  let isFollowing = isFollowingFree
  let timer: NodeJS.Timeout | undefined
  const unanswered = new UnansweredRequests()
  const routes = new FrameworkRoutes((route) => current()?.setRoute(route))
  let answered: RequestContext[] = []
  let remembersAll = false
  let blockers = new Set<RequestContext>()
  let latest: { readonly context: RequestContext; readonly asyncId: number } | undefined

  const onRequest = (message: unknown): void => {
    if (!isServerMessage(message)) return
    count += 1
    const { request, socket } = message
    const context = new RequestContext(request, routes)
    if (context.startedAt - hookedAt > hookingMs) hookRoutes(context.startedAt)
    unanswered.add(context, socket)
    if (isFollowing) storage.enterWith(context)
    if (!isFollowingFree) latest = { context, asyncId: executionAsyncId() }
  }
  const hookRoutes = (time: number): void => {
    hookedAt = time
    routes.hookLoaded()
  }
  const onResponse = (message: unknown): void => {
    if (!isServerMessage(message)) return
    const { request, socket } = message
    const context = unanswered.take(request, socket)
    if (context && (remembersAll || mayHaveWaited(context.startedAt))) answered.push(context)
  }
  const current = (): RequestContext | undefined => {
    const followed = isFollowing ? storage.getStore() : undefined
    // The parser's callback in which the request arrived has an id that no other callback has.
    return followed ?? (latest?.asyncId === executionAsyncId() ? latest.context : undefined)
  }
  const stopFollowing = (): void => {
    clearTimeout(timer)
    isFollowing = false
    storage.disable()
  }

  subscribe(requestStart, onRequest)
  subscribe(responseFinish, onResponse)
  return {
    current,
    count: () => count,
    unansweredOrSince: (time) => {
      unanswered.prune()
      return [...unanswered.all(), ...answered.filter(({ startedAt }) => startedAt >= time)]
    },
    rememberAnswered: (all) => {
      remembersAll = all
    },
    endTurn: () => {
      if (answered.length > 0) answered = []
    },
    markBlocker: (context) => {
      if (context) blockers.add(context)
    },
    takeBlockers: () => {
      const taken = blockers
      if (taken.size > 0) blockers = new Set()
      return taken
    },
    followForAWhile: () => {
      if (isFollowingFree) return
      isFollowing = true
      clearTimeout(timer)
      timer = setTimeout(stopFollowing, followingMs)
      timer.unref()
    },
    stop: () => {
      unsubscribe(requestStart, onRequest)
      unsubscribe(responseFinish, onResponse)
      unanswered.clear()
      routes.stop()
      stopFollowing()
    },
  }
}

/** AsyncLocalStorage rests on V8's own context, unless a flag says otherwise. */
function hasAsyncContextFrame(): boolean {
  const flags = [...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(/\s+/)]
  if (nodeMajor < 24) return flags.includes('--experimental-async-context-frame')
  return !flags.includes('--no-async-context-frame')
}

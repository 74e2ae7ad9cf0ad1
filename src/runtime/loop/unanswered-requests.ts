import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

import type { RequestContext } from './request-context.js'

/** From this many on, those are looked for that were given up without an answer. */
const manyUnanswered = 200

/** Requests of one connection, in the order in which they are answered. */
interface OfSocket {
  first: RequestContext | null
  /** Of a client that does not wait for answers, those that follow. */
  readonly others: RequestContext[]
}

/**
 * Requests that have come and are not answered.
 *
 * No map has requests for keys: a map that is written to all the time makes itself a new table every
 * few dozen entries, and the old ones, dead but in old space, keep all that was in them, with bodies
 * and answers, until the next full collection. That made collections of a server a third dearer.
 * Sockets live long anyway, and an array is changed in place.
 */
export class UnansweredRequests {
  readonly #all: RequestContext[] = []
  readonly #bySocket = new WeakMap<Socket, OfSocket>()
  #pruneAt = manyUnanswered

  add(context: RequestContext, socket: Socket): void {
    const ofSocket = this.#bySocket.get(socket)
    if (ofSocket === undefined) this.#bySocket.set(socket, { first: context, others: [] })
    else if (ofSocket.first === null) ofSocket.first = context
    else ofSocket.others.push(context)
    context.place = this.#all.push(context) - 1
    if (this.#all.length > this.#pruneAt) this.prune()
  }

  /** The context of a request that has been answered, which is let go of; undefined when it is not known. */
  take(request: IncomingMessage, socket: Socket): RequestContext | undefined {
    const ofSocket = this.#bySocket.get(socket)
    const context = ofSocket && takeFrom(ofSocket, request)
    if (context) this.#remove(context)
    return context
  }

  /** Lets go of those whose connection has been closed. */
  prune(): void {
    for (let index = this.#all.length - 1; index >= 0; index -= 1) {
      const context = this.#all[index]
      if (context?.isGivenUp()) this.#remove(context)
    }
    this.#pruneAt = Math.max(manyUnanswered, this.#all.length * 2)
  }

  all(): readonly RequestContext[] {
    return this.#all
  }

  clear(): void {
    for (const context of this.#all) context.release()
    this.#all.length = 0
  }

  #remove(context: RequestContext): void {
    const { place } = context
    context.release()
    const last = this.#all.pop()
    if (!last || last === context) return
    this.#all[place] = last
    last.place = place
  }
}

function takeFrom(ofSocket: OfSocket, request: IncomingMessage): RequestContext | undefined {
  const { first, others } = ofSocket
  if (first?.isOf(request)) {
    ofSocket.first = others.shift() ?? null
    return first
  }
  const index = others.findIndex((context) => context.isOf(request))
  return index === -1 ? undefined : others.splice(index, 1)[0]
}

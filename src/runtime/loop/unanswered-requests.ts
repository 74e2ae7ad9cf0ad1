import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

import type { RequestContext } from './request-context.js'

/** From this many on, those are looked for that were given up without an answer. */
const manyUnanswered = 200

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
  /** In the order in which they are answered; more than one where a client does not wait for answers. */
  readonly #bySocket = new WeakMap<Socket, RequestContext[]>()
  #pruneAt = manyUnanswered

  add(context: RequestContext, socket: Socket): void {
    const ofSocket = this.#bySocket.get(socket)
    if (ofSocket) ofSocket.push(context)
    else this.#bySocket.set(socket, [context])
    context.place = this.#all.push(context) - 1
    if (this.#all.length > this.#pruneAt) this.prune()
  }

  /** The context of a request that has been answered, which is let go of; undefined when it is not known. */
  take(request: IncomingMessage, socket: Socket): RequestContext | undefined {
    const ofSocket = this.#bySocket.get(socket)
    const index = ofSocket?.findIndex((context) => context.isOf(request)) ?? -1
    if (ofSocket === undefined || index === -1) return undefined
    const context = ofSocket[index]
    // A list of one, as it is but for clients that do not wait, needs no other list for what is taken out.
    if (ofSocket.length === 1) ofSocket.length = 0
    else ofSocket.splice(index, 1)
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

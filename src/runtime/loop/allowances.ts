import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

import { now } from '../clock.js'
import type { AllowedTime } from '../messages.js'
import { Flag, Text, Time, writeText, type SharedMemory } from '../shared-memory.js'
import type { Allowance } from '../types.js'

// Taken before the journal replaces it.
const { stringify } = JSON

/** One call of `allowBlocking`. */
interface AllowedCall {
  readonly allowance: Allowance
  /** Its promise has settled: what it started and did not wait for is not accepted. */
  hasEnded: boolean
  /** What it has taken of the turn with this number. */
  turn: number
  tookMs: number
}

// Node's, since 16.18; documented under diagnostics_channel.
const requestStart = 'http.server.request.start'

/**
 * Knows which code `allowBlocking` has accepted, and what that took of the current turn.
 *
 * What runs synchronously is timed; the continuations of an asynchronous function are recognised by
 * their asynchronous context, as long as its promise is pending.
 */
export class Allowances {
  readonly #memory: SharedMemory
  readonly #storage = new AsyncLocalStorage<AllowedCall | undefined>()
  /** The calls that are on the stack, outermost first. */
  readonly #open: { readonly call: AllowedCall; readonly beganAt: number }[] = []
  #pending = 0
  #turn = 0
  #allowedMs = 0
  #exceeded: AllowedTime['exceeded'] = null

  constructor(memory: SharedMemory) {
    this.#memory = memory
  }

  /** Runs a function, as accepted. A plain promise comes back as another one that settles alike. */
  run<Result>(allowance: Allowance, run: () => Result): Result {
    const call = { allowance, hasEnded: false, turn: this.#turn, tookMs: 0 }
    let isPending = false
    // As long as nothing is accepted, it would only be one more function for every request.
    if (this.#pending === 0) subscribe(requestStart, this.#leaveForRequest)
    this.#pending += 1
    this.#begin(call)
    try {
      const result = this.#storage.run(call, run)
      if (!isPlainPromise(result)) return result
      isPending = true
      return this.#untilSettled(result, call) as Result
    } finally {
      this.#end()
      if (!isPending) this.#finish(call)
    }
  }

  /**
   * A synchronous call begins that holds the thread, so that its context cannot be asked for.
   * @returns whether `leaveCall` has to follow.
   */
  enterCall(): boolean {
    const call = this.#open.length === 0 ? this.#followed() : null
    if (!call) return false
    this.#begin(call)
    return true
  }

  leaveCall(): void {
    this.#end()
  }

  /** Whether accepted code is on the stack. */
  isOpen(): boolean {
    return this.#open.length > 0
  }

  current(): Allowance | null {
    return (this.#open.at(-1)?.call ?? this.#followed())?.allowance ?? null
  }

  /** What the turn's accepted calls took, and forgets it; null for nothing. */
  endTurn(): AllowedTime | null {
    // The program may end inside of one.
    const time = this.#open.length > 0 ? now() : 0
    for (const { call, beganAt } of this.#open) this.#count(call, time - beganAt)
    const [outermost] = this.#open
    const allowedMs = this.#allowedMs + (outermost ? time - outermost.beganAt : 0)
    const exceeded = this.#exceeded
    this.#turn += 1
    this.#allowedMs = 0
    this.#exceeded = null
    return allowedMs > 0 ? { allowedMs, exceeded } : null
  }

  stop(): void {
    unsubscribe(requestStart, this.#leaveForRequest)
    this.#storage.disable()
  }

  // A connection that was opened inside of an accepted call carries requests of anybody.
  readonly #leaveForRequest = (): void => {
    this.#storage.enterWith(undefined)
  }

  #followed(): AllowedCall | null {
    if (this.#pending === 0) return null
    const call = this.#storage.getStore()
    return call && !call.hasEnded ? call : null
  }

  #begin(call: AllowedCall): void {
    const beganAt = now()
    if (this.#open.length === 0) {
      const { times } = this.#memory
      times[Time.AllowanceStart] = beganAt
      writeText(this.#memory, Text.allowance, stringify(call.allowance))
    }
    this.#open.push({ call, beganAt })
  }

  #end(): void {
    const span = this.#open.pop()
    if (!span) return
    const tookMs = now() - span.beganAt
    if (this.#open.length === 0) {
      this.#allowedMs += tookMs
      this.#memory.flags[Flag.AllowanceLength] = 0
    }
    this.#count(span.call, tookMs)
  }

  #count(call: AllowedCall, tookMs: number): void {
    if (call.turn !== this.#turn) call.tookMs = 0
    call.turn = this.#turn
    call.tookMs += tookMs
    const { budgetMs } = call.allowance
    if (budgetMs === null || call.tookMs <= budgetMs) return
    const worst = this.#exceeded
    if (worst && worst.tookMs - (worst.budgetMs ?? 0) > call.tookMs - budgetMs) return
    this.#exceeded = { ...call.allowance, tookMs: call.tookMs }
  }

  async #untilSettled(promise: Promise<unknown>, call: AllowedCall): Promise<unknown> {
    try {
      return await promise
    } finally {
      this.#finish(call)
    }
  }

  #finish(call: AllowedCall): void {
    call.hasEnded = true
    this.#pending -= 1
    if (this.#pending > 0) return
    unsubscribe(requestStart, this.#leaveForRequest)
    // Before Node.js 24, it costs every promise of the process a hook.
    this.#storage.disable()
  }
}

/**
 * To know when another kind of promise settles, one would have to change it: waiting for it starts
 * some (queries of knex), and others have members (child processes of execa) that must not get lost.
 */
function isPlainPromise(value: unknown): value is Promise<unknown> {
  if (!(value instanceof Promise)) return false
  return Object.getPrototypeOf(value) === Promise.prototype && Object.keys(value).length === 0
}

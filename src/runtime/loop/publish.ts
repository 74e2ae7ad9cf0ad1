import { channel } from 'node:diagnostics_channel'

import type { StallNotice } from '../messages.js'
import type { StallReport, StallSink } from '../types.js'
import { warn } from '../write-text.js'

/** What a program wants to be told on its own thread. */
export interface Listeners {
  readonly onStall?: ((report: StallReport) => unknown) | undefined
  readonly sinks?: readonly StallSink[] | undefined
}

/** The channel of `node:diagnostics_channel` on which reports are published. */
export const stallChannel = 'event-loop:stall'

/** Tells the program of each stall, once the loop turns again. */
export class Publisher {
  readonly #channel = channel(stallChannel)
  readonly #listeners = new Set<(report: StallReport) => unknown>()
  readonly #counters = new Set<(notice: StallNotice) => void>()

  /** @returns a function that removes them. */
  add({ onStall, sinks = [] }: Listeners): () => void {
    const added = sinks.map((sink) => guard((report) => sink.write(report), 'a sink'))
    if (onStall) added.push(guard(onStall, 'onStall'))
    for (const listener of added) this.#listeners.add(listener)
    return () => {
      for (const listener of added) this.#listeners.delete(listener)
    }
  }

  /** Has `count` hear of every stall that is over, also of those that are not reported. */
  addCounter(count: (notice: StallNotice) => void): void {
    this.#counters.add(count)
  }

  publish(notice: StallNotice): void {
    for (const count of this.#counters) count(notice)
    const { report, isReported } = notice
    if (!isReported) return
    for (const listener of this.#listeners) listener(report)
    if (this.#channel.hasSubscribers) this.#channel.publish(report)
  }
}

/** What a listener throws, at once or by a promise, is told once and goes no further. */
function guard(
  listener: (report: StallReport) => unknown,
  name: string,
): (report: StallReport) => void {
  let hasFailed = false
  const fail = (error: unknown): void => {
    if (hasFailed) return
    hasFailed = true
    warn(`${name} has failed, further failures are not told: ${textOf(error)}`)
  }
  return (report) => {
    try {
      const result = listener(report)
      if (result instanceof Promise) result.catch(fail)
    } catch (error) {
      fail(error)
    }
  }
}

function textOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error)
  } catch {
    return 'an error that cannot be shown'
  }
}

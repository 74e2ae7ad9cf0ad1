import { findSourceMap } from 'node:module'

import type { LoopMessage, RawFrame } from '../messages.js'
import { fileOf, isUserCode, toStackFrame } from '../stack-frames.js'
import { positionByProgram } from './positions-by-program.js'

// Taken before the journal replaces it.
const { stringify } = JSON

/** A program has fewer places than this in the stacks of its stalls. */
const maximumPlaces = 5000
/** More are not looked up in one go, for that holds the loop. */
const placesAtOnce = 100

/** What compilers write to disk refers to its map itself. */
const compiledToDisk = /\.[cm]?js$/

/**
 * Hands on what the process knows of code that was compiled in memory, by tsx, vitest or a
 * development server: the source maps that Node.js keeps, where its source maps are switched on, and
 * else the original positions that the program's own stack traces have.
 */
export class InMemorySources {
  readonly #send: (message: LoopMessage) => void
  readonly #noted = new Map<string, RawFrame>()
  readonly #told = new Set<string>()
  readonly #lookedUp = new Set<string>()
  readonly #mapped = new Set<string>()

  constructor(send: (message: LoopMessage) => void) {
    this.#send = send
  }

  /** Remembers which places a stack has; nothing more, for the loop is blocked. */
  note(frames: readonly RawFrame[]): void {
    for (const frame of frames) {
      if (this.#told.size + this.#noted.size >= maximumPlaces || this.#noted.size >= placesAtOnce) return
      if (!isUserCode(frame.url)) continue
      const place = `${frame.url}:${frame.line}:${frame.column}`
      if (!this.#told.has(place)) this.#noted.set(place, frame)
    }
  }

  /** The loop turns again: tells what is known of what was noted, and of these frames. */
  tell(frames: readonly RawFrame[]): void {
    this.note(frames)
    const positions: Extract<LoopMessage, { type: 'source-positions' }>['positions'][number][] = []
    for (const [place, frame] of this.#noted) {
      this.#told.add(place)
      if (this.#tellMap(frame.url)) continue
      const original = positionByProgram(frame)
      if (original) positions.push({ from: toStackFrame(frame), to: toStackFrame(original) })
    }
    this.#noted.clear()
    if (positions.length > 0) this.#send({ type: 'source-positions', positions })
  }

  /** @returns whether Node.js has a map of this code. */
  #tellMap(url: string): boolean {
    if (this.#lookedUp.has(url) || compiledToDisk.test(url)) return this.#mapped.has(url)
    this.#lookedUp.add(url)
    try {
      const payload = findSourceMap(url)?.payload
      if (!payload) return false
      this.#mapped.add(url)
      this.#send({ type: 'source-map', file: fileOf(url), map: { json: stringify(payload), url } })
      return true
    } catch {
      return false
    }
  }
}

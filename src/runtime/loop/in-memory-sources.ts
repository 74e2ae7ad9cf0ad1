import { findSourceMap } from 'node:module'

import type { LoopMessage, RawFrame } from '../messages.js'
import { fileOf, isUserCode } from '../stack-frames.js'

// Taken before the journal replaces it.
const { stringify } = JSON

/** A program has fewer files than this in the stacks of its stalls. */
const maximumFiles = 1000

/** What compilers write to disk refers to its map itself. */
const compiledToDisk = /\.[cm]?js$/

/**
 * Hands on the source maps of code that was compiled in memory, by tsx or a development server,
 * where Node.js keeps them: as long as its source maps are switched on.
 */
export class InMemorySources {
  readonly #send: (message: LoopMessage) => void
  readonly #noted = new Set<string>()
  readonly #told = new Set<string>()

  constructor(send: (message: LoopMessage) => void) {
    this.#send = send
  }

  /** Remembers which files a stack has; nothing more, for the loop is blocked. */
  note(frames: readonly RawFrame[]): void {
    for (const { url } of frames) {
      if (this.#told.size + this.#noted.size >= maximumFiles) return
      if (isUserCode(url) && !compiledToDisk.test(url) && !this.#told.has(url)) this.#noted.add(url)
    }
  }

  /** The loop turns again: tells of the maps of what was noted, and of these frames. */
  tellMaps(frames: readonly RawFrame[]): void {
    this.note(frames)
    for (const url of this.#noted) {
      this.#told.add(url)
      this.#tell(url)
    }
    this.#noted.clear()
  }

  #tell(url: string): void {
    try {
      const payload = findSourceMap(url)?.payload
      if (!payload) return
      const map = { json: stringify(payload), url }
      this.#send({ type: 'source-map', file: fileOf(url), map })
    } catch {
      // Then the position in the compiled code is all that is known.
    }
  }
}

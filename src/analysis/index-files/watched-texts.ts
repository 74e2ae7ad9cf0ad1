import { readFileSync } from 'node:fs'
import { type Stamp, stampOf } from './stamp.js'

/** Texts of configuration that were read, to tell later whether one of them changed. */
export class WatchedTexts {
  readonly #known = new Map<string, { stamp: Stamp | null; text: string | null }>()

  /** The text of a file without byte order mark, or null when it cannot be read. */
  read(file: string): string | null {
    const known = this.#known.get(file)
    if (known !== undefined) return known.text
    const stamp = stampOf(file)
    const text = readText(file)
    this.#known.set(file, { stamp, text })
    return text
  }

  /** All that was read, by file. */
  get texts(): readonly (readonly [file: string, text: string | null])[] {
    return Array.from(this.#known, ([file, { text }]) => [file, text] as const)
  }

  areCurrent(): boolean {
    for (const [file, known] of this.#known) {
      const stamp = stampOf(file)
      if (stamp === null ? known.stamp === null : known.stamp?.equals(stamp)) continue
      if (readText(file) !== known.text) return false
      known.stamp = stamp
    }
    return true
  }
}

/** A file's text without byte order mark, or null when it cannot be read. */
export function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return null
  }
}

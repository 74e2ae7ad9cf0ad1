import { readChecked, writeChecked } from './index-files/checked-file.js'
import { versionOfCode } from './own-version.js'

/** To be raised with every change of what facts say or how they are written. */
export const FACTS_VERSION = 11

const fileName = 'facts.jsonl'
const newline = 0x0a

/** What the file held when it was read. */
export interface CachedEntries {
  readonly size: number
  /** The value kept under a key; undefined when there is none, or none that can be read. */
  get(key: string): unknown
}

export const noEntries: CachedEntries = { size: 0, get: () => undefined }

/**
 * Keeps plain JSON values by key in one file, for the next run.
 *
 * The file is the version, and a line each of keys and value. Whatever else stands there, and a folder that
 * cannot be written to, are the same as no file.
 */
export class FactsCache {
  readonly #folder: string
  readonly #version: string

  /** @param folder Absolute path; it is made when there is something to write. */
  constructor(folder: string, version = currentVersion()) {
    this.#folder = folder
    this.#version = JSON.stringify(version)
  }

  read(): CachedEntries {
    const lines = this.#readLines()
    if (lines.size === 0) return noEntries
    return {
      size: lines.size,
      get: (key) => {
        const line = lines.get(key)
        if (line === undefined) return undefined
        try {
          return JSON.parse(line.toString('utf8', key.length + 1)) as unknown
        } catch {
          return undefined
        }
      },
    }
  }

  /** Replaces the file. Values that it holds already are copied, the others are asked for. */
  write(entries: Iterable<readonly [key: string, value: () => unknown]>): void {
    const before = this.#readLines()
    const parts: Buffer[] = [Buffer.from(`${this.#version}\n`)]
    const lineEnd = Buffer.from('\n')
    for (const [key, value] of entries) {
      const line = before.get(key) ?? Buffer.from(`${key} ${JSON.stringify(value())}`)
      parts.push(line, lineEnd)
    }
    writeChecked(this.#folder, fileName, Buffer.concat(parts))
  }

  #readLines(): ReadonlyMap<string, Buffer> {
    const lines = new Map<string, Buffer>()
    const body = readChecked(this.#folder, fileName)
    if (body === null) return lines
    const versionEnd = body.indexOf(newline)
    if (body.toString('utf8', 0, versionEnd) !== this.#version) return lines
    for (let start = versionEnd + 1; start < body.length; ) {
      const end = body.indexOf(newline, start)
      const keyEnd = body.indexOf(' ', start)
      if (keyEnd === -1 || end === -1) break
      lines.set(body.toString('latin1', start, keyEnd), body.subarray(start, end))
      start = end + 1
    }
    return lines
  }
}

/** Grows stale with every build of the extractor. */
function currentVersion(): string {
  return `${FACTS_VERSION}/${versionOfCode('./analysis/extract/')}`
}

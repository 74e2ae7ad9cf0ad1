import { createHash, randomUUID } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** To be raised with every change of what facts say or how they are written. */
export const FACTS_VERSION = 9

const fileName = 'facts.jsonl'
const newline = 0x0a
const checksumLength = 40
const abandonedAfterMs = 60 * 60 * 1000

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
 * The file is the checksum of the rest, the version, and a line each of keys and value. It is replaced as
 * a whole, so that of several processes the last one wins and none reads half of it. Whatever else stands
 * there, and a folder that cannot be written to, are the same as no file.
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
    const body = Buffer.concat(parts)
    const temporary = join(this.#folder, `${fileName}.${randomUUID()}.tmp`)
    try {
      mkdirSync(this.#folder, { recursive: true })
      this.#removeAbandoned()
      writeFileSync(temporary, Buffer.concat([Buffer.from(`${checksumOf(body)}\n`), body]))
      renameSync(temporary, join(this.#folder, fileName))
    } catch {
      // Without a cache the next run takes longer, and that is all.
      removeQuietly(temporary)
    }
  }

  #readLines(): ReadonlyMap<string, Buffer> {
    const lines = new Map<string, Buffer>()
    let content: Buffer
    try {
      content = readFileSync(join(this.#folder, fileName))
    } catch {
      return lines
    }
    const body = content.subarray(checksumLength + 1)
    if (content.toString('latin1', 0, checksumLength) !== checksumOf(body)) return lines
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

  /** Files that a process left half-written when it was killed. */
  #removeAbandoned(): void {
    for (const name of readdirSync(this.#folder)) {
      if (!name.startsWith(`${fileName}.`)) continue
      const file = join(this.#folder, name)
      const stats = statSync(file, { throwIfNoEntry: false })
      if (stats && Date.now() - stats.mtimeMs > abandonedAfterMs) removeQuietly(file)
    }
  }
}

function checksumOf(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('hex')
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // It is in nobody's way.
  }
}

/** Grows stale with every build of the extractor, so that working on it needs no thought of the cache. */
function currentVersion(): string {
  const own = createHash('sha1')
  try {
    own.update(readFileSync(new URL('../../package.json', import.meta.url)))
    const extractor = new URL('./extract/', import.meta.url)
    for (const name of readdirSync(extractor).sort()) own.update(readFileSync(new URL(name, extractor)))
  } catch {
    // Packed some other way: the constant has to do.
  }
  return `${FACTS_VERSION}/${own.digest('hex')}`
}

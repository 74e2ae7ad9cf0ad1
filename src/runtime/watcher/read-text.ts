import { readFileSync, statSync } from 'node:fs'

/** A larger file is no source that anybody reads, or a map that takes too long to decode. */
const maximumBytes = 8_000_000

/** A file's text; null when it cannot be read or is very large. Blocks, for the watcher's thread. */
export function readText(file: string): string | null {
  try {
    return statSync(file).size > maximumBytes ? null : readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

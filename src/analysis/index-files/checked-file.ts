import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOfText } from './source-text.js'

const checksumLength = 40
const abandonedAfterMs = 60 * 60 * 1000

/**
 * A file of a cache that says of itself whether it is whole: the checksum of the rest, a line break, the rest.
 * Null when it is not, and when there is none.
 * @param folder Absolute path.
 */
export function readChecked(folder: string, name: string): Buffer | null {
  let content: Buffer
  try {
    content = readFileSync(join(folder, name))
  } catch {
    return null
  }
  const body = content.subarray(checksumLength + 1)
  return content.toString('latin1', 0, checksumLength) === hashOfText(body) ? body : null
}

/**
 * Replaces such a file as a whole, so that of several processes the last one wins and none reads half of it. A
 * folder that cannot be written to is the same as one without the file.
 */
export function writeChecked(folder: string, name: string, body: Buffer): void {
  const temporary = join(folder, `${name}.${randomUUID()}.tmp`)
  try {
    mkdirSync(folder, { recursive: true })
    removeAbandoned(folder, name)
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${hashOfText(body)}\n`), body]))
    renameSync(temporary, join(folder, name))
  } catch {
    // Without a cache the next run takes longer, and that is all.
    removeQuietly(temporary)
  }
}

/** Files that a process left half-written when it was killed. */
function removeAbandoned(folder: string, name: string): void {
  for (const other of readdirSync(folder)) {
    if (!other.startsWith(`${name}.`)) continue
    const file = join(folder, other)
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats && Date.now() - stats.mtimeMs > abandonedAfterMs) removeQuietly(file)
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // It is in nobody's way.
  }
}

import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { defaultStallsFile, readStalls, rotatedFile } from '../../stalls-file.js'
import type { ObservedStall } from './locate-stalls.js'

/** Stalls files change while an editor lints, but not between two files of one run. */
const trustedMs = 1000

interface ReadFile {
  readonly stamp: string
  readonly stalls: readonly ObservedStall[]
}

const read = new Map<string, ReadFile>()
const found = new Map<string, { readonly files: readonly string[]; readonly at: number }>()

/**
 * What watchdogs have recorded for a source file: in `file`, or without one in
 * `.event-loop/stalls.jsonl` of the folders around it. What cannot be read holds nothing.
 *
 * @param source Absolute path of the source file.
 * @param file Absolute path of the stalls file.
 */
export function recordedStalls(source: string, file?: string): readonly ObservedStall[] {
  const files = file === undefined ? stallsFilesAround(dirname(source)) : [file]
  return files.flatMap((path) => [rotatedFile(path), path]).flatMap(stallsIn)
}

/** The nearest first, up to the root of the file system: a program may be started in any of them. */
function stallsFilesAround(folder: string): readonly string[] {
  const known = found.get(folder)
  if (known && performance.now() - known.at < trustedMs) return known.files
  const files: string[] = []
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, defaultStallsFile)
    if (stampOf(file) !== null) files.push(file)
    if (dirname(at) === at) break
  }
  found.set(folder, { files, at: performance.now() })
  return files
}

function stallsIn(file: string): readonly ObservedStall[] {
  const stamp = stampOf(file)
  if (stamp === null) return []
  const known = read.get(file)
  if (known?.stamp === stamp) return known.stalls
  const stalls = readObserved(file)
  read.set(file, { stamp, stalls })
  return stalls
}

function readObserved(file: string): readonly ObservedStall[] {
  try {
    return readStalls(file).stalls.flatMap((report) => {
      const { place, blockedAt } = report
      // Where the thread was next, and a line that may not be what ran, are no place to point at.
      if (!place || typeof place.textHash !== 'string' || blockedAt?.confidence === 'late') return []
      return [
        {
          file: place.file.replaceAll('\\', '/'),
          line: place.line,
          column: place.column,
          textHash: place.textHash,
          durationMs: report.durationMs,
          time: report.time,
          api: report.api?.name ?? null,
          request: report.request && `${report.request.method} ${report.request.route ?? report.request.path}`,
        },
      ]
    })
  } catch {
    return []
  }
}

function stampOf(file: string): string | null {
  try {
    const stats = statSync(file)
    return stats.isFile() ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : null
  } catch {
    return null
  }
}

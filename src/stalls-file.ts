import {
  appendFileSync,
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

import type { StallReport } from './runtime/types.js'

/** Where a watchdog records stalls, and where the linter looks for them, below a project's root. */
export const defaultStallsFile = path.join('.event-loop', 'stalls.jsonl')

/** Identifies what a line says, wherever it stands and however it is indented. */
export function hashLine(text: string): string {
  // Loaded with the first hash: it would be a tenth of what a watcher's thread takes, which may never need one.
  const { createHash } = process.getBuiltinModule('node:crypto')
  return createHash('sha256').update(text.trim().replaceAll(/\s+/g, ' ')).digest('hex').slice(0, 16)
}

/** What a stalls file holds. */
export interface RecordedStalls {
  /** In the order in which they were first recorded, each with its last state. */
  readonly stalls: readonly StallReport[]
  /** Lines, from 1, that are no stall: cut off, damaged or foreign. */
  readonly corruptLines: readonly number[]
}

/**
 * Adds a line to a stalls file, and makes the file and its folder if they are missing; a folder
 * that it makes is ignored by git through a `.gitignore` of its own.
 *
 * A file that would exceed `maximumBytes` becomes the {@link rotatedFile}, in place of the one before.
 *
 * @throws the file system's error.
 */
export function appendStall(file: string, report: StallReport, maximumBytes = Infinity): void {
  const folder = path.dirname(file)
  if (mkdirSync(folder, { recursive: true }) !== undefined) {
    writeFileSync(path.join(folder, '.gitignore'), '*\n')
  }
  // One write in append mode, so that lines of several processes do not mix.
  const line = `${JSON.stringify(report)}\n`
  const { size, isInsideLine } = endOf(file)
  const isFull = size > 0 && size + Buffer.byteLength(line) > maximumBytes
  if (isFull) renameSync(file, rotatedFile(file))
  // One write in append mode, so that lines of several processes do not mix.
  appendFileSync(file, isInsideLine && !isFull ? `\n${line}` : line)
}

/** Where a stalls file goes that has become too large: `stalls.1.jsonl` beside `stalls.jsonl`. */
export function rotatedFile(file: string): string {
  const { dir, name, ext } = path.parse(file)
  return path.join(dir, `${name}.1${ext}`)
}

/** A process that was killed while it wrote leaves a line without an end. */
function endOf(file: string): { size: number; isInsideLine: boolean } {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch {
    return { size: 0, isInsideLine: false }
  }
  try {
    const stats = fstatSync(descriptor)
    // Nothing is read of what is no file, such as a pipe, and nothing renamed.
    if (!stats.isFile() || stats.size === 0) return { size: 0, isInsideLine: false }
    const last = Buffer.alloc(1)
    const count = readSync(descriptor, last, 0, 1, stats.size - 1)
    return { size: stats.size, isInsideLine: count === 1 && last[0] !== 10 }
  } finally {
    closeSync(descriptor)
  }
}

/** Of a larger file only the end is read: no watchdog that has its limits makes one. */
const maximumReadBytes = 50_000_000

/**
 * Reads a stalls file; a file that does not exist holds no stalls.
 *
 * @param maximumBytes of which only the last ones are read, from the first whole line on.
 * @throws the file system's error, when the file exists and cannot be read.
 */
export function readStalls(file: string, maximumBytes = maximumReadBytes): RecordedStalls {
  try {
    return parseStalls(readEnd(file, maximumBytes))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return parseStalls('')
    throw error
  }
}

function readEnd(file: string, maximumBytes: number): string {
  // Opening a pipe would wait for whoever writes into it.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const { size } = fstatSync(descriptor)
    const start = Math.max(0, size - maximumBytes)
    const bytes = Buffer.alloc(size - start)
    let read = 0
    for (let count; read < bytes.length; read += count) {
      count = readSync(descriptor, bytes, read, bytes.length - read, start + read)
      if (count === 0) break
    }
    const text = bytes.toString('utf8', 0, read)
    return start === 0 ? text : text.slice(text.indexOf('\n') + 1)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Reads the text of a stalls file.
 *
 * A stall that took long has several lines, each replacing the one before: those of the same
 * process and the same beginning are one stall.
 */
export function parseStalls(text: string): RecordedStalls {
  const stalls = new Map<string, StallReport>()
  const corruptLines: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const report = parseLine(line)
    if (report) stalls.set(`${report.pid} ${report.time}`, report)
    else corruptLines.push(index + 1)
  }
  return { stalls: [...stalls.values()], corruptLines }
}

function parseLine(line: string): StallReport | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return null
  }
  return isStallReport(value) ? { ...unknownByOlder, ...value } : null
}

/** What lines of older versions lack. */
const unknownByOlder = {
  place: null,
  allowance: null,
  hint: null,
  medianMs: 0,
  worstMs: 0,
  omitted: 0,
} satisfies Partial<StallReport>

function isStallReport(value: unknown): value is StallReport {
  if (!isObject(value) || value['type'] !== 'stall') return false
  const { time, pid, durationMs, stillBlocked, cause, blockedAt, place, api, request } = value
  return (
    typeof time === 'string' &&
    typeof pid === 'number' &&
    typeof durationMs === 'number' &&
    typeof stillBlocked === 'boolean' &&
    (cause === null || typeof cause === 'string') &&
    (blockedAt === null || (isObject(blockedAt) && isFrames(blockedAt['frames']))) &&
    (place === null || place === undefined || isFrame(place)) &&
    isStack(value['scheduledAt']) &&
    (api === null || (isObject(api) && typeof api['name'] === 'string')) &&
    (request === null || (isObject(request) && typeof request['path'] === 'string')) &&
    typeof value['group'] === 'string' &&
    typeof value['count'] === 'number'
  )
}

function isStack(value: unknown): boolean {
  return value === null || (isObject(value) && isFrames(value['frames']))
}

function isFrames(value: unknown): boolean {
  return Array.isArray(value) && value.every((frame) => isFrame(frame))
}

function isFrame(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['functionName'] === 'string' &&
    typeof value['file'] === 'string' &&
    Number.isInteger(value['line']) &&
    Number.isInteger(value['column'])
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

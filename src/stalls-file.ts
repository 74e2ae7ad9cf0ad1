import { createHash } from 'node:crypto'
import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { readSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { StallReport } from './runtime/types.js'

/** Where a watchdog records stalls, and where the linter looks for them, below a project's root. */
export const defaultStallsFile = path.join('.event-loop', 'stalls.jsonl')

/** Identifies what a line says, wherever it stands and however it is indented. */
export function hashLine(text: string): string {
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
 * @throws the file system's error.
 */
export function appendStall(file: string, report: StallReport): void {
  const folder = path.dirname(file)
  if (mkdirSync(folder, { recursive: true }) !== undefined) {
    writeFileSync(path.join(folder, '.gitignore'), '*\n')
  }
  // One write in append mode, so that lines of several processes do not mix.
  const separator = endsInsideLine(file) ? '\n' : ''
  appendFileSync(file, `${separator}${JSON.stringify(report)}\n`)
}

/** A process that was killed while it wrote leaves a line without an end. */
function endsInsideLine(file: string): boolean {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch {
    return false
  }
  try {
    const { size } = fstatSync(descriptor)
    const last = Buffer.alloc(1)
    return size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] !== 10
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Reads a stalls file; a file that does not exist holds no stalls.
 *
 * @throws the file system's error, when the file exists and cannot be read.
 */
export function readStalls(file: string): RecordedStalls {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') text = ''
    else throw error
  }
  return parseStalls(text)
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
  return isStallReport(value) ? value : null
}

function isStallReport(value: unknown): value is StallReport {
  if (!isObject(value) || value['type'] !== 'stall') return false
  const { time, pid, durationMs, stillBlocked, cause, blockedAt, api, request } = value
  return (
    typeof time === 'string' &&
    typeof pid === 'number' &&
    typeof durationMs === 'number' &&
    typeof stillBlocked === 'boolean' &&
    (cause === null || typeof cause === 'string') &&
    (blockedAt === null || (isObject(blockedAt) && isFrames(blockedAt['frames']))) &&
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

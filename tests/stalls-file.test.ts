import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { appendStall, hashLine, parseStalls, readStalls } from '../src/stalls-file.js'
import { stallReport as stall } from './runtime/stall-report.js'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'stalls-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('appending', () => {
  it('makes the folder, and has git ignore it', () => {
    const file = path.join(folder, '.event-loop', 'stalls.jsonl')
    appendStall(file, stall())
    expect(readFileSync(path.join(folder, '.event-loop', '.gitignore'), 'utf8')).toBe('*\n')
    expect(readStalls(file)).toEqual({ stalls: [stall()], corruptLines: [] })
  })

  it('leaves a folder alone that was there before', () => {
    const existing = path.join(folder, 'logs')
    mkdirSync(existing)
    appendStall(path.join(existing, 'stalls.jsonl'), stall())
    expect(existsSync(path.join(existing, '.gitignore'))).toBe(false)
  })

  it('starts a new line after one that was cut off', () => {
    const file = path.join(folder, 'stalls.jsonl')
    writeFileSync(file, '{"type":"stall","ti')
    appendStall(file, stall())
    expect(readStalls(file)).toEqual({ stalls: [stall()], corruptLines: [1] })
  })

  it('throws where the folder cannot be made', () => {
    writeFileSync(path.join(folder, 'file'), '')
    expect(() => appendStall(path.join(folder, 'file', 'stalls.jsonl'), stall())).toThrow()
  })
})

describe('reading', () => {
  it('finds no stalls where there is no file', () => {
    expect(readStalls(path.join(folder, 'none'))).toEqual({ stalls: [], corruptLines: [] })
  })

  it('throws when the file cannot be read', () => {
    expect(() => readStalls(folder)).toThrow(/EISDIR/)
  })

  it('keeps the last line of a stall that has several', () => {
    const interim = stall({ stillBlocked: true, durationMs: 1000 })
    const other = stall({ time: '2026-01-01T10:00:09.000Z', count: 2 })
    const final = stall({ durationMs: 5000 })
    const text = [interim, other, final].map((line) => JSON.stringify(line)).join('\n')
    expect(parseStalls(text)).toEqual({ stalls: [final, other], corruptLines: [] })
  })

  it.each([
    ['no JSON', '{"type":"stall",'],
    ['an array', '[]'],
    ['null', 'null'],
    ['another type', JSON.stringify({ ...stall(), type: 'note' })],
    ['a missing field', JSON.stringify({ ...stall(), request: undefined })],
    ['frames that are none', JSON.stringify(stall({ blockedAt: { frames: [{}] } as never }))],
    ['a null byte', '\0\0\0'],
  ])('tells the line number of %s', (_, line) => {
    const text = `${JSON.stringify(stall())}\n${line}\r\n\n${JSON.stringify(stall({ pid: 8 }))}\n`
    const { stalls, corruptLines } = parseStalls(text)
    expect(corruptLines).toEqual([2])
    expect(stalls.map(({ pid }) => pid)).toEqual([7, 8])
  })
})

describe('a bounded file', () => {
  it('is rotated before it exceeds its size, in place of the one before', () => {
    const file = path.join(folder, 'stalls.jsonl')
    const bytes = JSON.stringify(stall({ pid: 1 })).length + 1
    for (const pid of [1, 2, 3, 4, 5]) appendStall(file, stall({ pid }), 2 * bytes)
    const pids = (name: string) => readStalls(path.join(folder, name)).stalls.map((each) => each.pid)
    expect([pids('stalls.jsonl'), pids('stalls.1.jsonl')]).toEqual([[5], [3, 4]])
  })

  it('has its end read when it is huge', () => {
    const file = path.join(folder, 'stalls.jsonl')
    for (const pid of [1, 2, 3]) appendStall(file, stall({ pid }))
    const bytes = JSON.stringify(stall({ pid: 1 })).length + 1
    const { stalls, corruptLines } = readStalls(file, 2 * bytes + 5)
    expect(stalls.map(({ pid }) => pid)).toEqual([2, 3])
    expect(corruptLines).toEqual([])
  })

  it('that is a pipe is not read', () => {
    const file = path.join(folder, 'stalls.jsonl')
    execFileSync('mkfifo', [file])
    expect(readStalls(file)).toEqual({ stalls: [], corruptLines: [] })
  })
})

it('the hash of a line ignores how it is indented', () => {
  expect(hashLine('\t\tconst rows = load()  ')).toBe(hashLine('const rows  = load()'))
  expect(hashLine('const rows = load()')).not.toBe(hashLine('const rows = loads()'))
})

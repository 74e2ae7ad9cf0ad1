import path from 'node:path'
import { describe, expect, it } from 'vitest'

import { listenersOf, optionsFromEnvironment, resolveOptions } from '../../src/runtime/options.js'
import type { WatchdogOptions } from '../../src/runtime/options.js'

const wrong = (options: object): WatchdogOptions => options as WatchdogOptions

describe('options in code', () => {
  it('have defaults', () => {
    expect(resolveOptions({}, '/srv')).toEqual({
      thresholdMs: 100,
      stallsFile: path.resolve('/srv/.event-loop/stalls.jsonl'),
      maxStallsFileBytes: 10_000_000,
      workers: false,
      exitAfterMs: null,
      exitCode: 70,
      report: 'terminal',
      origins: 'after-stall',
      allow: { apis: [], functions: [], files: [], packages: [] },
      sampleRate: 1,
      maxReportsPerMinute: 60,
      sinkModules: [],
      openTelemetry: true,
    })
  })

  it('win over the defaults, and an empty file name means none', () => {
    const given = {
      thresholdMs: 50.5,
      stallsFile: '',
      report: 'json',
      origins: 'never',
      allow: { apis: ['fs.existsSync'] },
      sampleRate: 0.5,
    } as const
    expect(resolveOptions(given, '/srv')).toMatchObject({
      ...given,
      stallsFile: null,
      allow: { apis: ['fs.existsSync'], functions: [], files: [], packages: [] },
    })
  })

  it('keeps sinks that are objects apart from modules', () => {
    const object = { write: () => {} }
    const given = { sinks: [object, 'sinks/pager.mjs', new URL('file:///srv/log.mjs')] }
    expect(resolveOptions(given, '/srv').sinkModules).toEqual([
      'file:///srv/sinks/pager.mjs',
      'file:///srv/log.mjs',
    ])
    expect(listenersOf(given)).toEqual({ onStall: undefined, sinks: [object] })
  })

  it.each([
    [{ thresholdMs: '100' }, '"thresholdMs" must be .* not "100"'],
    [{ thresholdMs: 9 }, '"thresholdMs" must be .* not 9'],
    [{ thresholdMs: Number.NaN }, '"thresholdMs" must be .* not NaN'],
    [{ thresholdMs: Infinity }, '"thresholdMs" must be .* not Infinity'],
    [{ stallsFile: null }, '"stallsFile" must be .* not null'],
    [{ stallsFile: 'a\0b' }, '"stallsFile" must be .* not "a\\\\u0000b"'],
    [{ workers: 1 }, '"workers" must be .* not 1'],
    [{ exitAfterMs: 50 }, '"exitAfterMs" must be .* not 50'],
    [{ exitCode: 256 }, '"exitCode" must be .* not 256'],
    [{ exitCode: 1.5 }, '"exitCode" must be .* not 1.5'],
    [{ report: 'xml' }, '"report" must be .* not "xml"'],
    [{ origins: true }, '"origins" must be .* not true'],
    [{ allow: { path: ['a'] } }, '"allow" must be .* not an object'],
    [{ allow: { files: 'a' } }, '"allow" must be .* not an object'],
    [{ allow: { files: [''] } }, '"allow" must be .* not an object'],
    [{ sampleRate: 1.5 }, '"sampleRate" must be .* not 1.5'],
    [{ maxReportsPerMinute: 0 }, '"maxReportsPerMinute" must be .* not 0'],
    [{ maxStallsFileBytes: 10 }, '"maxStallsFileBytes" must be .* not 10'],
    [{ onStall: 'log' }, '"onStall" must be .* not "log"'],
    [{ sinks: [{}] }, '"sinks" must be .* not an object'],
    [{ sinks: [new URL('https://shop.example/sink.mjs')] }, '"sinks" must be .* not an object'],
    [{ openTelemetry: 'yes' }, '"openTelemetry" must be .* not "yes"'],
    [{ treshold: 5 }, 'no option "treshold" \\(value 5\\)'],
    [{ constructor: 5 }, 'no option "constructor"'],
  ])('%j is a TypeError that names option and value', (options, message) => {
    expect(() => resolveOptions(wrong(options))).toThrow(TypeError)
    expect(() => resolveOptions(wrong(options))).toThrow(new RegExp(message))
  })
})

describe('settings of the environment', () => {
  it('are read', () => {
    const environment = {
      EVENT_LOOP_THRESHOLD_MS: '250',
      EVENT_LOOP_STALLS_FILE: '',
      EVENT_LOOP_REPORT: 'none',
      EVENT_LOOP_MAX_REPORTS_PER_MINUTE: '5',
    }
    expect(optionsFromEnvironment(environment)).toEqual({
      options: { thresholdMs: 250, stallsFile: '', report: 'none', maxReportsPerMinute: 5 },
      warnings: [],
    })
  })

  it.each([
    ['EVENT_LOOP_THRESHOLD_MS', 'fast', '"fast"; using 100.'],
    ['EVENT_LOOP_THRESHOLD_MS', '', '""; using 100.'],
    ['EVENT_LOOP_THRESHOLD_MS', '-5', '"-5"; using 100.'],
    ['EVENT_LOOP_THRESHOLD_MS', '0x64', '"0x64"; using 100.'],
    ['EVENT_LOOP_REPORT', 'pdf', '"pdf"; using "terminal".'],
  ])('%s=%s gives one warning and the default', (variable, value, end) => {
    const { options, warnings } = optionsFromEnvironment({ [variable]: value })
    expect(options).toEqual({})
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(new RegExp(`^${variable} must be `))
    expect(warnings[0]?.endsWith(end)).toBe(true)
  })
})

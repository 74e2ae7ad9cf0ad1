import { describe, expect, it } from 'vitest'
import { NamePattern } from '../../../src/analysis/declared/name-pattern.js'

describe('a pattern names', () => {
  it.each([
    ['fs', 'node:fs', 'statSync'],
    ['node:fs', 'fs', 'promises.stat'],
    ['fs.statSync', 'node:fs', 'statSync'],
    ['fs.*', 'fs', 'statSync'],
    ['fs.*Sync', 'fs', 'realpathSync'],
    ['fs.*stat*Sync', 'fs', 'lstatSync'],
    ['*.statSync', 'fs', 'statSync'],
    ['fs/promises', 'node:fs/promises', 'open'],
    ['sqlite.StatementSync#all', 'node:sqlite', 'StatementSync.prototype.all'],
    ['sqlite.StatementSync.prototype.all', 'node:sqlite', 'StatementSync.prototype.all'],
    ['Atomics.wait', 'global', 'Atomics.wait'],
    ['JSON.*', 'global', 'JSON.parse'],
    ['legacy-db', 'legacy-db', 'default'],
    ['legacy-db#query', 'legacy-db', 'default.prototype.query'],
    ['legacy-*#query', 'legacy-db', 'default.prototype.query'],
    ['legacy-db.queryAll', 'legacy-db', 'queryAll'],
    ['legacy-db#queryAll', 'legacy-db', 'queryAll'],
    ['legacy-db#Pool#query', 'legacy-db', 'Pool.prototype.query'],
    ['socket.io', 'socket.io', 'Server'],
    ['socket.io.Server', 'socket.io', 'Server'],
    ['@acme/*.*Sync', '@acme/orders', 'loadSync'],
    ['@acme/*.*Sync', '@acme/orders/store', 'Store.prototype.loadSync'],
    ['./lib/report#render*', './lib/report.js', 'renderAll'],
    ['./lib/report#render*', './lib/report/index.ts', 'render'],
    ['./lib/report.mjs#render', './lib/report.mjs', 'render'],
    ['./lib/*#*Sync', './lib/menu/load.ts', 'loadSync'],
    ['./lib/report', './lib/report.cts', 'Report.prototype.render'],
  ])('%s: %s %s', (text, module, path) => {
    expect(new NamePattern(text).matches(module, path)).toBe(true)
  })
})

describe('a pattern does not name', () => {
  it.each([
    ['fs.statSync', 'fs', 'lstatSync'],
    ['fs.statSync', 'fs', 'statSyncAll'],
    ['fs', 'fs-extra', 'statSync'],
    ['legacy-db#query', 'legacy-db', 'default.prototype.all'],
    ['fs', 'fs/promises', 'stat'],
    ['fs.*Sync', 'fs', 'stat'],
    ['fs.statSync', 'global', 'statSync'],
    ['a.c', 'abc', 'default'],
    ['@acme/*.*Sync', '@other/orders', 'loadSync'],
    ['@acme/*.*Sync', '@acme/orders', 'load'],
    ['./lib/report#render', './lib/reports.js', 'render'],
    ['./lib/report.mjs#render', './lib/report.js', 'render'],
    ['./lib/report#render', './other/lib/report.js', 'render'],
  ])('%s: %s %s', (text, module, path) => {
    expect(new NamePattern(text).matches(module, path)).toBe(false)
  })
})

it.each([
  ['', 'it names no module and no export.'],
  ['*', 'it names no module and no export.'],
  ['fs statSync', 'it names no module and no export.'],
  ['../lib/report#render', 'a path begins with "./" and is relative to the root of the project.'],
])('%j can name nothing', (text, reason) => {
  expect(() => new NamePattern(text)).toThrow(reason)
})

it('takes no time on names that nearly match', () => {
  const began = performance.now()
  expect(new NamePattern(`orders.${'*a'.repeat(12)}b`).matches('orders', 'a'.repeat(60))).toBe(false)
  expect(performance.now() - began).toBeLessThan(2000)
})

import { isBuiltin } from 'node:module'
import type { FileFacts } from './facts.js'

/** What a file is part of. Only servers are reported on; `worker` is the file of a worker thread or process. */
export type FileKind = 'server' | 'test' | 'script' | 'browser' | 'worker'

const testPath =
  /(^|\/)(__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|cypress)\/|\.(test|spec|e2e|cy|bench|stories)\.[cm]?[jt]sx?$/
const scriptPath =
  /(^|\/)(scripts|migrations|seeds|seeders|bench|benchmarks?)\/|(^|\/)(gulpfile|gruntfile)\.[cm]?[jt]s$|\.config\.[cm]?[jt]s$/i

const testModules = new Set([
  'vitest',
  'mocha',
  'ava',
  'tap',
  'tape',
  'jasmine',
  'uvu',
  'node:test',
  'bun:test',
  '@jest/globals',
  '@playwright/test',
])

const testGlobals = new Set(['describe', 'it', 'test', 'suite'])

/**
 * Recognises tests, scripts and browser code by what they do, and by the folders that hold them.
 * @param path The file's path under its project's root, with forward slashes.
 */
export function fileKind(facts: FileFacts, path: string): FileKind {
  if (isTest(facts, path)) return 'test'
  if (scriptPath.test(path) || (facts.hashbang && !hasExports(facts))) return 'script'
  return isBrowserCode(facts) ? 'browser' : 'server'
}

/** Whether a command line tool moves data and is done, although it shows how far it is over HTTP. */
export function isMigration(path: string): boolean {
  return /(^|\/)migrat(e|ion)s?\b[^/]*$/i.test(path)
}

function isTest(facts: FileFacts, path: string): boolean {
  if (testPath.test(path) || facts.imports.some((specifier) => testModules.has(specifier))) {
    return true
  }
  return facts.calls.some(({ callee, function: caller, arguments: [, body] }) => {
    const isRegistration = callee.type === 'global' && testGlobals.has(callee.name)
    return isRegistration && caller === 0 && body?.type === 'function'
  })
}

function hasExports(facts: FileFacts): boolean {
  if (facts.exports.length > 0) return true
  return facts.propertyWrites.some(({ object, property }) => {
    if (object.type !== 'global') return false
    return object.name === 'exports' || (object.name === 'module' && property === 'exports')
  })
}

/** React's directive for what is bundled for browsers. */
export function isClientFile({ functions }: FileFacts): boolean {
  return functions[0]?.directives?.includes('use client') ?? false
}

function isBrowserCode(facts: FileFacts): boolean {
  const touchesPage =
    isClientFile(facts) || facts.globals.includes('document') || facts.globals.includes('window')
  return touchesPage && !facts.imports.some((specifier) => isBuiltin(specifier))
}

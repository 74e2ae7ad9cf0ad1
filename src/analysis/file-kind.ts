import { isBuiltin } from 'node:module'
import type { FileFacts } from './facts.js'
import { isTestPath } from './index-files/passed-over.js'

/** What a file is part of. Only servers are reported on; `worker` is the file of a worker thread or process. */
export type FileKind = 'server' | 'test' | 'script' | 'browser' | 'worker'

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

export interface FileJudgement {
  readonly kind: FileKind
  /** What tells, as the end of a sentence: `it imports vitest`; empty for a server. */
  readonly cue: string
}

/**
 * Recognises tests, scripts and browser code by what they do, and by the folders that hold them.
 * @param path The file's path under its project's root, with forward slashes.
 */
export function judgeFileKind(facts: FileFacts, path: string): FileJudgement {
  const test = cueOfTest(facts, path)
  if (test !== null) return { kind: 'test', cue: test }
  const script = cueOfScript(facts, path)
  if (script !== null) return { kind: 'script', cue: script }
  const browser = cueOfBrowser(facts)
  return browser === null ? { kind: 'server', cue: '' } : { kind: 'browser', cue: browser }
}

/** Whether a command line tool moves data and is done, although it shows how far it is over HTTP. */
export function isMigration(path: string): boolean {
  return /(^|\/)migrat(e|ion)s?\b[^/]*$/i.test(path)
}

function cueOfTest(facts: FileFacts, path: string): string | null {
  if (isTestPath(path)) return `its path is ${path}`
  const module = facts.imports.find((specifier) => testModules.has(specifier))
  if (module !== undefined) return `it imports ${module}`
  const registers = facts.calls.some(({ callee, function: caller, arguments: [, body] }) => {
    const isRegistration = callee.type === 'global' && testGlobals.has(callee.name)
    return isRegistration && caller === 0 && body?.type === 'function'
  })
  return registers ? 'it registers tests' : null
}

function cueOfScript(facts: FileFacts, path: string): string | null {
  if (scriptPath.test(path)) return `its path is ${path}`
  return facts.hashbang && !hasExports(facts) ? 'it has a hashbang and exports nothing' : null
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

function cueOfBrowser(facts: FileFacts): string | null {
  const name = ['document', 'window'].find((global) => facts.globals.includes(global))
  const isClient = isClientFile(facts)
  if (!isClient && name === undefined) return null
  if (facts.imports.some((specifier) => isBuiltin(specifier))) return null
  return isClient ? "it says 'use client'" : `it uses \`${name}\` and nothing of Node.js`
}

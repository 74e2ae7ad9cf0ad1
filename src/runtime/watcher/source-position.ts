import type { TraceMap } from '@jridgewell/trace-mapping'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { hashLine } from '../../stalls-file.js'
import type { WatcherSettings } from '../messages.js'
import { isInternal } from '../stack-frames.js'
import type { StackFrame } from '../types.js'
import { findSourceMap, type FoundMap } from './find-source-map.js'
import { PackageVersions } from './package-version.js'
import { readText } from './read-text.js'

/** Decoded maps take up to twenty times the memory of their text, so few of them are kept. */
const keptMaps = 4
/** Characters of the texts of those; a larger one is kept alone. */
const keptMapLength = 1_000_000
const keptPositions = 500
const keptTexts = 20

/** What a map may give for a source that is not where it says, as bundlers name it. */
const bundlerUrl = /^(?:webpack|turbopack|rspack|vite|ng)(?:-internal)?:\/\/(?:\/|[^/]*\/)?(?:\([^)]*\)\/)?/

/** What nothing runs without compiling it; but Node.js may strip types and leave positions as they are. */
const neverRunsAsItIs = /\.(?:[cm]?tsx?|jsx|vue|svelte|astro)$/

/** What is known of the program. */
export type SourceSettings = Pick<WatcherSettings, 'workingDirectory' | 'startedAt' | 'stripsTypes'>

/**
 * Leads from the code that runs to the code that was written, by source maps.
 *
 * Reads and decodes files, so it is for the watcher's thread. A map that is missing, broken or does
 * not fit its source leaves a position as it is.
 */
export class SourcePositions {
  readonly #workingDirectory: string
  /** Milliseconds since 1970: what was written later may not be what runs. */
  readonly #startedAt: number
  readonly #stripsTypes: boolean
  /** Of code that was compiled in memory, by path or URL. */
  readonly #provided = new Bounded<FoundMap>(keptTexts)
  readonly #maps = new Bounded<TraceMap | null>(keptMaps)
  #mapLength = 0
  readonly #positions = new Bounded<StackFrame>(keptPositions)
  /** Texts of sources that maps hold, for those are what was compiled. */
  readonly #texts = new Bounded<string>(keptTexts)

  readonly #packages = new PackageVersions()

  constructor({ workingDirectory, startedAt, stripsTypes }: SourceSettings) {
    this.#workingDirectory = workingDirectory
    this.#startedAt = startedAt
    this.#stripsTypes = stripsTypes
  }

  /** Takes the map of code that was compiled in memory, which no file on disk refers to. */
  provide(file: string, found: FoundMap): void {
    this.#provided.set(file, found)
    this.#maps.delete(file)
    this.#positions.clear()
  }

  /** Takes positions that the program itself has led to the original. */
  providePositions(positions: readonly { readonly from: StackFrame; readonly to: StackFrame }[]): void {
    for (const { from, to } of positions) {
      const { file, line, column } = from
      this.#positions.set(keyOf(from), { ...to, generated: { file, line, column } })
    }
  }

  /** The frame as it was written; as it is when that is not known. */
  original(frame: StackFrame): StackFrame {
    const { file, functionName } = frame
    if (isInternal(file)) return frame
    const label = this.#packages.of(file)
    if (label !== null) return { ...frame, package: label }
    const key = keyOf(frame)
    const known = this.#positions.get(key)
    if (known) return { ...known, functionName }
    const found = this.#trace(frame) ?? this.#doubted(frame)
    // A bundle's map may lead to what was installed.
    const owner = this.#packages.of(found.file)
    const original = owner === null ? found : { ...found, package: owner }
    this.#positions.set(key, original)
    return original
  }

  /** The text of a source file, as it was when it was compiled where a map tells; null when unknown. */
  text(file: string): string | null {
    return this.#texts.get(file) ?? (path.isAbsolute(file) ? readText(file) : null)
  }

  /** Identifies the text of a frame's line; null when it is unknown, or not known to be what runs. */
  hashOf({ file, line, isCompiled }: StackFrame): string | null {
    const known = this.#texts.get(file)
    if (isCompiled || (known === undefined && this.#hasChanged(file))) return null
    const text = (known ?? this.text(file))?.split(/\r?\n/)[line - 1]
    return text === undefined ? null : hashLine(text)
  }

  #trace({ functionName, file, line, column }: StackFrame): StackFrame | null {
    const map = this.#mapOf(file)
    if (!map) return null
    try {
      const found = traceMapping().originalPositionFor(map, { line, column: Math.max(0, column - 1) })
      if (found.source === null) return null
      const source = this.#fileOf(found.source)
      const content = map.sourcesContent?.[map.resolvedSources.indexOf(found.source)]
      if (typeof content === 'string') this.#texts.set(source, content)
      const text = this.text(source)
      // The source has changed since, or the map belongs to something else.
      if (text !== null && text.split('\n').length < found.line) return null
      const generated = { file, line, column }
      return { functionName, file: source, line: found.line, column: found.column + 1, generated }
    } catch {
      return null
    }
  }

  #mapOf(file: string): TraceMap | null {
    const known = this.#maps.get(file)
    if (known !== undefined) return known
    const found = this.#provided.get(file) ?? findSourceMap(file)
    this.#mapLength += found?.json.length ?? 0
    if (this.#mapLength > keptMapLength) {
      // Before the next is decoded, or both would be there at once.
      this.#maps.clear()
      this.#mapLength = found?.json.length ?? 0
    }
    const map = this.#decode(found)
    this.#maps.set(file, map)
    return map
  }

  #decode(found: FoundMap | null): TraceMap | null {
    if (!found) return null
    try {
      const { FlattenMap } = traceMapping()
      return new FlattenMap(JSON.parse(found.json.replace(/^\)]}'[^\n]*\n/, '')) as never, found.url)
    } catch {
      return null
    }
  }

  #fileOf(source: string): string {
    if (source.startsWith('file:')) return fileURLToPath(source)
    const name = source.replace(bundlerUrl, '')
    const file = path.resolve(this.#workingDirectory, decodeName(name))
    return existsSync(file) ? file : source
  }

  /**
   * A position that cannot be in the file, as it is on disk, is one in code that was compiled in
   * memory: it must not be taken for one in the source.
   */
  #doubted(frame: StackFrame): StackFrame {
    if (!this.#stripsTypes && neverRunsAsItIs.test(frame.file)) return { ...frame, isCompiled: true }
    const text = path.isAbsolute(frame.file) ? readText(frame.file) : null
    // What Vite makes of its configuration is there only until it has been loaded.
    if (text === null) return /[\\/]node_modules[\\/]/.test(frame.file) ? { ...frame, isCompiled: true } : frame
    const line = text.split(/\r?\n/)[frame.line - 1]
    const isPossible = line !== undefined && frame.column <= line.length + 1
    return isPossible ? frame : { ...frame, isCompiled: true }
  }

  #hasChanged(file: string): boolean {
    try {
      return statSync(file).mtimeMs > this.#startedAt
    } catch {
      return true
    }
  }
}

/** Loaded with the first map, as is what loads it: most programs run as they were written, and memory is short here. */
function traceMapping(): typeof import('@jridgewell/trace-mapping') {
  const { createRequire } = process.getBuiltinModule('node:module')
  return createRequire(import.meta.url)('@jridgewell/trace-mapping') as typeof import('@jridgewell/trace-mapping')
}

function keyOf({ file, line, column }: StackFrame): string {
  return `${file}:${line}:${column}`
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name.replace(/\?.*$/, ''))
  } catch {
    return name
  }
}

/** A map that forgets what was set longest ago. */
class Bounded<Value> {
  readonly #entries = new Map<string, Value>()
  readonly #maximum: number

  constructor(maximum: number) {
    this.#maximum = maximum
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key)
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size <= this.#maximum) return
    const [oldest] = this.#entries.keys()
    if (oldest !== undefined) this.#entries.delete(oldest)
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }

  clear(): void {
    this.#entries.clear()
  }
}

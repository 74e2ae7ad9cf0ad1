import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFileSync, type Stats } from 'node:fs'
import { extractFacts } from './extract/extract-facts.js'
import type { FileFacts } from './facts.js'
import { type IndexProblem, messageOf } from './index-files/problem.js'
import { type Listing, realPathOf, SourceTree } from './index-files/source-tree.js'
import { Stamp, statsOf } from './index-files/stamp.js'
import { ParseFailure, parseSource } from './parse.js'
import { ImportResolver } from './resolve-import.js'
import { MAX_SOURCE_BYTES, type SkipReason, skipReason } from './skip-reason.js'

export interface ProjectIndexOptions {
  /** Absolute path of the folder for what is kept between runs; null keeps nothing. */
  readonly cacheFolder?: string | null
}

/** What a text gave: its facts, or why there are none. */
type Verdict =
  | { readonly facts: FileFacts }
  | { readonly failure: Omit<IndexProblem, 'file'> }
  | { readonly skipped: SkipReason }

interface KnownFile {
  readonly stamp: Stamp
  readonly hash: string
  readonly verdict: Verdict
}

/**
 * The facts of every source file below a folder, as of the last `refresh`.
 * Nothing that it meets on disk makes it throw: what it cannot take in is among its problems.
 */
export class ProjectIndex {
  readonly root: string
  readonly #tree: SourceTree
  #known = new Map<string, KnownFile>()
  #resolver: ImportResolver
  #listedAs = ''
  #listing: Listing = { files: [], packages: [], configs: [], problems: [] }
  #fileProblems: readonly IndexProblem[] = []
  #files: readonly FileFacts[] = []
  #indexes: ReadonlyMap<string, number> = new Map()
  #version = 0

  /** @param root Absolute path of a folder. */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  constructor(root: string, _options: ProjectIndexOptions = {}) {
    this.root = realPathOf(root) ?? root
    this.#tree = new SourceTree(this.root)
    this.#resolver = new ImportResolver(this.root, this.#listing)
  }

  /** Grows when some facts, or what imports mean, have changed. */
  get version(): number {
    return this.#version
  }

  /** Sorted by path; the same list until the version grows. */
  get files(): readonly FileFacts[] {
    return this.#files
  }

  get problems(): readonly IndexProblem[] {
    return [...this.#listing.problems, ...this.#resolver.problems, ...this.#fileProblems]
  }

  /** The position of a file's facts in `files`. */
  indexOf(file: string): number | undefined {
    return this.#indexes.get(file) ?? this.#indexes.get(realPathOf(file) ?? file)
  }

  /** The SHA-1 of a file's text in hexadecimal digits; as ESLint does, without a byte order mark. */
  hashOf(file: string): string | undefined {
    const known = this.#known.get(file) ?? this.#known.get(realPathOf(file) ?? file)
    return known?.hash
  }

  /** The source file that a specifier means in a file, as absolute path; null when it is not in the index. */
  resolve(specifier: string, fromFile: string): string | null {
    return this.#resolver.resolve(specifier, fromFile)
  }

  /** Looks at the disk again; only what changed is read. */
  refresh(): void {
    const resolvesAnew = this.#refreshListing()
    const factsChanged = this.#refreshFiles()
    if (resolvesAnew) this.#resolver = new ImportResolver(this.root, this.#listing)
    if (resolvesAnew || factsChanged) this.#version++
  }

  #refreshListing(): boolean {
    this.#listing = this.#tree.list()
    const { files, packages, configs } = this.#listing
    const listedAs = JSON.stringify([files, packages, configs])
    const isSame = listedAs === this.#listedAs && this.#resolver.isCurrent()
    this.#listedAs = listedAs
    return !isSame
  }

  #refreshFiles(): boolean {
    const before = this.#known
    const known = new Map<string, KnownFile>()
    const files: FileFacts[] = []
    const problems: IndexProblem[] = []
    for (const file of this.#listing.files) {
      const entry = this.#look(file, before.get(file), problems)
      if (entry === null) continue
      known.set(file, entry)
      const { verdict } = entry
      if ('facts' in verdict) files.push(verdict.facts)
      else if ('failure' in verdict) problems.push({ file, ...verdict.failure })
    }
    this.#known = known
    this.#fileProblems = problems
    const isSame =
      files.length === this.#files.length && files.every((facts, i) => facts === this.#files[i])
    if (isSame) return false
    this.#files = files
    this.#indexes = new Map(files.map(({ file }, index) => [file, index]))
    return true
  }

  #look(file: string, before: KnownFile | undefined, problems: IndexProblem[]): KnownFile | null {
    const stats = statsOf(file)
    const stamp = stats === null ? null : new Stamp(stats)
    if (stats === null || stamp === null) return null
    if (before?.stamp.equals(stamp)) return before
    try {
      return this.#read(file, stats, stamp, before)
    } catch (error) {
      problems.push({ file, message: `Cannot be read: ${messageOf(error)}` })
      return null
    }
  }

  #read(file: string, stats: Stats, stamp: Stamp, before: KnownFile | undefined): KnownFile {
    if (stats.size > MAX_SOURCE_BYTES) return { stamp, hash: '', verdict: { skipped: 'too-large' } }
    const { text, hash } = readText(file)
    if (before?.hash === hash) return { ...before, stamp }
    return { stamp, hash, verdict: judge(file, text) }
  }
}

function judge(file: string, text: string): Verdict {
  const skipped = skipReason(text)
  if (skipped !== null) return { skipped }
  try {
    return { facts: extractFacts(parseSource(file, text)) }
  } catch (error) {
    if (error instanceof ParseFailure) {
      const { message, line, column } = error
      return { failure: { message, line, column } }
    }
    return { failure: { message: `Cannot be analysed: ${messageOf(error)}` } }
  }
}

function readText(file: string): { text: string; hash: string } {
  const bytes = readFileSync(file)
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const content = bytes.subarray(start)
  const text = content.toString('utf8')
  const hash = createHash('sha1').update(isUtf8(content) ? content : text).digest('hex')
  return { text, hash }
}

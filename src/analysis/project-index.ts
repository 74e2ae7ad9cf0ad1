import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { type CachedEntries, FactsCache, noEntries } from './facts-cache.js'
import type { FileFacts } from './facts.js'
import { type IndexProblem, messageOf } from './index-files/problem.js'
import { type Listing, realPathOf, SourceTree } from './index-files/source-tree.js'
import { judgeFiles, threadsFor } from './index-files/judge-files.js'
import type { JudgedFile } from './index-files/judged-file.js'
import { readSourceText } from './index-files/source-text.js'
import { Stamp, statsOf } from './index-files/stamp.js'
import { digestOf } from './answers/project-look.js'
import type { ResolvedBy } from './answers/resolved-by.js'
import { cacheKey, judgeText, toVerdict, type Verdict, withoutPath } from './index-files/verdict.js'
import { ImportResolver } from './resolve-import.js'
import { saveAtExit } from './save-at-exit.js'
import { MAX_SOURCE_BYTES } from './skip-reason.js'

export interface ProjectIndexOptions {
  /**
   * Absolute path of the folder for what is kept between runs; null keeps nothing.
   * Without it, one in the root's node_modules, if there is such a folder.
   */
  readonly cacheFolder?: string | null
  /** What lists the files, if somebody has looked already. */
  readonly tree?: SourceTree
  /**
   * Whether whoever needs the index waits for it on other threads: judging may then use all processors, as on the
   * main thread, and what is new is kept by `save` alone.
   */
  readonly onOwnThread?: boolean
  /** Called before each file is looked at, with how many were before it and how many there are. */
  readonly onProgress?: (done: number, total: number) => void
}

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
  readonly #cache: FactsCache | null
  readonly #onOwnThread: boolean
  readonly #onProgress: (done: number, total: number) => void
  #unsaved = 0
  #known = new Map<string, KnownFile>()
  #resolver: ImportResolver
  #listedAs = ''
  #listing: Listing = noListing
  #fileProblems: readonly IndexProblem[] = []
  #files: readonly FileFacts[] = []
  #indexes: ReadonlyMap<string, number> = new Map()
  #resolution = 0

  /** @param root Absolute path of a folder. */
  constructor(root: string, { cacheFolder, tree, onOwnThread, onProgress }: ProjectIndexOptions = {}) {
    this.root = realPathOf(root) ?? root
    const folder = cacheFolder === undefined ? defaultCacheFolder(this.root) : cacheFolder
    this.#cache = folder === null ? null : new FactsCache(folder)
    this.#onOwnThread = onOwnThread ?? false
    this.#onProgress = onProgress ?? (() => {})
    this.#tree = tree ?? new SourceTree(this.root)
    this.#resolver = new ImportResolver(this.root, this.#listing)
  }

  /** Grows when imports may mean something else than before. */
  get resolution(): number {
    return this.#resolution
  }

  /** Sorted by path; the same list until some facts change, and the same facts until the text does. */
  get files(): readonly FileFacts[] {
    return this.#files
  }

  get problems(): readonly IndexProblem[] {
    return [...this.sourceProblems, ...this.#resolver.problems]
  }

  /** The problems of source files and folders themselves, not of what configures them. */
  get sourceProblems(): readonly IndexProblem[] {
    return [...this.#listing.problems, ...this.#fileProblems]
  }

  /** What was found below the root, whatever came of it. */
  get listing(): Listing {
    return this.#listing
  }

  /** What the text of a listed file gave; undefined when it could not be read. */
  verdictOf(file: string): Verdict | undefined {
    return this.#known.get(file)?.verdict
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

  /** The listed files that could be read, with the SHA-1 of their texts; without one, what is too large. */
  get hashes(): readonly (readonly [file: string, hash: string])[] {
    return Array.from(this.#known, ([file, { hash }]) => [file, hash] as const)
  }

  /** One text for all that it knows of the disk, as of the last `refresh`, imports left out. */
  get digest(): string {
    return digestOf(this.#listing, (file) => this.#known.get(file)?.hash)
  }

  /** What imports have meant so far, beside the sources. */
  get resolvedBy(): ResolvedBy {
    return this.#resolver.resolvedBy
  }

  /** The source file that a specifier means in a file, as absolute path; null when it is not in the index. */
  resolve(specifier: string, fromFile: string): string | null {
    return this.#resolver.resolve(specifier, fromFile)
  }

  /** The package around a file, with what it and the packages above it depend on. */
  packageAround(file: string): ReturnType<ImportResolver['packageAround']> {
    return this.#resolver.packageAround(file)
  }

  /** Looks at the disk again; only what changed is read. */
  refresh(): void {
    const resolvesAnew = this.#refreshListing()
    this.#refreshFiles()
    if (resolvesAnew) {
      this.#resolver = new ImportResolver(this.root, this.#listing)
      this.#resolution++
    }
    if (this.#onOwnThread) return
    if (this.#unsaved > this.#known.size * savedAtOnceShare) this.save()
    else if (this.#unsaved > 0) saveAtExit(this.#saveAtExit)
  }

  readonly #saveAtExit = (): void => this.save()

  /** Keeps what is new for the next run. */
  save(): void {
    if (this.#unsaved === 0) return
    this.#unsaved = 0
    const entries = new Map<string, () => unknown>()
    for (const [file, { hash, verdict }] of this.#known) {
      if (hash !== '') entries.set(cacheKey(file, hash), () => withoutPath(verdict))
    }
    this.#cache?.write(entries)
  }

  #refreshListing(): boolean {
    this.#listing = this.#tree.list()
    const { files, packages, configs } = this.#listing
    const listedAs = JSON.stringify([files, packages, configs])
    const isSame = listedAs === this.#listedAs && this.#resolver.isCurrent()
    this.#listedAs = listedAs
    return !isSame
  }

  #refreshFiles(): void {
    const before = this.#known
    const known = new Map<string, KnownFile>()
    const files: FileFacts[] = []
    const problems: IndexProblem[] = []
    let kept: CachedEntries | undefined
    const cached = (): CachedEntries => (kept ??= this.#cache?.read() ?? noEntries)
    const { files: listed } = this.#listing
    const unjudged = new Map<string, { readonly stamp: Stamp; readonly size: number }>()
    for (const file of listed) {
      const entry = this.#look(file, before.get(file), cached, problems)
      if (entry === null) continue
      if ('size' in entry) unjudged.set(file, entry)
      else known.set(file, entry)
    }
    this.#judge(unjudged, known, problems)
    for (const file of listed) {
      const { verdict } = known.get(file) ?? {}
      if (verdict === undefined) continue
      if ('facts' in verdict) files.push(verdict.facts)
      else if ('failure' in verdict) problems.push({ file, ...verdict.failure })
    }
    this.#known = known
    this.#fileProblems = problems.sort((a, b) => (a.file < b.file ? -1 : 1))
    const isSame =
      files.length === this.#files.length && files.every((facts, i) => facts === this.#files[i])
    if (isSame) return
    this.#files = files
    this.#indexes = new Map(files.map(({ file }, index) => [file, index]))
  }

  #judge(
    unjudged: ReadonlyMap<string, { readonly stamp: Stamp; readonly size: number }>,
    known: Map<string, KnownFile>,
    problems: IndexProblem[],
  ): void {
    const { length } = this.#listing.files
    const bytes = [...unjudged.values()].reduce((sum, { size }) => sum + size, 0)
    // Where ESLint runs on threads already, they have the other processors.
    const threads = isMainThread || this.#onOwnThread ? threadsFor(bytes) : 0
    const receive = (file: string, judged: JudgedFile): void => {
      this.#onProgress(known.size, length)
      if ('unreadable' in judged) {
        // It went between listing and reading.
        if (statsOf(file) === null) return
        problems.push({ file, message: `Cannot be read: ${judged.unreadable}` })
        return
      }
      const { hash, verdict } = judged
      const { stamp } = unjudged.get(file) ?? {}
      if (stamp === undefined) return
      this.#unsaved++
      known.set(file, { stamp, hash, verdict })
    }
    judgeFiles([...unjudged.keys()], receive, threads)
  }

  /** What is known of a file, or how large it is when nothing is. */
  #look(
    file: string,
    before: KnownFile | undefined,
    cached: () => CachedEntries,
    problems: IndexProblem[],
  ): KnownFile | { readonly stamp: Stamp; readonly size: number } | null {
    const stats = statsOf(file)
    const stamp = stats === null ? null : new Stamp(stats)
    if (stats === null || stamp === null) return null
    if (before?.stamp.equals(stamp)) return before
    try {
      return this.#read(file, stats.size, stamp, before, cached)
    } catch (error) {
      problems.push({ file, message: `Cannot be read: ${messageOf(error)}` })
      return null
    }
  }

  #read(
    file: string,
    size: number,
    stamp: Stamp,
    before: KnownFile | undefined,
    cached: () => CachedEntries,
  ): KnownFile | { readonly stamp: Stamp; readonly size: number } {
    if (size > MAX_SOURCE_BYTES) return { stamp, hash: '', verdict: { skipped: 'too-large' } }
    // Of what was never read before, there may be very much.
    if (before === undefined && cached().size === 0) return { stamp, size }
    const { text, hash } = readSourceText(file)
    if (before?.hash === hash) return { ...before, stamp }
    const kept = toVerdict(cached().get(cacheKey(file, hash)), file)
    if (kept !== null) return { stamp, hash, verdict: kept }
    this.#unsaved++
    return { stamp, hash, verdict: judgeText(file, text) }
  }
}

const noListing: Listing = { files: [], tests: [], links: new Map(), packages: [], configs: [], problems: [] }

/** More new files than this are worth writing the cache before the process ends. */
const savedAtOnceShare = 0.1

/** Where something may be kept between runs; null when there is no such place. */
export function defaultCacheFolder(root: string): string | null {
  const folder = join(root, 'node_modules')
  return existsSync(folder) ? join(folder, '.cache', 'eslint-plugin-event-loop') : null
}

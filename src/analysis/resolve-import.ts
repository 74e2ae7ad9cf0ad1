import { isBuiltin } from 'node:module'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { type ResolvedBy, resolvedBy } from './answers/resolved-by.js'
import { DiskResolver } from './index-files/disk-resolver.js'
import { dependenciesOf, isObject } from './index-files/package-json.js'
import { packageTargets, privateTargets } from './index-files/package-targets.js'
import { aliasTargets, type PathAliases, PathAliasReader } from './index-files/path-aliases.js'
import type { IndexProblem } from './index-files/problem.js'
import { SourceProbe } from './index-files/source-probe.js'
import { type Listing, SourceTree } from './index-files/source-tree.js'
import { WatchedTexts } from './index-files/watched-texts.js'
import { readWorkspacePackages, type WorkspacePackage } from './index-files/workspace-packages.js'

/** The source file that a specifier means in a file, as absolute path; null when it is none of the project's. */
export type ResolveImport = (specifier: string, fromFile: string) => string | null

/** As Node.js and TypeScript do it together, for sources that may be neither built nor installed. */
export function createImportResolver(root: string): ResolveImport {
  const resolver = new ImportResolver(root, new SourceTree(root).list())
  return (specifier, fromFile) => resolver.resolve(specifier, fromFile)
}

/** Resolves specifiers among the files of one listing, and remembers what it found. */
export class ImportResolver {
  readonly #root: string
  readonly #texts = new WatchedTexts()
  readonly #probe: SourceProbe
  readonly #packages: ReturnType<typeof readWorkspacePackages>
  readonly #packageNames: ReadonlySet<unknown>
  readonly #aliases: PathAliasReader
  readonly #moduleAliases = new Map<string, PathAliases>()
  readonly #disk: DiskResolver
  readonly #dependencies = new Map<string, ReadonlySet<string>>()
  readonly #known = new Map<string, Map<string, string | null>>()

  /** @param root Absolute real path. */
  constructor(root: string, { files, packages, configs }: Listing) {
    this.#root = root
    this.#probe = new SourceProbe(files)
    this.#disk = new DiskResolver((path) => this.#probe.has(path))
    this.#packages = readWorkspacePackages(root, packages, this.#texts)
    this.#packageNames = new Set([...this.#packages.byFolder.values()].map(({ json }) => json.name))
    this.#aliases = new PathAliasReader(root, configs, this.#texts)
  }

  /** Configuration that could not be read so far. */
  get problems(): readonly IndexProblem[] {
    return [...this.#packages.problems, ...this.#aliases.problems]
  }

  /** What its answers so far rest on, beside the sources. */
  get resolvedBy(): ResolvedBy {
    return resolvedBy(this.#texts.texts, this.#disk.found)
  }

  /** Whether the configuration that it has read is still the same. */
  isCurrent(): boolean {
    return this.#texts.areCurrent()
  }

  resolve(specifier: string, fromFile: string): string | null {
    const folder = dirname(fromFile)
    const known = this.#known.get(folder) ?? new Map<string, string | null>()
    this.#known.set(folder, known)
    const before = known.get(specifier)
    if (before !== undefined) return before
    const found = this.#find(specifier, folder)
    known.set(specifier, found)
    return found
  }

  /** The package around a file, with what it and the packages above it depend on. */
  packageAround(file: string): { folder: string; dependencies: ReadonlySet<string> } | null {
    const member = this.#packageOf(dirname(file))
    if (member === null) return null
    const known = this.#dependencies.get(member.folder)
    if (known !== undefined) return { folder: member.folder, dependencies: known }
    const above = member.folder === this.#root ? null : this.packageAround(member.folder)
    const dependencies = new Set([...(above?.dependencies ?? []), ...dependenciesOf(member.json)])
    this.#dependencies.set(member.folder, dependencies)
    return { folder: member.folder, dependencies }
  }

  #find(specifier: string, folder: string): string | null {
    if (specifier === '' || specifier.includes('\0') || isBuiltin(specifier)) return null
    // Bundlers take more after a question mark: `./worker.js?worker`.
    const [name = ''] = /^[^?]+/.exec(specifier) ?? []
    if (/^\.{1,2}(?:\/|$)/.test(name) || isAbsolute(name)) return this.#findPath(resolve(folder, name), name)
    if (name.startsWith('#')) {
      const found = this.#findPrivate(name, folder)
      if (found !== null) return found
    }
    return this.#findAlias(name, folder) ?? this.#findPackage(name, folder)
  }

  #findPath(path: string, name: string): string | null {
    const isFolder = /(?:^|\/)\.{0,2}$/.test(name)
    const file = isFolder ? null : this.#probe.findFile(path)
    if (file !== null) return file
    const member = this.#packages.byFolder.get(path)
    const entry = member === undefined ? null : this.#findIn(member, '')
    return entry ?? this.#probe.findIndex(path) ?? this.#findOrigin(path)
  }

  /** Where a path leads into build output, the source that it was made from. */
  #findOrigin(path: string): string | null {
    const member = this.#packageOf(dirname(path))
    return member === null ? null : this.#probe.findOrigin(path, member.folder)
  }

  #findPrivate(name: string, folder: string): string | null {
    const found = this.#disk.find(name, folder)
    if (found !== null) return found
    const member = this.#packageOf(folder)
    return member === null ? null : this.#firstOrigin(privateTargets(member.json, name), member.folder)
  }

  #findAlias(name: string, folder: string): string | null {
    const member = this.#packageOf(folder)
    const aliases = this.#aliases.aliasesIn(folder)
    for (const table of member === null ? aliases : [...aliases, this.#moduleAliasesOf(member)]) {
      for (const target of aliasTargets(table, name)) {
        const found = this.#findPath(target, target)
        if (found !== null) return found
      }
    }
    return null
  }

  #findPackage(name: string, folder: string): string | null {
    const [, packageName = '', subpath = ''] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/s.exec(name) ?? []
    if (!this.#packageNames.has(packageName)) return null
    // What is installed under the name decides; only a link to one of the project's folders is a source.
    const found = this.#disk.find(name, folder)
    if (found !== null) return found
    const member = this.#packages.byName.get(packageName)
    return member === undefined ? null : this.#findIn(member, subpath)
  }

  #findIn({ folder, json }: WorkspacePackage, subpath: string): string | null {
    const found = this.#firstOrigin(packageTargets(json, subpath), folder)
    return found ?? (subpath === '' ? this.#probe.findEntry(folder) : null)
  }

  #firstOrigin(targets: readonly string[], folder: string): string | null {
    for (const target of targets) {
      const found = this.#probe.findOrigin(resolve(folder, target), folder)
      if (found !== null) return found
    }
    return null
  }

  #packageOf(folder: string): WorkspacePackage | null {
    for (let at = folder; ; at = dirname(at)) {
      const member = this.#packages.byFolder.get(at)
      if (member !== undefined) return member
      if (at === this.#root || dirname(at) === at) return null
    }
  }

  #moduleAliasesOf({ folder, json }: WorkspacePackage): PathAliases {
    const known = this.#moduleAliases.get(folder)
    if (known !== undefined) return known
    const entries = isObject(json._moduleAliases) ? Object.entries(json._moduleAliases) : []
    const paths = entries
      .map(([pattern, target]) => ({ pattern, target: resolve(folder, String(target)) }))
      .flatMap(({ pattern, target }) => [
        { pattern, targets: [target] },
        { pattern: `${pattern}/*`, targets: [join(target, '*')] },
      ])
    const aliases = { baseUrl: null, paths }
    this.#moduleAliases.set(folder, aliases)
    return aliases
  }
}

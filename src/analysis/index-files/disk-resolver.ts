import { type NapiResolveOptions, ResolverFactory } from 'oxc-resolver'

/** What lies on disk under a specifier, as seen from a folder; null when that is no source of the project. */
export type FoundOnDisk = readonly [specifier: string, folder: string, path: string | null]

/** Resolves specifiers as they are installed. It remembers what it saw, and so must not outlive a listing. */
export class DiskResolver {
  readonly #isSource: (path: string) => boolean
  readonly #disk = new ResolverFactory(options)
  readonly #found = new Map<string, FoundOnDisk>()

  /** @param isSource Whether a path is one of the project's sources. */
  constructor(isSource: (path: string) => boolean) {
    this.#isSource = isSource
  }

  /** All that it was asked for. */
  get found(): readonly FoundOnDisk[] {
    return [...this.#found.values()]
  }

  find(specifier: string, folder: string): string | null {
    const key = `${folder}\0${specifier}`
    const known = this.#found.get(key)
    if (known !== undefined) return known[2]
    const { path } = this.#disk.sync(folder, specifier)
    const found = path !== undefined && this.#isSource(path) ? path : null
    this.#found.set(key, [specifier, folder, found])
    return found
  }
}

const options: NapiResolveOptions = {
  conditionNames: ['node', 'import', 'require', 'default', 'types'],
  extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'],
  extensionAlias: {
    '.js': ['.ts', '.tsx', '.js', '.jsx'],
    '.jsx': ['.tsx', '.jsx'],
    '.mjs': ['.mts', '.mjs'],
    '.cjs': ['.cts', '.cjs'],
  },
  nodePath: false,
}

import { join, relative, sep } from 'node:path'

/** Finds sources by what imports call them, without looking at the disk. */
export class SourceProbe {
  readonly #files: ReadonlySet<string>

  /** @param files Absolute paths. */
  constructor(files: Iterable<string>) {
    this.#files = new Set(files)
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  /** The source that a path means: with its extension added, put in its place, or the folder's index. */
  find(path: string): string | null {
    return this.findFile(path) ?? this.findIndex(path)
  }

  findFile(path: string): string | null {
    const [, stem = path, extension = ''] = written.exec(path) ?? []
    const origins = originsOf[extension]
    const origin = origins === undefined ? null : this.#first(stem, origins)
    return origin ?? (this.#files.has(path) ? path : this.#first(path, sourceExtensions))
  }

  findIndex(folder: string): string | null {
    return this.#first(join(folder, 'index'), sourceExtensions)
  }

  /** The source that a path into build output was made from, or that path itself when it is one. */
  findOrigin(path: string, folder: string): string | null {
    const found = this.find(path)
    if (found !== null) return found
    const parts = relative(folder, path).split(sep)
    // `dist/esm/server.js`, `lib/src/server.js` and `dist/server.js` all come from `src/server.ts`.
    for (let outer = 1; outer <= 3 && outer < parts.length; outer++) {
      const inner = parts.slice(outer)
      for (const sources of sourceFolders) {
        const origin = this.find(join(folder, sources, ...inner))
        if (origin !== null) return origin
      }
    }
    return null
  }

  /** The source that a package without a usable entry most likely begins with. */
  findEntry(folder: string): string | null {
    for (const sources of sourceFolders) {
      for (const name of ['index', 'main']) {
        const entry = this.#first(join(folder, sources, name), sourceExtensions)
        if (entry !== null) return entry
      }
    }
    return null
  }

  #first(stem: string, extensions: readonly string[]): string | null {
    const extension = extensions.find((candidate) => this.#files.has(stem + candidate))
    return extension === undefined ? null : stem + extension
  }
}

const sourceExtensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']

const sourceFolders = ['src', 'source', 'lib', '']

const written = /^(.*?)((?:\.d)?\.[cm]?[jt]s|\.[jt]sx)$/s

/** What may stand on disk for the extension that an import names, or that a compiler wrote. */
const originsOf: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.mts'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs', '.ts', '.js'],
  '.cjs': ['.cts', '.cjs', '.ts', '.js'],
  '.d.ts': ['.ts', '.tsx', '.js', '.jsx'],
  '.d.mts': ['.mts', '.mjs'],
  '.d.cts': ['.cts', '.cjs'],
}

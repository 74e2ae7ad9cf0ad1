import { createHash } from 'node:crypto'
import { type Listing, realPathOf, type SourceTree } from '../index-files/source-tree.js'
import { readSourceText } from '../index-files/source-text.js'
import { Stamp, statsOf } from '../index-files/stamp.js'
import { MAX_SOURCE_BYTES } from '../skip-reason.js'

/** The SHA-1 of a listed file's text; empty for what is too large to be read, undefined for what cannot be. */
export type HashOf = (file: string) => string | undefined

/** Looks at the texts of a project without parsing any: enough to tell whether something has changed. */
export class ProjectLook {
  readonly #tree: SourceTree
  #known = new Map<string, { readonly stamp: Stamp; readonly hash: string }>()
  #digest = ''

  constructor(tree: SourceTree) {
    this.#tree = tree
  }

  /** Of all that was there at the last `refresh`. */
  get digest(): string {
    return this.#digest
  }

  /** The files of the project, with the hashes of their texts. */
  get hashes(): readonly (readonly [file: string, hash: string])[] {
    return Array.from(this.#known, ([file, { hash }]) => [file, hash] as const)
  }

  /** The hash of a file's text; undefined for a file that is not among those of the project. */
  hashOf(file: string): string | undefined {
    return (this.#known.get(file) ?? this.#known.get(realPathOf(file) ?? file))?.hash
  }

  /** Looks at the disk again; only what changed is read. */
  refresh(): void {
    const listing = this.#tree.list()
    const known = new Map<string, { readonly stamp: Stamp; readonly hash: string }>()
    for (const file of listing.files) {
      const seen = look(file, this.#known.get(file))
      if (seen !== null) known.set(file, seen)
    }
    this.#known = known
    this.#digest = digestOf(listing, (file) => known.get(file)?.hash)
  }
}

function look(
  file: string,
  before: { readonly stamp: Stamp; readonly hash: string } | undefined,
): { readonly stamp: Stamp; readonly hash: string } | null {
  const stats = statsOf(file)
  if (stats === null) return null
  const stamp = new Stamp(stats)
  if (before?.stamp.equals(stamp)) return before
  if (stats.size > MAX_SOURCE_BYTES) return { stamp, hash: '' }
  try {
    return { stamp, hash: readSourceText(file).hash }
  } catch {
    return null
  }
}

/** One text for all that a listing found, the same as long as nothing of it changes. */
export function digestOf({ files, packages, configs, links }: Listing, hashOf: HashOf): string {
  const hash = createHash('sha1')
  for (const file of files) hash.update(`${file}\0${hashOf(file) ?? '?'}\0`)
  hash.update(JSON.stringify([packages, configs, [...links]]))
  return hash.digest('hex')
}

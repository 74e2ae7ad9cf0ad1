import { DiskResolver, type FoundOnDisk } from '../index-files/disk-resolver.js'
import { hashOfText } from '../index-files/source-text.js'
import { readText } from '../index-files/watched-texts.js'

/** What imports meant, beside the texts of the sources: to be compared with what they would mean now. */
export interface ResolvedBy {
  /** The SHA-1 of every configuration that was read, null for one that was not there. */
  readonly texts: readonly (readonly [file: string, hash: string | null])[]
  readonly found: readonly FoundOnDisk[]
}

export function resolvedBy(
  texts: Iterable<readonly [file: string, text: string | null]>,
  found: readonly FoundOnDisk[],
): ResolvedBy {
  return { texts: Array.from(texts, ([file, text]) => [file, hashOf(text)] as const), found }
}

/** Whether nothing of it has changed. @param isSource Whether a path is one of the project's sources. */
export function isStillMeant({ texts, found }: ResolvedBy, isSource: (path: string) => boolean): boolean {
  if (texts.some(([file, hash]) => hashOf(readText(file)) !== hash)) return false
  const resolver = new DiskResolver(isSource)
  return found.every(([specifier, folder, path]) => resolver.find(specifier, folder) === path)
}

function hashOf(text: string | null): string | null {
  return text === null ? null : hashOfText(text)
}

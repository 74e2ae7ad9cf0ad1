import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const distribution = new URL('../', import.meta.url)

/**
 * A text that changes with every release and every build of a part of this package, so that working on it needs
 * no thought of what earlier builds have left in caches.
 * @param part A folder below the built code, with a slash at its end: `./analysis/extract/`.
 */
export function versionOfCode(part: string): string {
  const own = createHash('sha1')
  try {
    own.update(readFileSync(new URL('../package.json', distribution)))
    const folder = new URL(part, distribution)
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    for (const name of names.filter((each) => /(?<!\.d)\.[jt]s$/.test(each)).sort()) {
      own.update(readFileSync(new URL(name.replaceAll('\\', '/'), folder)))
    }
  } catch {
    // Packed some other way: what callers add to it has to do.
  }
  return own.digest('hex')
}

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { type Stamp, stampOf } from './stamp.js'

/** The rules of one .gitignore file on top of those above it. Equal rules are the same object. */
export interface IgnoreRules {
  readonly folder: string
  readonly own: Ignore
  readonly above: IgnoreRules | null
}

/** Reads .gitignore files, each again only after it changed. */
export class GitIgnore {
  readonly #known = new Map<string, { stamp: Stamp; rules: IgnoreRules }>()

  /** The rules that hold for a folder from the files above it, up to the root of its repository. */
  rulesAbove(folder: string): IgnoreRules | null {
    const repository = repositoryOf(folder)
    if (repository === null || repository === folder) return null
    const above: string[] = []
    for (let at = dirname(folder); ; at = dirname(at)) {
      above.unshift(at)
      if (at === repository) break
    }
    let rules: IgnoreRules | null = null
    for (const at of above) rules = this.rulesIn(at, rules)
    // Whoever works inside of an ignored folder means it.
    return isIgnored(folder, true, rules) ? null : rules
  }

  /** The rules that hold inside of a folder, given those that hold for it. */
  rulesIn(folder: string, above: IgnoreRules | null): IgnoreRules | null {
    const excluded = this.#read(join(folder, '.git', 'info', 'exclude'), folder, above)
    return this.#read(join(folder, '.gitignore'), folder, excluded)
  }

  #read(file: string, folder: string, above: IgnoreRules | null): IgnoreRules | null {
    const stamp = stampOf(file)
    if (stamp === null) {
      this.#known.delete(file)
      return above
    }
    const known = this.#known.get(file)
    if (known?.rules.above === above && known.stamp.equals(stamp)) return known.rules
    let text: string
    try {
      text = readFileSync(file, 'utf8')
    } catch {
      return above
    }
    const own = ignore({ allowRelativePaths: true }).add(text)
    const rules = { folder, own, above }
    this.#known.set(file, { stamp, rules })
    return rules
  }
}

/**
 * What git would ignore, given that no folder above the path is ignored.
 * The lowest file that says something about a path decides: https://git-scm.com/docs/gitignore
 */
export function isIgnored(path: string, isFolder: boolean, rules: IgnoreRules | null): boolean {
  for (let at = rules; at !== null; at = at.above) {
    const way = relative(at.folder, path).split(sep).join('/')
    if (way === '' || way.startsWith('../')) continue
    const { ignored, unignored } = at.own.test(isFolder ? `${way}/` : way)
    if (ignored || unignored) return ignored
  }
  return false
}

/** The nearest folder upwards that is a git repository, or null. */
export function repositoryOf(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return null
  }
}

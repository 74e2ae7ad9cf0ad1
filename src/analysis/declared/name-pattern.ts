type Test = (text: string) => boolean

const any: Test = () => true

/** Part of a name: what a module and an export path in it must look like. */
interface Split {
  readonly module: Test
  readonly path: Test
}

/**
 * The name of one or many APIs, as somebody writes it: `fs`, `node:fs.existsSync`, `fs.*Sync`,
 * `@acme/*.*Sync`, `legacy-db#Pool#query`, and `./lib/report.js#render*` for the project's own.
 *
 * `*` stands for any text. What follows a dot or `#` is an export path; a name without one is all of a
 * module. Names of packages hold dots, too (`socket.io`), so every dot may be the one that separates.
 */
export class NamePattern {
  readonly text: string
  /** Whether it names functions of the project by their file. */
  readonly isOwn: boolean
  readonly #splits: readonly Split[]
  readonly #global: Test | null
  readonly #whole: Test

  /** @throws Error that ends in a full stop, when the text can name nothing. */
  constructor(text: string) {
    this.text = text
    this.isOwn = text.startsWith('.')
    const plain = text.replace(/^node:/, '')
    if (/^[\s.#*]*$/.test(plain) || /\s/.test(plain)) throw new Error('it names no module and no export.')
    if (this.isOwn && !text.startsWith('./')) {
      throw new Error('a path begins with "./" and is relative to the root of the project.')
    }
    this.#whole = glob(plain)
    this.#splits = this.isOwn ? [splitAtHash(plain)] : splitsOf(plain)
    this.#global = /^[\w$.#*]+$/.test(plain) && !this.isOwn ? glob(asPath(plain)) : null
  }

  /** Whether it may name something in a module. */
  hasModule(specifier: string): boolean {
    const module = specifier.replace(/^node:/, '')
    return this.#splits.some((split) => split.module(module))
  }

  /**
   * Whether it names an export path of a module.
   * @param specifier as an import gives it, `global` for what needs none, or the path of a file of the
   * project below its root, beginning with `./`
   */
  matches(specifier: string, path: string): boolean {
    if (specifier === 'global') return this.#global?.(path) ?? false
    const module = specifier.replace(/^node:/, '')
    if (this.#splits.some((split) => split.path(path) && split.module(module))) return true
    // Messages say `legacy-db#query` for what the default export makes, and people copy that.
    return path.startsWith('default.prototype.') && this.#whole(path.replace('default.prototype.', `${module}#`))
  }
}

function splitsOf(text: string): readonly Split[] {
  const splits: Split[] = [{ module: glob(text), path: any }]
  for (const { index } of text.matchAll(/[.#]/g)) {
    const module = text.slice(0, index)
    const path = text.slice(index + 1)
    if (module === '' || path === '' || module.includes('#')) continue
    splits.push({ module: glob(module), path: glob(asPath(path)) })
  }
  return splits
}

/** A path of a file holds dots, so only `#` separates; its extension may be left out. */
function splitAtHash(text: string): Split {
  const at = text.indexOf('#')
  const file = at === -1 ? text : text.slice(0, at)
  const isFile = glob(file)
  return {
    module: (path) =>
      isFile(path) ||
      isFile(path.replace(/\.[cm]?[jt]sx?$/, '')) ||
      isFile(path.replace(/\/index\.[cm]?[jt]sx?$/, '')),
    path: at === -1 ? any : glob(asPath(text.slice(at + 1))),
  }
}

/** `Pool#query` is the method of an instance. */
function asPath(text: string): string {
  return text.replaceAll('#', '.prototype.')
}

/** A test of a whole text; `*` stands for any text. A regular expression could take for ever here. */
function glob(pattern: string): Test {
  const [start = '', ...others] = pattern.split(/\*+/)
  const end = others.pop()
  if (end === undefined) return (text) => text === start
  return (text) => {
    if (text.length < start.length + end.length) return false
    if (!text.startsWith(start) || !text.endsWith(end)) return false
    const limit = text.length - end.length
    let at = start.length
    for (const part of others) {
      const found = text.indexOf(part, at)
      if (found === -1 || found + part.length > limit) return false
      at = found + part.length
    }
    return true
  }
}

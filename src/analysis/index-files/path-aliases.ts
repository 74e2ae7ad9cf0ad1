import { createRequire } from 'node:module'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { isObject } from './package-json.js'
import { matchStar } from './package-targets.js'
import { type IndexProblem, messageOf } from './problem.js'
import { statsOf } from './stamp.js'
import type { WatchedTexts } from './watched-texts.js'

/** What a tsconfig.json says about names of modules. */
export interface PathAliases {
  /** Absolute path of the folder that bare names may start from. */
  readonly baseUrl: string | null
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[]
}

interface Settings {
  readonly baseUrl?: string
  /** Targets are absolute paths. */
  readonly paths?: PathAliases['paths']
}

/** The paths that an alias may stand for, likeliest first: https://www.typescriptlang.org/tsconfig/#paths */
export function aliasTargets({ baseUrl, paths }: PathAliases, specifier: string): readonly string[] {
  const exact = paths.find(({ pattern }) => pattern === specifier)
  const targets = exact?.targets ?? starTargets(paths, specifier)
  return baseUrl === null ? targets : [...targets, join(baseUrl, specifier)]
}

function starTargets(paths: PathAliases['paths'], specifier: string): readonly string[] {
  const [best] = paths
    .filter(({ pattern }) => matchStar(pattern, specifier) !== null)
    .sort((a, b) => b.pattern.indexOf('*') - a.pattern.indexOf('*'))
  if (best === undefined) return []
  const star = matchStar(best.pattern, specifier) ?? ''
  return best.targets.map((target) => target.replace('*', () => star))
}

/** Reads tsconfig.json and jsconfig.json files with what they extend and refer to, each once. */
export class PathAliasReader {
  readonly problems: IndexProblem[] = []
  readonly #root: string
  readonly #configs: ReadonlySet<string>
  readonly #watched: WatchedTexts
  readonly #byFolder = new Map<string, readonly PathAliases[]>()

  /** @param configs Absolute paths of the files called tsconfig.json or jsconfig.json. */
  constructor(root: string, configs: readonly string[], texts: WatchedTexts) {
    this.#root = root
    this.#configs = new Set(configs)
    this.#watched = texts
  }

  /** The aliases that hold in a folder, from the nearest configuration upwards to the root. */
  aliasesIn(folder: string): readonly PathAliases[] {
    const known = this.#byFolder.get(folder)
    if (known !== undefined) return known
    const config = ['tsconfig.json', 'jsconfig.json']
      .map((name) => join(folder, name))
      .find((file) => this.#configs.has(file))
    const above = dirname(folder)
    const isTop = folder === this.#root || above === folder
    const aliases =
      config !== undefined ? this.#readWithReferences(config) : isTop ? [] : this.aliasesIn(above)
    this.#byFolder.set(folder, aliases)
    return aliases
  }

  #readWithReferences(file: string): readonly PathAliases[] {
    const configs = [file, ...this.#referencesOf(file)]
    return configs
      .map((config) => this.#settingsOf(config, dirname(config), new Set()))
      .filter(({ baseUrl, paths }) => baseUrl !== undefined || paths !== undefined)
      .map(({ baseUrl = null, paths = [] }) => ({ baseUrl, paths }))
  }

  #referencesOf(file: string): readonly string[] {
    const references = this.#read(file)?.['references']
    if (!Array.isArray(references)) return []
    return references
      .map((reference: unknown) => (isObject(reference) ? reference['path'] : null))
      .filter((path) => typeof path === 'string')
      .map((path) => configAt(resolve(dirname(file), path)))
      .filter((path) => path !== null)
  }

  #settingsOf(file: string, configDirectory: string, above: ReadonlySet<string>): Settings {
    const json = this.#read(file)
    if (json === null || above.has(file)) return {}
    const inside = new Set([...above, file])
    const inherited = [json['extends']]
      .flat()
      .filter((base) => typeof base === 'string')
      .map((base) => this.#baseOf(file, base))
      .filter((base) => base !== null)
      .map((base) => this.#settingsOf(base, configDirectory, inside))
    const own = ownSettings(json['compilerOptions'], dirname(file), configDirectory, inherited)
    return Object.assign({}, ...inherited, own) as Settings
  }

  #baseOf(file: string, name: string): string | null {
    if (name.startsWith('.') || isAbsolute(name)) {
      const path = resolve(dirname(file), name)
      const found = [path, `${path}.json`].find((candidate) => isFile(candidate))
      if (found !== undefined) return found
    } else {
      const { resolve: find } = createRequire(file)
      for (const candidate of [name, `${name}.json`, `${name}/tsconfig.json`]) {
        try {
          return find(candidate)
        } catch {
          // The next way of writing it.
        }
      }
    }
    this.#problem(file, `It extends ${name}, which is not there.`)
    return null
  }

  readonly #texts = new Map<string, Readonly<Record<string, unknown>> | null>()

  #read(file: string): Readonly<Record<string, unknown>> | null {
    const known = this.#texts.get(file)
    if (known !== undefined) return known
    let json: unknown = null
    try {
      json = parseWithComments(this.#watched.read(file) ?? '')
    } catch (error) {
      this.#problem(file, `Cannot be read: ${messageOf(error)}.`)
    }
    const settings = isObject(json) ? json : null
    this.#texts.set(file, settings)
    return settings
  }

  #problem(file: string, message: string): void {
    this.problems.push({ file, message })
  }
}

function ownSettings(
  options: unknown,
  folder: string,
  configDirectory: string,
  inherited: readonly Settings[],
): Settings {
  if (!isObject(options)) return {}
  const absolute = (base: string, path: string): string =>
    resolve(base, path.replace('${configDir}', () => configDirectory))
  const { baseUrl: written, paths: table } = options
  const baseUrl = typeof written === 'string' ? absolute(folder, written) : null
  const pathsFrom = baseUrl ?? inherited.findLast((base) => base.baseUrl !== undefined)?.baseUrl ?? folder
  const paths = isObject(table)
    ? Object.entries(table).map(([pattern, targets]) => ({
        pattern,
        targets: [targets]
          .flat()
          .filter((target) => typeof target === 'string')
          .map((target) => absolute(pathsFrom, target)),
      }))
    : null
  return { ...(baseUrl !== null && { baseUrl }), ...(paths !== null && { paths }) }
}

/** A `references` entry names a file, or a folder with a tsconfig.json. */
function configAt(path: string): string | null {
  return [path, join(path, 'tsconfig.json'), `${path}.json`].find((file) => isFile(file)) ?? null
}

function isFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false
}

function parseWithComments(text: string): unknown {
  const withoutComments = text.replaceAll(
    /("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[^]*?\*\//g,
    (_, string?: string) => string ?? ' ',
  )
  const json = withoutComments.replaceAll(
    /("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g,
    (_, string?: string) => string ?? '',
  )
  return json.trim() === '' ? {} : JSON.parse(json)
}

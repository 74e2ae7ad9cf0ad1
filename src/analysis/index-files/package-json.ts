import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The members of a package.json that matter here, whatever they hold. */
export interface PackageJson {
  readonly name?: unknown
  readonly main?: unknown
  readonly module?: unknown
  readonly types?: unknown
  readonly source?: unknown
  readonly bin?: unknown
  readonly exports?: unknown
  readonly imports?: unknown
  readonly workspaces?: unknown
  readonly dependencies?: unknown
  readonly devDependencies?: unknown
  readonly peerDependencies?: unknown
  /** Of the package `module-alias`. */
  readonly _moduleAliases?: unknown
}

/**
 * What the text of a package.json says.
 * @throws SyntaxError when it is none.
 */
export function parsePackageJson(text: string): PackageJson {
  const json: unknown = JSON.parse(text)
  if (!isObject(json)) throw new SyntaxError('It holds no object')
  return json
}

/** The package.json of a folder, or null when none can be read. */
export function tryPackageJson(folder: string): PackageJson | null {
  try {
    return parsePackageJson(readFileSync(join(folder, 'package.json'), 'utf8').replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

/** Names of everything that a package says it needs. */
export function dependenciesOf(json: PackageJson): readonly string[] {
  const fields = [json.dependencies, json.devDependencies, json.peerDependencies]
  return fields.flatMap((field) => (isObject(field) ? Object.keys(field) : []))
}

/** Every path in a field such as `exports`, whatever conditions lead to it. */
export function targetsOf(field: unknown): readonly string[] {
  if (typeof field === 'string') return [field]
  return isObject(field) || Array.isArray(field) ? Object.values(field).flatMap(targetsOf) : []
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

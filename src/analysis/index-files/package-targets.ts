import { isObject, type PackageJson, targetsOf } from './package-json.js'

/**
 * The paths that a package gives for one of its subpaths, likeliest first.
 * Conditions are not decided: which of the targets is a source of the project, the caller sees.
 * From https://nodejs.org/api/packages.html#package-entry-points
 * @param subpath Empty for the package itself, otherwise without a slash in front.
 */
export function packageTargets(json: PackageJson, subpath: string): readonly string[] {
  const exported = exportTargets(json.exports, subpath === '' ? '.' : `./${subpath}`)
  if (subpath !== '') return exported.length > 0 ? exported : [subpath]
  return [json.source, exported, json.main, json.module, json.types].flatMap((field) => targetsOf(field))
}

/** The paths that a package gives for a name of its own, such as `#database`. */
export function privateTargets(json: PackageJson, name: string): readonly string[] {
  return isObject(json.imports) ? matching(json.imports, name) : []
}

function exportTargets(exports: unknown, key: string): readonly string[] {
  const hasSubpaths = isObject(exports) && Object.keys(exports).some((name) => name.startsWith('.'))
  if (hasSubpaths) return matching(exports, key)
  return key === '.' ? targetsOf(exports) : []
}

function matching(targets: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  if (Object.hasOwn(targets, key)) return targetsOf(targets[key])
  const patterns = Object.keys(targets)
    .filter((pattern) => matchStar(pattern, key) !== null)
    .sort((a, b) => b.indexOf('*') - a.indexOf('*'))
  const [pattern] = patterns
  if (pattern === undefined) return []
  const star = matchStar(pattern, key) ?? ''
  return targetsOf(targets[pattern]).map((target) => target.replaceAll('*', () => star))
}

/** What the star of a pattern stands for in a name, or null when it does not match. */
export function matchStar(pattern: string, name: string): string | null {
  const at = pattern.indexOf('*')
  if (at === -1) return null
  const before = pattern.slice(0, at)
  const after = pattern.slice(at + 1)
  if (name.length < pattern.length - 1) return null
  if (!name.startsWith(before) || !name.endsWith(after)) return null
  return name.slice(at, name.length - after.length)
}

import { isAbsolute } from 'node:path'

/** Folders of what others wrote; names that begin with a dot are passed over as well. */
export const dependencyFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
])

/** Folders of what tools wrote. */
export const outputFolders: ReadonlySet<string> = new Set([
  'dist',
  'build',
  'out',
  'coverage',
  'storybook-static',
])

const testPath =
  /(^|\/)(__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|cypress)\/|\.(test|spec|e2e|cy|bench|stories)\.[cm]?[jt]sx?$/

/**
 * Whether a file is one of tests by where it stands.
 * @param path As `pathUnder` gives it for the project's root. The folders around a project say nothing of it.
 */
export function isTestPath(path: string): boolean {
  return !isAbsolute(path) && testPath.test(path)
}

const sourceName = /\.[cm]?[jt]s$|\.[jt]sx$/
const declarationName = /\.d\.[cm]?ts$|\.d\.[^./]+\.ts$/
const minifiedName = /\.min\.[cm]?js$/

/** The name is one of a source that somebody maintains: no declarations, nothing minified. */
export function isSourceName(name: string): boolean {
  return sourceName.test(name) && !declarationName.test(name) && !minifiedName.test(name)
}

import { existsSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { repositoryOf } from './git-ignore.js'
import { targetsOf, tryPackageJson } from './package-json.js'
import { dependencyFolders, outputFolders } from './passed-over.js'

/**
 * Whether the build output below a folder is to be read as its sources: the folder holds a package as it
 * was published, so that output is what runs, and there is nothing else from which it was made.
 * @param sources Absolute paths of the sources outside of build output.
 */
export function runsOutput(folder: string, sources: readonly string[]): boolean {
  if (folder.split(sep).some((part) => dependencyFolders.has(part))) return true
  if (sources.length === 0) return true
  if (existsSync(join(folder, 'src')) || sources.some((file) => isOrigin(file, folder))) return false
  const json = tryPackageJson(folder)
  if (json === null) return false
  if (repositoryOf(folder) === null) return true
  const runs = [json.main, json.bin, json.exports].flatMap((field) => targetsOf(field))
  return runs.some((target) => isInOutput(target) && existsSync(join(folder, target)))
}

/** A file that a compiler turns into output, where such files usually stand. */
function isOrigin(file: string, folder: string): boolean {
  if (!/\.[cm]?tsx?$/.test(file)) return false
  return dirname(file) === folder || originFolders.has(relative(folder, file).split(sep)[0] ?? '')
}

const originFolders = new Set(['source', 'lib', 'server', 'app', 'packages', 'apps'])

function isInOutput(target: string): boolean {
  const [folder = '', ...rest] = normalize(target).split(sep)
  return rest.length > 0 && outputFolders.has(folder)
}

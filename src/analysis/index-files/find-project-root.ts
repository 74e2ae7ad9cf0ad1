import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { isObject, tryPackageJson } from './package-json.js'
import { isWorkspaceOf, workspacePatterns } from './workspaces.js'

/**
 * The folder of the project that a folder is part of: the workspace root above it, else the nearest
 * folder with a package.json, else the folder itself. Never above its repository, nor the home folder.
 * @param directory Absolute path.
 */
export function findProjectRoot(directory: string): string {
  const candidates = foldersUpwards(directory)
  const packages = candidates.filter(isPackage)
  const nearest = packages[0]
  if (nearest === undefined) return directory
  const workspace = packages.find(
    (folder) => folder !== nearest && isWorkspaceOf(nearest, folder, workspacePatterns(folder)),
  )
  return workspace ?? nearest
}

function foldersUpwards(directory: string): readonly string[] {
  const home = homedir()
  const folders: string[] = []
  for (let at = directory; ; at = dirname(at)) {
    // A package.json that was forgotten at home is nobody's project.
    if (at === home && at !== directory) break
    folders.push(at)
    if (at === home || existsSync(join(at, '.git')) || dirname(at) === at) break
  }
  return folders
}

/** One that only says which module system a folder uses is part of the package around it. */
function isPackage(folder: string): boolean {
  if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return true
  if (!existsSync(join(folder, 'package.json'))) return false
  const json = tryPackageJson(folder)
  return !isObject(json) || Object.keys(json).some((key) => key !== 'type' && key !== 'sideEffects')
}

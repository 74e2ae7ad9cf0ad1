import { join } from 'node:path'
import { isObject, type PackageJson, parsePackageJson } from './package-json.js'
import { type IndexProblem, messageOf } from './problem.js'
import type { WatchedTexts } from './watched-texts.js'
import { isWorkspaceOf, workspacePatterns } from './workspaces.js'

export interface WorkspacePackage {
  /** Absolute path. */
  readonly folder: string
  readonly json: PackageJson
}

/** The packages of a project by folder and by the names under which its files import them. */
export interface WorkspacePackages {
  readonly byFolder: ReadonlyMap<string, WorkspacePackage>
  readonly byName: ReadonlyMap<string, WorkspacePackage>
  readonly problems: readonly IndexProblem[]
}

/**
 * Reads the packages of a project.
 * @param folders Absolute paths of the folders with a package.json, sorted.
 */
export function readWorkspacePackages(
  root: string,
  folders: readonly string[],
  texts: WatchedTexts,
): WorkspacePackages {
  const byFolder = new Map<string, WorkspacePackage>()
  const problems: IndexProblem[] = []
  for (const folder of folders) {
    const file = join(folder, 'package.json')
    const text = texts.read(file)
    if (text === null) continue
    try {
      byFolder.set(folder, { folder, json: parsePackageJson(text) })
    } catch (error) {
      problems.push({ file, message: `Cannot be read: ${messageOf(error)}.` })
    }
  }
  const patterns = workspacePatterns(root, (file) => texts.read(file))
  const linked = linkedNames([...byFolder.values()])
  const byName = new Map<string, WorkspacePackage>()
  for (const member of byFolder.values()) {
    const { folder, json } = member
    if (typeof json.name !== 'string' || byName.has(json.name)) continue
    // An example that is called `express` is not what the others mean by that name.
    const isMember = folder === root || isWorkspaceOf(folder, root, patterns) || linked.has(json.name)
    if (isMember) byName.set(json.name, member)
  }
  return { byFolder, byName, problems }
}

/** Names that some package takes from a folder rather than from a registry. */
function linkedNames(packages: readonly WorkspacePackage[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { json } of packages) {
    for (const field of [json.dependencies, json.devDependencies, json.peerDependencies]) {
      if (!isObject(field)) continue
      for (const [name, version] of Object.entries(field)) {
        if (/^(?:file|link|portal|workspace):/.test(String(version))) names.add(name)
      }
    }
  }
  return names
}

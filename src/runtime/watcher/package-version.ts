import path from 'node:path'

import { packageOf } from '../stack-frames.js'
import { readText } from './read-text.js'

/** A program has as many packages as it has; beyond that, names must do. */
const keptVersions = 1000

/** Reads what packages are installed. For the watcher's thread: it reads files. */
export class PackageVersions {
  readonly #labels = new Map<string, string>()

  /** `name@version` of the package that a file belongs to; null for what is not installed. */
  of(file: string): string | null {
    const name = packageOf(file)
    if (name === null) return null
    const [, modules = ''] = /^(.*[\\/]node_modules[\\/])/s.exec(file) ?? []
    const folder = path.join(modules, name)
    const known = this.#labels.get(folder)
    if (known !== undefined) return known
    const version = versionIn(path.join(folder, 'package.json'))
    const label = version === null ? name : `${name}@${version}`
    if (this.#labels.size < keptVersions) this.#labels.set(folder, label)
    return label
  }
}

function versionIn(manifest: string): string | null {
  try {
    const { version } = JSON.parse(readText(manifest) ?? '{}') as { version?: unknown }
    return typeof version === 'string' ? version : null
  } catch {
    return null
  }
}

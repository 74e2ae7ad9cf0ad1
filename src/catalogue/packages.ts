import { compilers } from './packages/compilers.js'
import type { PackageEntry } from './types.js'

/** Packages of a kind. */
export interface PackageFamily {
  readonly title: string
  readonly packages: readonly PackageEntry[]
}

/** What blocks in packages from npm. Nothing that runs on a watched loop may import this. */
export const packageFamilies: readonly PackageFamily[] = [
  { title: 'Compilers, minifiers and formatters', packages: compilers },
]

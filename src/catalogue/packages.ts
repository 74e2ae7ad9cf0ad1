import { compilers } from './packages/compilers.js'
import { compression } from './packages/compression.js'
import { configuration } from './packages/configuration.js'
import { databases } from './packages/databases.js'
import { fileSystem } from './packages/file-system.js'
import { hashing } from './packages/hashing.js'
import { images } from './packages/images.js'
import { logging } from './packages/logging.js'
import { parsers } from './packages/parsers.js'
import { processes } from './packages/processes.js'
import { templates } from './packages/templates.js'
import { waiting } from './packages/waiting.js'
import type { PackageEntry } from './types.js'

/** Packages of a kind. */
export interface PackageFamily {
  readonly title: string
  readonly packages: readonly PackageEntry[]
}

/** What blocks in packages from npm. Nothing that runs on a watched loop may import this. */
export const packageFamilies: readonly PackageFamily[] = [
  { title: 'Files', packages: fileSystem },
  { title: 'Configuration and modules', packages: configuration },
  { title: 'Processes', packages: processes },
  { title: 'Waiting', packages: waiting },
  { title: 'Databases and stores', packages: databases },
  { title: 'Hashing, passwords and signatures', packages: hashing },
  { title: 'Compression', packages: compression },
  { title: 'Templates', packages: templates },
  { title: 'Compilers, minifiers and formatters', packages: compilers },
  { title: 'Parsers, search and text', packages: parsers },
  { title: 'Images and documents', packages: images },
  { title: 'Logging', packages: logging },
]

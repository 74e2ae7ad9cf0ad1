import type { Declarations } from './declared/declarations.js'
import type { FileFacts } from './facts.js'
import type { ResolveImport } from './link/evaluator.js'
import { linkProject, type PackageOf, type Project, ProjectLinker } from './project.js'
import type { ProjectIndex } from './project-index.js'

export interface LinkOptions {
  /** Absolute path of the folder below which a path tells what a file is; the index's root by default. */
  readonly pathsFrom?: string
  /** What is known beyond the catalogue. */
  readonly declarations?: Declarations
}

/** Links the files of an index as they are on disk. */
export function linkIndex(
  index: ProjectIndex,
  { pathsFrom = index.root, declarations = [] }: LinkOptions = {},
): Project {
  const { files } = index
  return linkProject(files, pathsFrom, importsOf(files, index), declarations, packagesOf(index))
}

/**
 * The files of an index, linked and kept linked while somebody types in one of them.
 *
 * All files but that one are linked once. Every new version of it is then linked on top of them, which takes
 * a small part of the time, until another file changes on disk or somebody goes on in another one.
 */
export class LinkedIndex {
  readonly #index: ProjectIndex
  readonly #declarations: Declarations
  #linked: LinkedExcept | null = null

  constructor(index: ProjectIndex, declarations: Declarations) {
    this.#index = index
    this.#declarations = declarations
  }

  /** The project as it is on disk. @param file The file that is likely to be edited next. */
  projectOnDisk(file: number): Project {
    const linked = this.#linked
    const facts = linked && this.#isCurrent(linked) ? this.#index.files[linked.file] : undefined
    return (facts && linked?.projectWith(facts)) ?? this.#linkAnew(file, this.#index.files[file])
  }

  /** The project with other facts for a file than its text on disk has. It is good until the next call. */
  projectWith(facts: FileFacts, file: number): Project {
    const linked = this.#linked
    const isAtHand = linked?.file === file && this.#isCurrent(linked)
    return (isAtHand ? linked.projectWith(facts) : null) ?? this.#linkAnew(file, facts)
  }

  #linkAnew(file: number, facts: FileFacts | undefined): Project {
    const files = [...this.#index.files]
    if (facts) files[file] = facts
    const linker = new ProjectLinker(
      files,
      this.#index.root,
      importsOf(files, this.#index),
      this.#declarations,
      packagesOf(this.#index),
      file,
    )
    this.#linked = new LinkedExcept(linker, files, file, this.#index.resolution)
    return (facts && this.#linked.projectWith(facts)) ?? linker.project
  }

  /** Whether nothing has changed but the file that may be exchanged. */
  #isCurrent({ files, file, resolution }: LinkedExcept): boolean {
    const { files: onDisk } = this.#index
    return (
      resolution === this.#index.resolution &&
      files.length === onDisk.length &&
      files.every((facts, other) => other === file || facts === onDisk[other])
    )
  }
}

/** A project linked without one of its files. */
class LinkedExcept {
  readonly files: readonly FileFacts[]
  readonly file: number
  readonly resolution: number
  readonly #linker: ProjectLinker
  #last: { readonly facts: FileFacts; readonly project: Project } | null = null

  constructor(linker: ProjectLinker, files: readonly FileFacts[], file: number, resolution: number) {
    this.#linker = linker
    this.files = files
    this.file = file
    this.resolution = resolution
  }

  /** Null when all has to be linked anew. */
  projectWith(facts: FileFacts): Project | null {
    if (this.#last?.facts === facts) return this.#last.project
    const project = this.#linker.exchange(facts)
    this.#last = project && { facts, project }
    return project
  }
}

function importsOf(files: readonly FileFacts[], index: ProjectIndex): ResolveImport {
  return (specifier, file) => {
    const from = files[file]
    const target = from ? index.resolve(specifier, from.file) : null
    return target === null ? null : (index.indexOf(target) ?? null)
  }
}

function packagesOf(index: ProjectIndex): PackageOf {
  return (file) => index.packageAround(file)
}

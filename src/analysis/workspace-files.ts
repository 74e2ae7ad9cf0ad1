import { KeptAnswers } from './answers/kept-answers.js'
import { ProjectLook } from './answers/project-look.js'
import { isStillMeant } from './answers/resolved-by.js'
import type { Declarations } from './declared/declarations.js'
import { extractFacts, type ParsedSource } from './extract/extract-facts.js'
import type { FileFacts } from './facts.js'
import { realPathOf, SourceTree } from './index-files/source-tree.js'
import { LinkedIndex } from './link-index.js'
import { defaultCacheFolder, ProjectIndex, type ProjectIndexOptions } from './project-index.js'
import { saveAtExit } from './save-at-exit.js'
import { aloneIn, type AskedFile, type FileInProject, nowhere } from './asked-file.js'
import { answersKey } from './thread/messages.js'

// A process may live as long as an editor does, and files change under it.
const shortestRefreshMs = 1000
// Looking at the disk may take this share of the time between two looks.
const refreshShare = 0.05

/**
 * The files of a project on disk. They are parsed and linked when something is asked that was not answered
 * before, and linked anew when they have changed.
 */
export class WorkspaceFiles {
  readonly #root: string
  readonly #tree: SourceTree
  /** Looks at the disk as long as there is no index, and there may be answers that make one needless. */
  readonly #look: ProjectLook
  /** For what is kept between runs; null keeps nothing. */
  readonly #folder: string | null
  readonly #kept: KeptAnswers | null
  readonly #options: Omit<ProjectIndexOptions, 'cacheFolder' | 'tree'>
  #index: ProjectIndex | null = null
  #resolution = 0
  /** By what was declared: configurations of one run may differ in it. */
  readonly #linked = new Map<string, LinkedIndex>()
  /** The facts of the last text that differed from the file on disk, as it is while somebody types. */
  #edited: { readonly hash: string; readonly facts: FileFacts } | null = null
  #refreshAfter = 0

  /**
   * @param root Absolute path.
   * @param options As for an index.
   */
  constructor(root: string, { cacheFolder, ...options }: Omit<ProjectIndexOptions, 'tree'> = {}) {
    this.#root = realPathOf(root) ?? root
    this.#tree = new SourceTree(this.#root)
    this.#look = new ProjectLook(this.#tree)
    this.#folder = cacheFolder === undefined ? defaultCacheFolder(this.#root) : cacheFolder
    this.#kept = this.#folder === null ? null : new KeptAnswers(this.#folder)
    this.#options = options
  }

  /** Looks at the disk, and reads what will have to be read. */
  open(): void {
    this.#refreshWhenDue()
    if (this.#kept?.hasAnswers !== true) this.#openedIndex()
  }

  /** The files of the project as of the last look, with the SHA-1 of their texts. */
  get hashes(): readonly (readonly [file: string, hash: string])[] {
    return (this.#index ?? this.#look).hashes
  }

  /**
   * What is found in a file whose text is the one on disk, if nothing has to be read nor linked for it;
   * undefined otherwise.
   * @param file As it is listed.
   */
  answerAtHand<Answer>(
    file: string,
    hash: string,
    question: string,
    declarations: Declarations,
    find: (file: FileInProject) => Answer,
  ): Answer | undefined {
    if ((this.#index ?? this.#look).hashOf(file) !== hash) return undefined
    const key = answersKey(question, declarations)
    const known = this.#kept?.recall(key, file)
    if (known !== undefined) return known as Answer
    const linked = this.#linked.get(JSON.stringify(declarations))
    const at = this.#index?.indexOf(file)
    if (linked === undefined || at === undefined) return undefined
    const answer = find({ project: linked.projectOnDisk(at), file: at })
    this.#kept?.keep(key, file, answer)
    return answer
  }

  /** Whether a file is among those that are linked: nobody maintains a bundle, and not every text can be read. */
  isLinked(file: string): boolean {
    return this.#index?.indexOf(file) !== undefined
  }

  /**
   * The file that a source is; null when the project has no such file.
   * @param hash The SHA-1 of the source's text.
   */
  locate(source: ParsedSource, hash: string, declarations: Declarations): AskedFile | null {
    // What only tests do is nobody's concern: they are not even read.
    if (this.#tree.isTest(source.file)) return { answer: (_, find) => find(nowhere) }
    this.#refreshWhenDue()
    const hashOnDisk = (this.#index ?? this.#look).hashOf(source.file)
    if (hashOnDisk === undefined) return null
    if (hashOnDisk === hash && this.#kept !== null) return this.#remembered(source, hash, declarations, this.#kept)
    const found = this.#find(source, hash, declarations)
    return found && { answer: (_, find) => find(found) }
  }

  /** A file whose text is the one on disk: what is found in it may be known, and is kept. */
  #remembered(source: ParsedSource, hash: string, declarations: Declarations, kept: KeptAnswers): AskedFile {
    return {
      answer: <Answer>(question: string, find: (file: FileInProject) => Answer): Answer => {
        const key = answersKey(question, declarations)
        const known = kept.recall(key, source.file)
        if (known !== undefined) return known as Answer
        const found = this.#find(source, hash, declarations)
        if (found === null) return find(aloneIn(this.#root, source, declarations))
        const answer = find(found)
        // It may have been written to since.
        if (this.#index?.hashOf(source.file) === hash) kept.keep(key, source.file, answer)
        return answer
      },
    }
  }

  #find(source: ParsedSource, hash: string, declarations: Declarations): FileInProject | null {
    const index = this.#openedIndex()
    const file = index.indexOf(source.file)
    const verdict = file === undefined ? index.verdictOf(source.file) : undefined
    // Nobody maintains a bundle, and its facts would take longer than those of all others.
    if (verdict !== undefined && 'skipped' in verdict) return nowhere
    if (file === undefined) return null
    const linked = this.#linkedWith(declarations, index)
    if (index.hashOf(source.file) === hash) return { project: linked.projectOnDisk(file), file }
    const path = index.files[file]?.file ?? source.file
    if (this.#edited?.facts.file !== path || this.#edited.hash !== hash) {
      this.#edited = { hash, facts: extractFacts({ ...source, file: path }) }
    }
    return { project: linked.projectWith(this.#edited.facts, file), file }
  }

  #refreshWhenDue(): void {
    const began = performance.now()
    if (began < this.#refreshAfter) return
    if (this.#index !== null) this.#refreshIndex(this.#index)
    else if (this.#kept?.isStarted === true) {
      this.#look.refresh()
      this.#takeUpAnswers(this.#look.digest, (file) => this.#look.hashOf(file) !== undefined)
    } else this.#openedIndex()
    const ended = performance.now()
    this.#refreshAfter = ended + Math.max(shortestRefreshMs, (ended - began) / refreshShare)
  }

  #openedIndex(): ProjectIndex {
    if (this.#index !== null) return this.#index
    const index = new ProjectIndex(this.#root, { ...this.#options, tree: this.#tree, cacheFolder: this.#folder })
    this.#index = index
    this.#refreshIndex(index)
    if (this.#kept !== null) saveAtExit(() => this.save())
    return index
  }

  /** Keeps what was read and found for the next run. */
  save(): void {
    if (this.#index === null) return
    this.#index.save()
    this.#kept?.save(this.#index.resolvedBy)
  }

  #refreshIndex(index: ProjectIndex): void {
    index.refresh()
    if (index.resolution !== this.#resolution) {
      // Answers from before the first look at imports were compared with what these mean.
      if (this.#resolution > 0) this.#kept?.forget()
      this.#resolution = index.resolution
    }
    this.#takeUpAnswers(index.digest, (file) => index.hashOf(file) !== undefined)
  }

  #takeUpAnswers(digest: string, isSource: (file: string) => boolean): void {
    this.#kept?.open(digest, (resolved) => isStillMeant(resolved, isSource))
  }

  #linkedWith(declarations: Declarations, index: ProjectIndex): LinkedIndex {
    const key = JSON.stringify(declarations)
    const known = this.#linked.get(key)
    if (known !== undefined) return known
    const linked = new LinkedIndex(index, declarations)
    this.#linked.set(key, linked)
    return linked
  }
}

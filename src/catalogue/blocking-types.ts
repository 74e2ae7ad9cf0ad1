/** The vocabulary of what blocks: in the modules of Node.js, and in packages. */

/**
 * What holds the thread: disk, database, child process or network; computation; or mere waiting.
 */
export type BlockingKind = 'io' | 'cpu' | 'wait'

/**
 * What one typical call costs: `low` under 1 ms (one stat), `high` from 10 ms up or without bound.
 */
export type Cost = 'low' | 'medium' | 'high'

/** When a call of the API blocks; without a condition every call does. */
export type BlockingCondition =
  /**
   * Blocks unless its last argument is a callback, which only the majors in `nodeVersions` (else
   * all) heed.
   */
  | {
      readonly type: 'no-callback'
      /** Where the callback goes, when it has one place. */
      readonly position?: number
      readonly nodeVersions?: readonly number[]
      /** An option that does the same as a callback: `async` of `exec` of shelljs. */
      readonly option?: string
    }
  /** Blocks only if the options object at `argument` has one of `values`, alone or in a list. */
  | {
      readonly type: 'option'
      readonly argument: number
      readonly option: string
      readonly values: readonly (string | boolean)[]
    }
  /** Blocks unless the options object at `argument` turns this option on. */
  | { readonly type: 'unless-option'; readonly argument: number; readonly option: string }
  /** Blocks in proportion to its input; nobody notices it on a small one. */
  | { readonly type: 'large-input' }
  /**
   * Blocks in proportion to a number among its arguments, and from `noticedFrom` on for about a
   * millisecond; not with a callback at `callback`.
   */
  | {
      readonly type: 'size'
      readonly argument: number
      readonly noticedFrom: number
      readonly callback: number
    }
  /** Blocks the first time only: the result is kept by the module itself. */
  | { readonly type: 'first-call' }
  /**
   * Waits up to a time that is an argument: a literal 0 does not wait, without the argument it has
   * no end.
   */
  | { readonly type: 'timeout'; readonly argument: number }

export interface BlockingApi {
  readonly kind: BlockingKind
  readonly cost: Cost
  readonly when?: BlockingCondition
  /**
   * What to use instead: `node:fs/promises#readFile`, `which#default`. Absent when only a worker
   * helps.
   */
  readonly instead?: string
  /** Its result can be made once, at start-up, and kept: compiled templates, configuration. */
  readonly onceEnough?: true
  /**
   * It looks asynchronous, and does its work on the event loop all the same: because it returns a
   * promise, because it takes a callback, or because it does the one or the other.
   */
  readonly inNameOnly?: 'promise' | 'callback' | 'either'
  /** It does nothing but wait; `milliseconds` is the position of how long, if it takes that. */
  readonly sleeps?: { readonly milliseconds?: number }
  /** What to do about it, in the words of who declared it; in place of `instead`. */
  readonly message?: string
  /** Majors of Node.js that have the API; absent means every supported one. */
  readonly nodeVersions?: readonly number[]
  /** The command line flag that Node.js needs for it. */
  readonly flag?: string
  /** Values of `process.platform` where Node.js has it; absent means all. */
  readonly platforms?: readonly string[]
}

/**
 * A module of Node.js: what blocks in it, what its calls give, and what looks blocking and is not
 * listed.
 */
export interface BuiltinEntry {
  /** All specifiers that mean this module; the first one is its name in messages. */
  readonly specifiers: readonly string[]
  readonly blocking: Readonly<Record<string, BlockingApi>>
  /** What calls give; see `ApiFacts.returns`. */
  readonly returns?: Readonly<Record<string, string>>
  /**
   * Why a path (`*` for all) that looks as if it blocked is not listed; ends without a full stop.
   */
  readonly leftOut?: Readonly<Record<string, string>>
}

/** Export paths of a package that block alike. */
export interface AlikeApis
  extends Pick<
    BlockingApi,
    'kind' | 'cost' | 'when' | 'instead' | 'onceEnough' | 'inNameOnly' | 'sleeps'
  > {
  readonly paths: readonly string[]
  /**
   * As in `BlockingApi`; `#glob` is of the same package, and `*` stands for the path without `Sync`
   * or `.sync`.
   */
  readonly instead?: string
}

/** A package from npm: what blocks in it, and what its calls give. */
export interface PackageEntry {
  /** All specifiers that mean this module; the first one is its name in messages. */
  readonly specifiers: readonly string[]
  readonly blocking: readonly AlikeApis[]
  /** A module that it exports as its own, with all that blocks there. */
  readonly reexports?: string
  /** What calls give; see `ApiFacts.returns`. */
  readonly returns?: Readonly<Record<string, string>>
  /** Why a path that looks as if it blocked is not listed; ends without a full stop. */
  readonly leftOut?: Readonly<Record<string, string>>
}

/**
 * Paths of a module's API type: `a`, `a.b`, `C.prototype.m`. A path that the type lacks does not
 * compile.
 */
export type ExportPath<Module> = {
  [Name in keyof Module & string]:
    | Name
    | `${Name}.${keyof Module[Name] & string}`
    | (Module[Name] extends { prototype: infer Instance }
        ? `${Name}.prototype.${keyof Instance & string}`
        : never)
}[keyof Module & string]

/** The blocking exports of a module, checked against its own types. */
export type BlockingExports<Module> = Readonly<Partial<Record<ExportPath<Module>, BlockingApi>>>

/** A text for paths of a module's API type: what they give, or why they are left out. */
export type PathTexts<Module> = Readonly<Partial<Record<ExportPath<Module>, string>>>

import type { ParameterRole } from './types.js'

/** A framework that finds functions by the place of their file and the name of their export. */
export interface FileFramework {
  /** As a person says it. */
  readonly framework: string
  /**
   * What proves that a project uses it: a file imports one of these packages, or a package.json
   * around the file depends on one. Without that its conventions are names like any other.
   */
  readonly packages: readonly string[]
  readonly files: readonly FileConvention[]
}

export interface FileConvention {
  /**
   * What the file's path under the project's root matches. The first group is its route, the group
   * `method` an HTTP method.
   */
  readonly path: RegExp
  /** Paths of exports, `*` for each member: `default`, `actions.*`, `default.getInitialProps`. */
  readonly exports: readonly string[]
  /** Roles of the functions' parameters, by position. */
  readonly parameters: readonly ParameterRole[]
  /**
   * How a person names the entry point. `{export}` is the export's name, `{key}` what `*` stands
   * for, `{route}` the route, `{file}` what the first group matched, `{method}` the HTTP method in
   * upper case.
   */
  readonly name: string
  /** `serving` when absent. */
  readonly phase?: 'serving' | 'startup'
  /** Classes of the catalogue that the functions are given, by position. */
  readonly passes?: readonly (string | null)[]
  /** Exports that say that it does not run per request, with the values that do; none for any. */
  readonly unless?: Readonly<Record<string, readonly Literal[]>>
  /** At least one of these holds. */
  readonly onlyIf?: readonly ConventionCue[]
  /** Directives of the function or its file that say so, too. */
  readonly unlessDirective?: readonly string[]
  /** Names of files in the folders above whose exports count as the file's own for `unless`. */
  readonly inherits?: RegExp
}

export type Literal = string | number | boolean

/** What shows in a file that it is what its place says. */
export type ConventionCue =
  | { readonly type: 'exports'; readonly name: string; readonly values: readonly Literal[] }
  /** The file calls one of these exports of a module. */
  | { readonly type: 'calls'; readonly module: string; readonly names: readonly string[] }
  /** The function reads one of these members of its first parameter. */
  | { readonly type: 'reads'; readonly members: readonly string[] }
  /** The function's first parameters have such names; `_` before them does not matter. */
  | { readonly type: 'named'; readonly parameters: readonly (readonly string[])[] }
  | { readonly type: 'path'; readonly pattern: RegExp }
  | { readonly type: 'imports'; readonly pattern: RegExp }
  /** The default export of a file at the package's root has a property; with a value, if any are given. */
  | {
      readonly type: 'configured'
      readonly file: RegExp
      readonly property: string
      readonly values: readonly Literal[]
    }

/**
 * What one file says about itself. Facts depend on nothing but the file's text, hold no AST nodes and are
 * plain JSON, so that they can be cached. Ids are indexes into the lists of the same file.
 */

/** Start line, start column, end line, end column; all from 1, the end exclusive. */
export type Range = readonly [number, number, number, number]

/** A symbolic value that only linking resolves. */
export type Reference =
  | { readonly type: 'variable'; readonly variable: number }
  /** A name that no scope of the file binds. */
  | { readonly type: 'global'; readonly name: string }
  /** An export of a module; `*` is the whole module, as `require` or a namespace import gives it. */
  | { readonly type: 'import'; readonly specifier: string; readonly name: string }
  | { readonly type: 'member'; readonly object: Reference; readonly property: string }
  | { readonly type: 'computed'; readonly object: Reference; readonly key: Reference }
  /** Any element of an iterable. */
  | { readonly type: 'element'; readonly object: Reference }
  /** The result of a call or of `new`. */
  | { readonly type: 'call'; readonly call: number }
  | { readonly type: 'function'; readonly function: number }
  | { readonly type: 'class'; readonly class: number }
  /** An object or array literal, or a map or set. */
  | { readonly type: 'object'; readonly object: number }
  /** `this` inside a function that is not an arrow function. */
  | { readonly type: 'this'; readonly function: number }
  /** `super` inside a member of a class. */
  | { readonly type: 'super'; readonly function: number }
  | { readonly type: 'parameter'; readonly function: number; readonly index: number }
  | { readonly type: 'literal'; readonly value: string | number | boolean | null }
  | { readonly type: 'either'; readonly options: readonly Reference[] }
  /** A value of an annotated type. */
  | { readonly type: 'instance'; readonly of: TypeReference }
  | { readonly type: 'unknown' }

export interface TypeReference {
  /** The type's name as a value would be referred to: a variable, an import or a member of one. */
  readonly name: Reference
  readonly arguments: readonly TypeReference[]
}

export type FunctionForm =
  | 'module'
  | 'function'
  | 'arrow'
  | 'method'
  | 'constructor'
  | 'getter'
  | 'setter'
  /** The initialisers of a class's instance fields, which run with its constructor. */
  | 'fields'

/** `@Get(':id')` or `@Injectable`. */
export interface DecoratorFacts {
  /** The decorator as it is written, or what is called to make it. */
  readonly name: Reference
  readonly call: number | null
}

export interface ParameterFacts {
  /** Empty for a destructuring pattern. */
  readonly name: string
  readonly rest: boolean
  readonly type: TypeReference | null
  /** Names of the members that the function reads, calls or destructures from it. */
  readonly members: readonly string[]
  /** Absent when it has none, as nearly all have. */
  readonly decorators?: readonly DecoratorFacts[]
}

/** A variable of an outer function that a function uses. */
export interface Capture {
  readonly variable: number
  readonly name: string
  /** Its first use inside the function. */
  readonly range: Range
}

/** What a JSDoc comment says of a function. */
export interface TagFacts {
  readonly name: 'blocking' | 'nonblocking' | 'serves'
  /** What follows it, on one line. */
  readonly text: string
}

export interface FunctionFacts {
  /** Empty for an anonymous function. */
  readonly name: string
  readonly form: FunctionForm
  readonly async: boolean
  readonly range: Range
  /** The function around this one; null for the module's top level. */
  readonly enclosing: number | null
  readonly parameters: readonly ParameterFacts[]
  /** What it returns. */
  readonly returns: readonly Reference[]
  /** The class whose member it is. */
  readonly class: number | null
  /** The object literal whose method it is. */
  readonly object: number | null
  /** The type that its context gives it: `const handler: RequestHandler = (req, res) => …`. */
  readonly contextualType: TypeReference | null
  readonly captures: readonly Capture[]
  /** Absent when there are none. */
  readonly tags?: readonly TagFacts[]
  /** The directives that it begins with, such as `use server`; absent when there are none. */
  readonly directives?: readonly string[]
  /** Something refers to it, other than by calling it where it stands. */
  readonly escapes: boolean
  /** It awaits something. Absent when it does not. */
  readonly awaits?: true
  /** It has a loop in it. Absent when it has none. */
  readonly loops?: true
}

/** Nobody takes it; `void` says so; `await` takes it; so does one in a `try` that catches. */
export type CallResult = 'dropped' | 'void' | 'awaited' | 'caught'

export interface CallFacts {
  readonly form: 'call' | 'new' | 'tag' | 'get' | 'set'
  /** The function in which it stands. */
  readonly function: number
  readonly callee: Reference
  /** The callee as written, shortened: `fs.readFileSync`. */
  readonly text: string
  readonly arguments: readonly Reference[]
  readonly argumentRanges: readonly Range[]
  /** Position of the first spread argument, or -1: what follows it has no known position. */
  readonly spreadAt: number
  readonly range: Range
  /** Stands behind `if (!x) x = …`, `x ??= …` or an early return of the kept value. */
  readonly memoised: boolean
  /** What is kept is kept by a key: `if (!menus[day]) menus[day] = …`. Absent when it is not. */
  readonly byKey?: true
  /** It depends on how many there are of something, or on a flag that is set: `if (workers.length < size)`. Absent when it does not. */
  readonly bounded?: true
  /** Parameters, by their variables, that hold nothing when it runs: `if (!callback) readSync()`. Absent when there are none. */
  readonly without?: readonly number[]
  /** The block it stands in ends the process: nothing is left to serve. */
  readonly endsProcess: boolean
  /** It schedules something, but only under a condition or after a failure. Absent when it does so always. */
  readonly sometimes?: true
  /** What becomes of its value; absent when it goes on somewhere: returned, stored, passed. */
  readonly result?: CallResult
  /** `new Promise(…)` whose executor settles it before it returns, and hands that to nobody. */
  readonly settlesAtOnce?: true
}

export interface VariableFacts {
  readonly name: string
  /** Everything that is ever assigned to it. */
  readonly writes: readonly Reference[]
  readonly type: TypeReference | null
  /** A local variable that keeps the result of a call and is never read. */
  readonly unread?: true
}

/**
 * A loop, or a function that schedules itself, that may do nothing but wait: it changes nothing that outlives
 * it, and what it waits for it does not bring about. What its calls do only linking tells.
 */
export interface WaitFacts {
  /** The function in which the loop stands, or that schedules itself. */
  readonly function: number
  /** `while (Date.now() < end)`, or the callee of the call that schedules. */
  readonly range: Range
  /** As written, shortened. */
  readonly text: string
  /** The call that schedules the function again; absent for a loop. */
  readonly schedules?: number
  /** Every call that each turn makes, by its id, the one that schedules left out. */
  readonly calls: readonly number[]
  /** Those among them whose results decide when it ends. */
  readonly deciding: readonly number[]
  /** It ends by a variable or member that it does not write, and by no count. Absent when not. */
  readonly flag?: true
  /** Nothing ends it. Absent when something does. */
  readonly endless?: true
  /** It awaits, but only what is there already, such as `Promise.resolve()`. Absent when it does not. */
  readonly awaits?: true
}

export interface MemberFacts {
  readonly name: string
  readonly static: boolean
  readonly form: 'method' | 'getter' | 'setter' | 'field'
  readonly value: Reference
  readonly type: TypeReference | null
  readonly decorators?: readonly DecoratorFacts[]
}

export interface ClassFacts {
  readonly name: string
  readonly decorators?: readonly DecoratorFacts[]
  readonly superClass: Reference | null
  readonly implements: readonly TypeReference[]
  readonly members: readonly MemberFacts[]
  /** The constructor as written, or null. */
  readonly construct: number | null
  /** The function of form `fields`, or null when no field has an initialiser. */
  readonly fields: number | null
}

export interface PropertyFacts {
  /** Null for a computed key that is not a literal; array elements are named by their index. */
  readonly name: string | null
  /** A computed key that is not a literal: `[TOPIC]: handle`. */
  readonly key?: Reference
  readonly form: 'value' | 'getter' | 'setter'
  readonly value: Reference
  readonly range: Range
}

export interface ObjectFacts {
  readonly array: boolean
  /** `new Map(…)` or `new Set(…)`; absent for a literal. */
  readonly collection?: 'map' | 'set'
  readonly properties: readonly PropertyFacts[]
  readonly spreads: readonly { readonly value: Reference; readonly range: Range }[]
}

/** `object.property = value`, or what is put into a map, set or array. */
export interface PropertyWrite {
  readonly object: Reference
  /** Null for a key that is not written as a text, and for the place in a list. */
  readonly property: string | null
  readonly value: Reference
  /** What it has to be for a method to put something into it: `set`, `add`, `push`. Absent for an assignment. */
  readonly into?: 'map' | 'set' | 'array'
}

export interface ExportFacts {
  /** `default` for the default export, `*` for `export * from`. */
  readonly name: string
  readonly value: Reference
}

export interface FileFacts {
  /** Absolute path. */
  readonly file: string
  /** The first one is the module's top level. */
  readonly functions: readonly FunctionFacts[]
  readonly calls: readonly CallFacts[]
  readonly variables: readonly VariableFacts[]
  readonly classes: readonly ClassFacts[]
  readonly objects: readonly ObjectFacts[]
  readonly propertyWrites: readonly PropertyWrite[]
  readonly exports: readonly ExportFacts[]
  /** Specifiers of all imports and `require`s of the file. */
  readonly imports: readonly string[]
  /** Names that no scope binds. */
  readonly globals: readonly string[]
  /** Absent when there are none, as in nearly all files. */
  readonly waits?: readonly WaitFacts[]
  readonly hashbang: boolean
  /** It names a rule of this package, as comments that configure one do. Absent in nearly all files. */
  readonly namesRule?: true
}

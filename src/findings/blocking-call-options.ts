import { isBuiltin } from 'node:module'
import type { Declaration } from '../analysis/declared/declarations.js'
import { NamePattern } from '../analysis/declared/name-pattern.js'
import type { CalledApi, CallSite } from '../analysis/link/program.js'
import { allBlockingApis } from '../catalogue/index.js'
import type { BlockingApi, BlockingKind, Cost } from '../catalogue/types.js'
import { isOfUnknownSize } from './call-conditions.js'

/** A function that blocks beyond those of the catalogue. */
export interface BlockingFunction {
  /** `legacy-db.queryAll`, `@acme/*.*Sync`, `./lib/report.js#render*`. */
  readonly name: string
  readonly kind?: BlockingKind
  readonly cost?: Cost
  /** What to do about it: a sentence for the end of the message. */
  readonly message?: string
  /** What to call instead. */
  readonly instead?: string
}

export interface BlockingCallOptions {
  /** `likely` reports calls in async functions that nothing calls, too. */
  readonly confidence: 'certain' | 'likely'
  readonly kinds: readonly BlockingKind[]
  readonly minimumCost: Cost
  /** APIs that are never reported, as `NamePattern` reads them. */
  readonly allow: readonly string[]
  readonly blocking: readonly BlockingFunction[]
  /** The most calls on the way from the entry point to the function that blocks; without it, any number. */
  readonly maximumDepth?: number
  /** Reports what blocks only in proportion to its input, such as `JSON.parse`, where that may be small. */
  readonly checkLargeInput: boolean
}

const costs: readonly Cost[] = ['low', 'medium', 'high']

/** A call of an API that blocks. */
export interface BlockingCall {
  readonly site: CallSite
  readonly api: CalledApi
  readonly blocking: BlockingApi
}

/** Whether the options ask for such a call at all. */
export function isWanted({ site, api, blocking }: BlockingCall, options: BlockingCallOptions): boolean {
  const { cost, kind, when } = blocking
  if (when?.type === 'first-call') return false
  if (isOfUnknownSize(blocking, site) && !options.checkLargeInput) return false
  if (!options.kinds.includes(kind)) return false
  if (costs.indexOf(cost) < costs.indexOf(options.minimumCost)) return false
  return !patternsIn(options.allow).some((pattern) => pattern.matches(api.module, api.path))
}

/**
 * Looks whether names in the options mean something.
 * @throws An error that says which does not.
 */
export function checkNames({ allow }: Pick<BlockingCallOptions, 'allow'>): void {
  patternsIn(allow)
}

/** What the option `blocking` adds to the catalogue. */
export function declarationsIn({ blocking }: BlockingCallOptions): readonly Declaration[] {
  return blocking.map(({ name, ...api }) => {
    patternOf('blocking', name)
    return { name, blocking: api }
  })
}

const patternsByList = new WeakMap<readonly string[], readonly NamePattern[]>()

function patternsIn(allow: readonly string[]): readonly NamePattern[] {
  const known = patternsByList.get(allow)
  if (known !== undefined) return known
  const patterns = allow.map((text) => {
    const pattern = patternOf('allow', text)
    if (namesNothing(pattern)) throw wrong('allow', text, 'it names nothing that blocks.')
    return pattern
  })
  patternsByList.set(allow, patterns)
  return patterns
}

function patternOf(option: string, text: string): NamePattern {
  try {
    return new NamePattern(text)
  } catch (error) {
    throw wrong(option, text, (error as Error).message)
  }
}

function wrong(option: string, text: string, reason: string): Error {
  return new Error(`The option \`${option}\` has ${JSON.stringify(text)}: ${reason}`)
}

/** Of Node.js all that blocks is known, so a name there that is none of it was misspelt. */
function namesNothing(pattern: NamePattern): boolean {
  const [module = ''] = pattern.text.split(/[.#]/)
  if (!isBuiltin(module)) return false
  return !allBlockingApis().some(({ module: known, path }) => pattern.matches(known, path))
}

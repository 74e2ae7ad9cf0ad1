import type { BlockingApi } from '../../catalogue/types.js'
import type { ApiName } from '../../remedies.js'
import { isUserSource, packageOf } from '../stack-frames.js'
import type { StallHint, StallReport } from '../types.js'

/** What the catalogue and the linter say of a builtin. */
export type LookUpRemedy = (apiName: string) => string | null

/** A loop that only waits for the clock. */
const busyWait = /\b(?:while|for)\b.*\b(?:Date\.now|performance\.now|hrtime)\b/

/** Says what to do about a stall. */
export function hintFor(
  { api, cause, blockedAt, place }: StallReport,
  readSource: (file: string) => string | null,
  lookUp: LookUpRemedy,
): StallHint | null {
  const isKnown = blockedAt !== null && blockedAt.confidence !== 'late'
  // Without a line of one's own there is nothing to mend: a framework at work for itself, or a loader.
  if (isKnown && !place) return null
  const innermost = isKnown ? blockedAt.frames[0] : undefined
  const dependency = innermost ? packageOf(innermost.file) : null
  if (api && cause !== 'module-loading') {
    const remedy = lookUp(api.name)
    // The linter knows what packages do by the catalogue, and does not read their code.
    const isOwnCall = innermost !== undefined && isUserSource(innermost.file)
    if (remedy !== null && isOwnCall) return { rule: 'event-loop/no-blocking-call', remedy }
    if (dependency !== null) return { rule: null, remedy: remedyForDependency(dependency) }
    return remedy === null ? null : { rule: null, remedy }
  }
  if (cause === 'javascript') {
    // First, because the clock may be a package's: Next.js replaces `Date.now`.
    if (place && !place.isCompiled && busyWait.test(lineOf(place, readSource))) {
      return { rule: 'event-loop/no-busy-wait', remedy: 'Await a timer instead of waiting in a loop.' }
    }
    if (dependency !== null) return { rule: null, remedy: remedyForDependency(dependency) }
  }
  const remedy = cause === null ? undefined : remedies[cause]
  return remedy === undefined ? null : { rule: null, remedy }
}

const remedies: Partial<Record<NonNullable<StallReport['cause']>, string>> = {
  javascript:
    'Do it in parts, with a turn of the loop in between, or move it to a pool of worker threads.',
  'module-loading': 'Load the module when the program starts, not when it is first needed.',
  microtasks: 'Await something that lets the loop turn in between, such as `setImmediate`.',
  'many-callbacks': 'Let fewer of these callbacks run in one turn: limit how many are under way at once.',
  'garbage-collection': 'Keep and create fewer objects there: a heap snapshot or an allocation profile tells which.',
}

function remedyForDependency(name: string): string {
  return `The time goes into \`${name}\`: use its asynchronous form if it has one, or run it in a worker thread.`
}

function lineOf(
  { file, line }: NonNullable<StallReport['place']>,
  readSource: (file: string) => string | null,
): string {
  return readSource(file)?.split(/\r?\n/)[line - 1] ?? ''
}

export interface Hints {
  /** Loads what is known of builtins, which takes memory that nobody needs before the first stall. Never rejects. */
  load(): Promise<void>
  /** The hint for a report, without what has not been loaded. */
  give(report: StallReport): StallHint | null
}

export function hintsFor(readSource: (file: string) => string | null): Hints {
  let lookUp: LookUpRemedy = () => null
  let loading: Promise<void> | null = null
  return {
    load: () => {
      loading ??= remediesOfBuiltins().then(
        (loaded) => {
          lookUp = loaded
        },
        // A hint is not worth a failure.
        () => {},
      )
      return loading
    },
    give: (report) => hintFor(report, readSource, lookUp),
  }
}

async function remediesOfBuiltins(): Promise<LookUpRemedy> {
  const [{ builtins }, { remedyFor }] = await Promise.all([
    import('../../catalogue/builtins.js'),
    import('../../remedies.js'),
  ])
  const known = new Map<string, { api: ApiName; blocking: BlockingApi }>()
  for (const { specifiers, blocking } of builtins) {
    const module = specifiers[0] ?? ''
    const prefix = module === 'global' ? '' : `${module.replace(/^node:/, '')}.`
    for (const [path, entry] of Object.entries(blocking)) {
      known.set(prefix + path, { api: { module, path }, blocking: entry })
    }
  }
  return (name) => {
    const found = known.get(name)
    return found ? remedyFor(found.api, found.blocking, null) : null
  }
}

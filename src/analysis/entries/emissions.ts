import type { Evaluator } from '../link/evaluator.js'
import { type CallSite, type Edge, type EntryPoint, type FunctionKey, functionKey } from '../link/program.js'
import type { Value } from '../link/values.js'
import { literalTexts } from './handler-arguments.js'

interface Emission {
  readonly site: CallSite
  readonly from: FunctionKey
  /** Keys of classes, or `plain`. */
  readonly emitters: ReadonlySet<string>
  /** Empty when the text does not tell. */
  readonly events: readonly string[]
}

/** Whether a call sends an event or listens to some. */
export function concernsEmitters({ apis }: CallSite): boolean {
  return apis.some(({ module, path, facts }) => facts.emits || isListening(module, path))
}

interface Linked {
  readonly entries: readonly EntryPoint[]
  readonly edges: readonly Edge[]
}

/**
 * Links the calls that send events of the project's own emitters with the listeners: `bus.emit('order', …)` runs
 * what `bus.on('order', …)` was given. Objects of a class of the project are told apart by their class; plain
 * emitters are all one, so that of these only events count that are nobody's start-up.
 *
 * @param sites the calls that concern emitters
 * @param entries entry points, listeners among them
 */
export function linkEmissions(
  sites: readonly CallSite[],
  entries: readonly EntryPoint[],
  evaluator: Evaluator,
): Linked {
  const emitters = new EmitterKeys(evaluator)
  const emissions = sites
    .filter(({ apis }) => apis.some(({ facts }) => facts.emits))
    .map(
      (site): Emission => ({
        site,
        from: functionKey(site.file, site.call.function),
        emitters: emitters.at(site),
        events: literalTexts(site.arguments[0]),
      }),
    )
  if (emissions.length === 0) return { entries, edges: [] }
  const listening = new Map(sites.map((site) => [`${site.file}:${site.call.range.join(':')}`, site]))
  const edges: Edge[] = []
  const linked = entries.map((entry) => {
    const site = listening.get(entry.registered)
    const names = site === undefined ? [] : literalTexts(site.arguments[0])
    if (site === undefined || names.length === 0) return entry
    const keys = emitters.at(site)
    const isSetUp = entry.phase !== 'serving'
    const candidates = emissions.filter((emission) =>
      [...emission.emitters].some((key) => keys.has(key) && !(isSetUp && key === plain)),
    )
    const heard = candidates.filter(({ events }) => events.some((event) => names.includes(event)))
    for (const { from, site: emitting } of heard) edges.push({ from, to: entry.function, site: emitting })
    const areAllKnown = heard.length > 0 && candidates.every(({ events }) => events.length > 0)
    return areAllKnown ? { ...entry, emitters: heard.map(({ from }) => from) } : entry
  })
  return { entries: linked, edges }
}

class EmitterKeys {
  readonly #evaluator: Evaluator

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator
  }

  /** What a method is called on: objects of the project by their class and those that it extends. */
  at({ file, call }: CallSite): ReadonlySet<string> {
    const keys = new Set<string>()
    if (call.callee.type === 'member') {
      for (const value of this.#evaluator.values(call.callee.object, file)) this.#addKeys(value, keys)
    }
    return keys
  }

  #addKeys(value: Value, keys: Set<string>): void {
    if (value.type === 'api') keys.add(plain)
    if (value.type !== 'instance') return
    const key = `${value.file}:${value.class}`
    if (keys.has(key)) return
    keys.add(key)
    const superClass = this.#evaluator.factsOf(value.file)?.classes[value.class]?.superClass
    if (!superClass) return
    for (const parent of this.#evaluator.values(superClass, value.file)) {
      if (parent.type === 'class') this.#addKeys({ ...parent, type: 'instance' }, keys)
    }
  }
}

/** What emitters have in common that are objects of no class of the project. */
const plain = 'plain'

function isListening(module: string, path: string): boolean {
  return /^(?:node:)?events$/.test(module) && path.includes('.prototype.')
}

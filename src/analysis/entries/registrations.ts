import type { ParameterRole, Registration } from '../../catalogue/types.js'
import { nameOfEntry, nameOfEvent } from './entry-names.js'
import { flatten, type FoundFunction } from './functions-at.js'
import { handlersIn, literalTexts } from './handler-arguments.js'
import type { KeptNames } from './kept-names.js'
import type { Evaluator } from '../link/evaluator.js'
import { describedBy, noValues, type ValueSet } from '../link/values.js'
import { type CallSite, type EntryPoint, functionKey } from '../link/program.js'

const noEntries: readonly EntryPoint[] = []

/**
 * The functions that a call hands to the platform, as entry points.
 * @param kept Names of what calls give, where entry points are going to be shown.
 */
export function entryPointsOf(
  site: CallSite,
  evaluator: Evaluator,
  kept: KeptNames | null = null,
): readonly EntryPoint[] {
  const registering = registeredBy(site, evaluator)
  if (registering.length === 0) return noEntries
  return registering.flatMap(({ module, path, registration }) => {
    const events = eventsOf(registration, site, evaluator)
    const phase = phaseOf(registration, events)
    const receiver = receiverOf(registration, site, evaluator)
    return registration.handlers
      .flatMap((handlers) => handlersIn(handlers, site, evaluator))
      .map((handler) => ({
        function: functionKey(handler.file, handler.function),
        phase,
        name: nameOfEntry(registration.label, path, site, handler, evaluator, kept),
        registered: `${site.file}:${site.call.range.join(':')}`,
        registrar: functionKey(site.file, site.call.function),
        roles: rolesOf(handler, registration, events, evaluator),
        passes: passedBy(registration.passes, module),
        wrapped: handler.wrapped,
        ...(receiver ? { receiver } : {}),
        ...(registration.paced ? { isPaced: true as const } : {}),
      }))
  })
}

interface Registering {
  readonly module: string
  readonly path: string
  readonly registration: Registration
}

const nothing: readonly Registering[] = []

function registeredBy(
  { apis, arguments: passed }: CallSite,
  { catalogue }: Evaluator,
): readonly Registering[] {
  if (apis.length === 0) return nothing
  const own = apis.flatMap(({ module, path, facts: { registration, alsoRegisters = [] } }) =>
    (registration === undefined ? [] : [registration, ...alsoRegisters]).map((each) => ({
      module,
      path,
      registration: each,
    })),
  )
  if (own.length === 0) return nothing
  const plugged = (passed[0] ?? noValues).flatMap((value) => {
    if (value.type !== 'api') return []
    const { module, path } = value
    const { asPlugin = [] } = catalogue.lookupApi(module, path || 'default') ?? {}
    return asPlugin.map((registration) => ({ module, path, registration }))
  })
  return [...own, ...plugged]
}

function receiverOf(
  { thisFrom }: Registration,
  site: CallSite,
  evaluator: Evaluator,
): ValueSet | null {
  const argument = site.arguments[thisFrom?.position ?? -1]
  return thisFrom && argument ? evaluator.member(argument, thisFrom.property) : null
}

/** The values that classes of the catalogue stand for. */
export function passedBy(
  classes: readonly (string | null)[] | undefined,
  module: string,
): EntryPoint['passes'] {
  return (classes ?? []).map((name) => (name === null ? null : describedBy(name, module)))
}

function phaseOf(registration: Registration, events: readonly string[]): EntryPoint['phase'] {
  const { event: known, phase = 'serving' } = registration
  const isStartup = (event: string): boolean =>
    known?.startup?.includes(event) === true || known?.serving?.includes(event) === false
  return events.length > 0 && events.every(isStartup) ? 'startup' : phase
}

/** The names of the events that a call is about; none when the text does not tell. */
function eventsOf({ event }: Registration, site: CallSite, evaluator: Evaluator): readonly string[] {
  const argument = site.arguments[event?.argument ?? -1]
  if (event === undefined || argument === undefined) return []
  const texts = literalTexts(argument)
  if (texts.length > 0) return texts
  const direct = nameOfEvent(argument)
  if (direct !== null) return [direct]
  if (event.property === undefined) return []
  return literalTexts(evaluator.member(flatten(argument, evaluator), event.property))
}

function rolesOf(
  handler: FoundFunction,
  registration: Registration,
  events: readonly string[],
  evaluator: Evaluator,
): readonly ParameterRole[] {
  const [event = ''] = events
  const byEvent = registration.event?.parameters ?? {}
  if (Object.hasOwn(byEvent, event)) return byEvent[event] ?? []
  const arity = evaluator.factsOf(handler.file)?.functions[handler.function]?.parameters.length ?? 0
  return registration.parametersByArity?.[arity] ?? registration.parameters
}

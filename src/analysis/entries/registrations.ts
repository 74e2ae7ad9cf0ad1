import type { ParameterRole, Registration } from '../../catalogue/types.js'
import { nameOfEntry, nameOfEvent } from './entry-names.js'
import type { FoundFunction } from './functions-at.js'
import { handlersIn } from './handler-arguments.js'
import type { KeptNames } from './kept-names.js'
import type { Evaluator } from '../link/evaluator.js'
import { describedBy } from '../link/values.js'
import { type CallSite, type EntryPoint, functionKey } from '../link/program.js'

/**
 * The functions that a call hands to the platform, as entry points.
 * @param kept Names of what calls give, where entry points are going to be shown.
 */
export function entryPointsOf(
  site: CallSite,
  evaluator: Evaluator,
  kept: KeptNames | null = null,
): readonly EntryPoint[] {
  return registeredBy(site, evaluator).flatMap(({ module, path, registration }) => {
    const event = eventOf(registration, site)
    const phase = phaseOf(registration, event)
    return registration.handlers
      .flatMap((handlers) => handlersIn(handlers, site, evaluator))
      .map((handler) => ({
        function: functionKey(handler.file, handler.function),
        phase,
        name: nameOfEntry(registration.label, path, site, handler, evaluator, kept),
        registered: `${site.file}:${site.call.range.join(':')}`,
        roles: rolesOf(handler, registration, event, evaluator),
        passes: passedBy(registration.passes, module),
        wrapped: handler.wrapped,
      }))
  })
}

interface Registering {
  readonly module: string
  readonly path: string
  readonly registration: Registration
}

function registeredBy({ apis, arguments: passed }: CallSite, { catalogue }: Evaluator): Registering[] {
  const own = apis.flatMap(({ module, path, facts: { registration, alsoRegisters = [] } }) =>
    (registration === undefined ? [] : [registration, ...alsoRegisters]).map((each) => ({
      module,
      path,
      registration: each,
    })),
  )
  if (own.length === 0) return []
  const plugged = [...(passed[0]?.values() ?? [])].flatMap((value) => {
    if (value.type !== 'api') return []
    const { module, path } = value
    const { asPlugin = [] } = catalogue.lookupApi(module, path || 'default') ?? {}
    return asPlugin.map((registration) => ({ module, path, registration }))
  })
  return [...own, ...plugged]
}

/** The values that classes of the catalogue stand for. */
export function passedBy(
  classes: readonly (string | null)[] | undefined,
  module: string,
): EntryPoint['passes'] {
  return (classes ?? []).map((name) => (name === null ? null : describedBy(name, module)))
}

function phaseOf(registration: Registration, event: string | null): EntryPoint['phase'] {
  const { event: events, phase = 'serving' } = registration
  if (events === undefined || event === null) return phase
  if (events.startup?.includes(event)) return 'startup'
  return events.serving === undefined || events.serving.includes(event) ? phase : 'startup'
}

function eventOf(registration: Registration, site: CallSite): string | null {
  if (registration.event === undefined) return null
  return nameOfEvent(site.arguments[registration.event.argument])
}

function rolesOf(
  handler: FoundFunction,
  registration: Registration,
  event: string | null,
  evaluator: Evaluator,
): readonly ParameterRole[] {
  const byEvent = event === null ? undefined : registration.event?.parameters?.[event]
  if (byEvent !== undefined) return byEvent
  const arity = evaluator.files[handler.file]?.functions[handler.function]?.parameters.length ?? 0
  return registration.parametersByArity?.[arity] ?? registration.parameters
}

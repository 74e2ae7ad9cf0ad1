import type { ApiFacts, ParameterRole, Registration } from '../../catalogue/types.js'
import { nameOfEntry } from './entry-names.js'
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
  return site.apis.flatMap(({ module, path, facts }) =>
    registrationsOf(facts).flatMap((registration) => {
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
    }),
  )
}

function registrationsOf({ registration, alsoRegisters = [] }: ApiFacts): readonly Registration[] {
  return registration === undefined ? [] : [registration, ...alsoRegisters]
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
  for (const value of site.arguments[registration.event.argument]?.values() ?? []) {
    if (value.type === 'literal' && typeof value.value === 'string') return value.value
    // A member of the module's own table of names: `Events.MessageCreate`.
    if (value.type === 'api' && value.path.includes('.')) return value.path.replace(/^.*\./, '')
  }
  return null
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

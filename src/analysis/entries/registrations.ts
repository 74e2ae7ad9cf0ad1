import type { HandlerArguments, ParameterRole, Registration } from '../../catalogue/types.js'
import { nameOfEntry } from './entry-names.js'
import { describedBy, type Evaluator } from '../link/evaluator.js'
import { type CallSite, type EntryPoint, functionKey } from '../link/program.js'
import type { ValueSet } from '../link/values.js'

interface Handler {
  readonly file: number
  readonly function: number
  /** See `EntryPoint.wrapped`. */
  readonly wrapped: boolean
}

/** The functions that a call hands to the platform, as entry points. */
export function entryPointsOf(site: CallSite, evaluator: Evaluator): readonly EntryPoint[] {
  return site.apis.flatMap(({ module, path, facts: { registration } }) => {
    if (registration === undefined) return []
    const event = eventOf(registration, site)
    const phase = phaseOf(registration, event)
    const name = nameOfEntry(registration.label, path, site, evaluator)
    return registration.handlers
      .flatMap((handlers) => handlersIn(handlers, site, evaluator))
      .map((handler) => ({
        function: functionKey(handler.file, handler.function),
        phase,
        name,
        registered: `${site.file}:${site.call.range.join(':')}`,
        roles: rolesOf(handler, registration, event, evaluator),
        passes: passedBy(registration.passes, module),
        wrapped: handler.wrapped,
      }))
  })
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
  }
  return null
}

function rolesOf(
  handler: Handler,
  registration: Registration,
  event: string | null,
  evaluator: Evaluator,
): readonly ParameterRole[] {
  const byEvent = event === null ? undefined : registration.event?.parameters?.[event]
  if (byEvent !== undefined) return byEvent
  const arity = evaluator.files[handler.file]?.functions[handler.function]?.parameters.length ?? 0
  return registration.parametersByArity?.[arity] ?? registration.parameters
}

function handlersIn(
  handlers: HandlerArguments,
  site: CallSite,
  evaluator: Evaluator,
): readonly Handler[] {
  const known = site.unknownFrom === -1 ? site.arguments.length : site.unknownFrom
  switch (handlers.type) {
    case 'at':
      return handlers.positions
        .filter((position) => position < known)
        .flatMap((position) => functionsIn(position, site, evaluator))
    case 'last':
      return site.unknownFrom === -1 ? functionsIn(site.arguments.length - 1, site, evaluator) : []
    case 'every':
      return Array.from({ length: Math.max(0, site.arguments.length - handlers.from) }, (_, index) =>
        functionsIn(handlers.from + index, site, evaluator),
      ).flat()
    case 'properties': {
      const options = site.arguments[handlers.position]
      if (options === undefined || handlers.position >= known) return []
      return handlers.properties.flatMap((property) =>
        flatFunctions(evaluator.member(objectsIn(options), property), evaluator),
      )
    }
  }
}

function functionsIn(position: number, site: CallSite, evaluator: Evaluator): Handler[] {
  const values = site.arguments[position]
  if (values === undefined) return []
  const direct = flatFunctions(values, evaluator)
  return [...direct, ...wrapped(position, site, evaluator)]
}

/** `wrap(handler)`: what a wrapper gives calls what it was given, in this phase. */
function wrapped(position: number, site: CallSite, evaluator: Evaluator): Handler[] {
  const argument = site.call.arguments[position]
  const facts = evaluator.files[site.file]
  let reference = argument
  for (let hops = 0; reference?.type === 'variable' && hops < 3; hops += 1) {
    const writes = facts?.variables[reference.variable]?.writes ?? []
    reference = writes.length === 1 ? writes[0] : undefined
  }
  if (reference?.type !== 'call') return []
  const wrapper = facts?.calls[reference.call]
  if (wrapper === undefined || isBinding(wrapper.callee)) return []
  const callees = [...evaluator.callees(wrapper, site.file).values()]
  const isOwn = callees.some(({ type }) => type === 'function' || type === 'class')
  return wrapper.arguments
    .flatMap((inner) => flatFunctions(evaluator.values(inner, site.file), evaluator))
    .map((handler) => ({ ...handler, wrapped: isOwn }))
}

function isBinding(callee: CallSite['call']['callee']): boolean {
  return callee.type === 'member' && callee.property === 'bind'
}

/** The functions among values, looked for in arrays too: `[authenticate, [authorise, handle]]`. */
function flatFunctions(values: ValueSet, evaluator: Evaluator, depth = 0): Handler[] {
  return [...values.values()].flatMap((value) => {
    if (value.type === 'function') {
      return [{ file: value.file, function: value.function, wrapped: false }]
    }
    if (value.type !== 'object' || depth > 3) return []
    const facts = evaluator.files[value.file]?.objects[value.object]
    if (!facts?.array) return []
    return facts.properties.flatMap((item) =>
      flatFunctions(evaluator.values(item.value, value.file), evaluator, depth + 1),
    )
  })
}

function objectsIn(values: ValueSet): ValueSet {
  return new Map([...values].filter(([, value]) => value.type === 'object'))
}

import type { ApiFacts, HandlerArguments, ParameterRole, Registration } from '../types.js'

/** Roles of a handler's parameters, and of one with another number of them. */
export interface HandlerRoles {
  readonly parameters: readonly ParameterRole[]
  readonly parametersByArity?: Readonly<Record<number, readonly ParameterRole[]>>
}

/** What connect began, and many have kept: an error handler is known by its four parameters. */
export const connectRoles = {
  parameters: ['request', 'response', 'next'],
  parametersByArity: { 4: ['error', 'request', 'response', 'next'] },
} as const satisfies HandlerRoles

/** `app.get('/menu', authenticate, [audit], show)`, which gives the application back. */
export function routeOf(roles: HandlerRoles, from = 1): ApiFacts {
  return {
    registration: {
      handlers: [{ type: 'every', from }],
      ...roles,
      label: { type: 'route', path: 0 },
    },
    returns: 'this',
  }
}

/** `app.use('/menu', audit)`: every function is one. */
export function middlewareOf(roles: HandlerRoles): ApiFacts {
  return { ...handledBy('middleware', [{ type: 'every', from: 0 }], roles), returns: 'this' }
}

/** Handlers that only a text can name. */
export function handledBy(
  text: string,
  handlers: readonly HandlerArguments[],
  roles: HandlerRoles,
): ApiFacts {
  return { registration: { handlers, ...roles, label: { type: 'text', text } } }
}

/** The function at one position, or under properties of the options there. */
export const at = (...positions: readonly number[]): HandlerArguments => ({ type: 'at', positions })

export const properties = (
  position: number,
  ...names: readonly string[]
): HandlerArguments => ({ type: 'properties', position, properties: names })

/** A callback that runs once, before or after the server serves. */
export function startupCallback(text: string): Registration {
  return {
    handlers: [{ type: 'last' }],
    parameters: [],
    label: { type: 'text', text },
    phase: 'startup',
  }
}

/** `listen(80, callback)`. */
export const listens: ApiFacts = { registration: startupCallback('listen callback'), boots: true }

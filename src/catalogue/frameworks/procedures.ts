import type { ApiFacts } from '../types.js'

/** What builders of procedures run before a procedure: each hands a context to what comes after it. */
export const procedureMiddleware: ApiFacts = {
  registration: {
    handlers: [{ type: 'at', positions: [0] }],
    parameters: ['context'],
    contextBy: 'next',
    label: { type: 'text', text: 'procedure middleware' },
  },
}

/** The procedure itself. */
export const procedure: ApiFacts = {
  registration: {
    handlers: [{ type: 'at', positions: [0] }],
    parameters: ['context'],
    contextBy: 'next',
    label: { type: 'kept', noun: 'procedure' },
  },
}

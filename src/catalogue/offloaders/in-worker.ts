import type { ApiFacts, HandlerArguments, Registration } from '../types.js'

/** What a worker's own file says that it can do: the functions run there, off the loop of the server. */

const offLoop = (handlers: readonly HandlerArguments[]): Registration => ({
  handlers,
  parameters: ['data'],
  label: { type: 'text', text: 'worker task' },
  phase: 'off-loop',
})

/** Takes a function, or an object with functions. */
export const takesTasks: ApiFacts = {
  registration: offLoop([
    { type: 'at', positions: [0] },
    { type: 'properties', position: 0, properties: ['*'] },
  ]),
}

/** Takes a name and a function. */
export const takesNamedTask: ApiFacts = {
  registration: offLoop([{ type: 'at', positions: [1] }]),
}

import type { ModuleEntry, ParameterRole } from '../types.js'
import { at, handledBy } from './registrations.js'

const parameters: readonly ParameterRole[] = ['request', 'response']

const serves = { ...handledBy('HTTP request', [at(0)], { parameters }), boots: true } as const

/** Version 9 serves what it is called with itself, version 10 has `serve`. */
export const micro: ModuleEntry = {
  framework: 'micro',
  specifiers: ['micro'],
  exports: {
    default: { ...serves, returns: 'node:http#Server' },
    serve: serves,
    run: handledBy('HTTP request', [at(2)], { parameters }),
  },
  handlerTypes: { RequestHandler: parameters },
}

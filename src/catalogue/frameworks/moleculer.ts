import type { ApiFacts, ModuleEntry, ParameterRole, Registration } from '../types.js'
import { properties } from './registrations.js'

const parameters: readonly ParameterRole[] = ['context']

const service: Registration = {
  handlers: [
    properties(0, 'actions.*', 'actions.*.handler', 'events.*', 'events.*.handler'),
    properties(0, 'actions.*.hooks.before', 'actions.*.hooks.after', 'actions.*.hooks.error'),
    properties(0, 'hooks.before.*', 'hooks.after.*', 'hooks.error.*'),
  ],
  parameters,
  label: { type: 'own-name' },
  thisFrom: { position: 0, property: 'methods' },
}

const lifeCycle: Registration = {
  handlers: [properties(0, 'created', 'started', 'stopped', 'merged')],
  parameters: [],
  label: { type: 'text', text: 'service life cycle' },
  phase: 'startup',
  thisFrom: { position: 0, property: 'methods' },
}

const takesSchema: ApiFacts = { registration: service, alsoRegisters: [lifeCycle] }

export const moleculer: ModuleEntry = {
  framework: 'Moleculer',
  specifiers: ['moleculer'],
  exports: {
    ServiceBroker: { boots: true },
    'ServiceBroker.prototype.createService': takesSchema,
    'ServiceBroker.prototype.start': { boots: true },
    'Service.prototype.parseServiceSchema': takesSchema,
  },
  requestTypes: { Context: 'context' },
  handlerTypes: { ActionHandler: parameters },
}

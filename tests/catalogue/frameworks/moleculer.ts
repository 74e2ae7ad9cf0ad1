import type { HandlerTable } from './handler-table.js'

export const moleculer: HandlerTable = {
  'moleculer': `
import { ServiceBroker, Service, ActionHandler, Context } from 'moleculer'
const serviceBroker = new ServiceBroker()
const service = new Service()

serviceBroker.createService({ actions: { menu: { handler: $ } }, events: { menu: { handler: $ } } }) // context
serviceBroker.createService({ actions: { menu: { hooks: { before: $, after: $, error: $ } } } }) // context
serviceBroker.createService({ hooks: { before: { menu: $ }, after: { menu: $ }, error: { menu: $ } } }) // context
serviceBroker.createService({ created: $, started: $, stopped: $, merged: $ }) // startup
serviceBroker.createService({ methods: { show: $ }, created() { this.show() } }) // startup
service.parseServiceSchema({ actions: { menu: { handler: $ } }, events: { menu: { handler: $ } } }) // context
service.parseServiceSchema({ actions: { menu: { hooks: { before: $, after: $, error: $ } } } }) // context
service.parseServiceSchema({ hooks: { before: { menu: $ }, after: { menu: $ }, error: { menu: $ } } }) // context
service.parseServiceSchema({ created: $, started: $, stopped: $, merged: $ }) // startup
export const asActionHandler: ActionHandler = $ // context
export const ofContext = $<Context> // context`,
}

import type { FindingRule } from '../finding-rule.js'
import { type AsyncIoMessage, findAsyncIo, mayShipIo } from './find-async-io.js'

export const asyncIoRule: FindingRule<AsyncIoMessage> = {
  name: 'prefer-async-io',
  description: 'prefer asynchronous I/O to a worker that only waits for I/O',
  preset: 'strict',
  schema: [],
  messages: {
    shipped:
      'This function only waits for I/O (`{{api}}`), and takes a worker of {{library}} for that. {{remedy}} No worker is needed then.',
    file: 'This worker of {{library}} only waits for I/O (`{{api}}`). {{remedy}} No worker is needed then.',
  },
  defaults: {},
  strict: {},
  mayFind: mayShipIo,
  find: findAsyncIo,
}

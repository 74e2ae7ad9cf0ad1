// Koa brings no types of its own; this is as much as the tests here use.
declare module 'koa' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Context {
    body: unknown
    request: object
    response: object
  }

  export default class Koa {
    use(middleware: (ctx: Context) => unknown): this
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
  }
}

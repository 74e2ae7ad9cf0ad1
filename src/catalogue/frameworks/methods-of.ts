import type { ApiFacts, ModuleFacts } from '../types.js'

/** The facts of several methods of a class, which are the same or differ by the method's name. */
export function methodsOf(
  className: string,
  methods: readonly string[],
  facts: ApiFacts | ((method: string) => ApiFacts),
): ModuleFacts {
  return Object.fromEntries(
    methods.map((method) => [
      `${className}.prototype.${method}`,
      typeof facts === 'function' ? facts(method) : facts,
    ]),
  )
}

/** Methods of an EventEmitter that take an event's name and a listener. */
export const listenerMethods = [
  'addListener',
  'on',
  'once',
  'prependListener',
  'prependOnceListener',
] as const

/**
 * Names of the methods that routers make of HTTP's methods: those that Node.js parses, in lower
 * case.
 */
export const routeMethods = [
  'acl',
  'bind',
  'checkout',
  'connect',
  'copy',
  'delete',
  'get',
  'head',
  'link',
  'lock',
  'm-search',
  'merge',
  'mkactivity',
  'mkcalendar',
  'mkcol',
  'move',
  'notify',
  'options',
  'patch',
  'post',
  'propfind',
  'proppatch',
  'purge',
  'put',
  'query',
  'rebind',
  'report',
  'search',
  'source',
  'subscribe',
  'trace',
  'unbind',
  'unlink',
  'unlock',
  'unsubscribe',
] as const

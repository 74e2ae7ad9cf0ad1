import { describe, expect, it } from 'vitest'
import { entriesOf, expectMarked, type Files } from '../../analysis/marked-files.js'

const fs = `import { readFileSync, statSync } from 'node:fs'`

const trpc: Files = {
  'src/trpc.ts': `${fs}
import { initTRPC } from '@trpc/server'
const t = initTRPC.context<{ user: string }>().create({ errorFormatter: ({ shape }) => ({ ...shape, at: statSync('log') }) }) // !
const signedIn = t.middleware(async ({ ctx, next }) => { statSync(ctx.user); return next() }) // !
export const createRouter = t.router
export const publicProcedure = t.procedure.use(({ next }) => { statSync('a'); return next() }) // !
export const protectedProcedure = publicProcedure.use(signedIn)`,
  'src/find-user.ts': `${fs}
import { publicProcedure } from './trpc'
export const findUserRoute = publicProcedure.query(() => readFileSync('user')) // !`,
  'src/users.ts': `${fs}
import { createRouter, protectedProcedure, publicProcedure } from './trpc'
import { findUserRoute } from './find-user'
export const usersRouter = createRouter({
  find: findUserRoute,
  list: publicProcedure.query(() => readFileSync('users')), // !
  add: protectedProcedure.input(userSchema).mutation(async ({ input }) => addUser(input)),
  watch: publicProcedure.subscription(async function* () { yield statSync('users') }), // !
})
const addUser = (input) => readFileSync(input.path) // !`,
  'src/server.ts': `${fs}
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import { createRouter } from './trpc'
import { usersRouter } from './users'
export const appRouter = createRouter({ users: usersRouter, nested: { } })
export default createExpressMiddleware({
  router: appRouter,
  createContext: ({ req }) => ({ user: readFileSync(req.url) }), // !
})`,
}

/** What middleware hands on, by the name of the context and the way procedures are made. */
const contexts = (root: string, context: string, handle: string): Files => ({
  'src/menus.ts': `${fs}
export class Menus {
  read() { return readFileSync('menus') } // !
  unused() { return readFileSync('menus') }
}
export class Orders {
  constructor(readonly menus: Menus) {}
  list() { return this.menus.read() }
  total() { return statSync('orders') } // !
  unused() { return statSync('orders') }
}`,
  'src/builders.ts': `${root}
import { Menus, Orders } from './menus'
const withMenus = t.middleware(async (opts) => opts.next({ ${context}: { menus: new Menus() } }))
export const withOrders = base.use(withMenus).use(async ({ ${context}, next }) => {
  return next({ ${context}: { ...${context}, orders: new Orders(${context}.menus) } })
})
export const other = base.use(async ({ next }) => next({ ${context}: { orders: { total() {} } } }))`,
  'src/router.ts': `
import { other, withOrders } from './builders'
export const list = withOrders.input(schema).${handle}(({ ${context} }) => ${context}.orders.list())
export const total = withOrders.${handle}(async (opts) => opts.${context}.orders.total())
export const nothing = other.${handle}(({ ${context} }) => ${context}.orders.unused())`,
})

describe('procedures', () => {
  it.each<[string, Files]>([
    ['tRPC', trpc],
    [
      'what the middleware of tRPC hands on',
      contexts(
        `import { initTRPC } from '@trpc/server'\nconst t = initTRPC.create()\nconst base = t.procedure`,
        'ctx',
        'query',
      ),
    ],
    [
      'what the middleware of oRPC hands on',
      contexts(`import { os } from '@orpc/server'\nconst t = os\nconst base = os`, 'context', 'handler'),
    ],
    [
      'oRPC, by hand and by contract',
      {
        'src/router.ts': `${fs}
import { implement, os } from '@orpc/server'
const base = os.$context().use(async ({ next }) => { statSync('a'); return next() }) // !
const list = base.route({ path: '/menus' }).input(schema).handler(async ({ input }) => readFileSync(input)) // !
const contract = implement(menuContract)
export const find = contract.menu.find.handler(({ input }) => readFileSync(input)) // !
export const router = os.router({ menu: { list, find } })`,
      },
    ],
    [
      'TanStack Start',
      {
        'src/functions.ts': `${fs}
import { createMiddleware, createServerFn } from '@tanstack/react-start'
import { createServerFileRoute } from '@tanstack/react-start/server'
const logged = createMiddleware()
  .client(({ next }) => { statSync('in the browser'); return next() })
  .server(({ next }) => { statSync('log'); return next() }) // !
export const getMenu = createServerFn({ method: 'GET' })
  .middleware([logged])
  .validator((id) => { statSync(id); return id }) // !
  .handler(async ({ data }) => readFileSync(data)) // !
export const ServerRoute = createServerFileRoute('/menus').methods({
  GET: async () => new Response(readFileSync('menus')), // !
})`,
      },
    ],
    [
      'gRPC: object, class and function',
      {
        'src/server.ts': `${fs}
import * as grpc from '@grpc/grpc-js'
import type { handleUnaryCall } from '@grpc/grpc-js'
import { Kitchen } from './kitchen'
import { listMenus } from './menus'
const server = new grpc.Server()
server.addService(menus.service, { listMenus, findMenu: (call, callback) => callback(null, readFileSync(call.request.id)) }) // !
server.addService(kitchen.service, new Kitchen())
server.bindAsync('0.0.0.0:50051', credentials, () => { statSync('ready') })
export const cook: handleUnaryCall<Order, Dish> = (a, b) => { readFileSync(a.request.id) } // !`,
        'src/menus.ts': `${fs}\nexport function listMenus(call, callback) { callback(null, statSync('menus')) } // !`,
        'src/kitchen.ts': `${fs}
export class Kitchen {
  readonly dishes = readFileSync('start-up')
  cook(call, callback) { readFileSync(call.request.id) } // !
  serve = (call) => { statSync(call.request.id) } // !
}`,
      },
    ],
    [
      'nothing that only sounds like one',
      {
        'src/router.ts': `${fs}
import { t } from './own'
export const list = t.procedure.input(schema).query(() => readFileSync('users'))
server.addService(menus.service, { listMenus: () => readFileSync('menus') })
export const getMenu = createServerFn().handler(async () => readFileSync('menu'))`,
        'src/own.ts': `export const t = { procedure: { input: () => ({ query: (handle) => handle }) } }`,
      },
    ],
  ])('%s', (_, files) => expectMarked(files))

  it('have the names under which routers keep them', () => {
    expect(entriesOf(trpc)).toEqual([
      'error formatter',
      'procedure middleware',
      'procedure users.add',
      'procedure users.find',
      'procedure users.list',
      'procedure users.watch',
      'tRPC request',
    ])
    expect(
      entriesOf({
        'src/router.ts': `${fs}
import { os } from '@orpc/server'
import { createServerFn } from '@tanstack/react-start'
import { Server } from '@grpc/grpc-js'
const list = os.handler(() => readFileSync('a'))
export const router = os.router({ menu: { list } })
export const getMenu = createServerFn().handler(() => readFileSync('a'))
new Server().addService({}, { listMenus: () => readFileSync('a') })`,
      }),
    ).toEqual(['gRPC method listMenus', 'procedure menu.list', 'server function getMenu'])
  })

  it.each([
    [
      'tRPC that are merged',
      `import { initTRPC } from '@trpc/server'
const t = initTRPC.create()
const menus = t.router({ list: t.procedure.query(() => readFileSync('a')) })
export const router = t.router({ menus: t.mergeRouters(menus, others) })`,
      'procedure menus.list',
    ],
    [
      'oRPC',
      `import { os } from '@orpc/server'
const menus = os.router({ list: os.handler(() => readFileSync('a')) })
export const router = os.router({ menus })`,
      'procedure menus.list',
    ],
    [
      'oRPC that implement a contract',
      `import { implement } from '@orpc/server'
const contract = implement(menuContract)
const list = contract.menus.list.handler(() => readFileSync('a'))
export const router = contract.router({ menus: { list } })`,
      'procedure menus.list',
    ],
    [
      'oRPC that implement a contract in a part',
      `import { implement, os } from '@orpc/server'
const contract = implement(menuContract)
const part = contract.router({ list: contract.list.handler(() => readFileSync('a')) })
export const router = os.router({ menus: part })`,
      'procedure menus.list',
    ],
  ])('have the names under which routers in routers keep them: %s', (_, code, name) => {
    expect(entriesOf({ 'src/router.ts': `${fs}\n${code}` })).toEqual([name])
  })
})

import { describe, expect, it } from 'vitest'
import { dependingOn, entriesOf, expectMarked, type Files } from '../../analysis/marked-files.js'

const fs = `import { readFileSync, statSync } from 'node:fs'`

describe('SvelteKit', () => {
  const kit = { 'package.json': dependingOn('@sveltejs/kit', 'svelte') }

  it.each<[string, Files]>([
    [
      'endpoints, loads, form actions and hooks',
      {
        ...kit,
        'src/routes/(shop)/menus/[id]/+server.ts': `${fs}
export const GET = async ({ params }) => new Response(readFileSync(params.id)) // !
export const fallback = () => new Response(readFileSync('menu')) // !
export const entries = () => readFileSync('menus')`,
        'src/routes/orders/+page.server.ts': `${fs}
import type { Actions, PageServerLoad } from './$types'
export const load: PageServerLoad = async () => ({ orders: readFileSync('orders') }) // !
export const actions = {
  default: async ({ request }) => { readFileSync(request.url) }, // !
  async cancel() { statSync('order') }, // !
} satisfies Actions`,
        'src/routes/+layout.server.js': `${fs}\nexport function load() { return statSync('a') } // !`,
        'src/hooks.server.ts': `${fs}
import { sequence } from '@sveltejs/kit/hooks'
const session = async ({ event, resolve }) => { statSync('session'); return resolve(event) } // !
export const handle = sequence(session, ({ event, resolve }) => { statSync('log'); return resolve(event) }) // !
export const handleError = ({ error }) => { statSync(error.path) } // !
export async function init() { readFileSync('settings') }`,
        'src/lib/menus.remote.ts': `${fs}
import { command, prerender, query } from '$app/server'
export const getMenus = query(async () => readFileSync('menus')) // !
export const addMenu = command('unchecked', async (menu) => { readFileSync(menu) }) // !
export const getPrices = prerender(async () => readFileSync('prices'))`,
      },
    ],
    [
      'nothing of a page that is written at build time',
      {
        ...kit,
        'src/routes/blog/+layout.server.ts': `export const prerender = true`,
        'src/routes/blog/[slug]/+page.server.ts': `${fs}\nexport const load = ({ params }) => readFileSync(params.slug)`,
        'src/routes/feed/+server.ts': `${fs}\nexport const prerender = true\nexport const GET = () => new Response(readFileSync('feed'))`,
      },
    ],
    [
      'nothing without SvelteKit, and no other file of a route',
      {
        'package.json': dependingOn('svelte'),
        'src/routes/menus/+server.ts': `${fs}\nexport const GET = () => readFileSync('menu')`,
        'apps/shop/package.json': dependingOn('@sveltejs/kit'),
        'apps/shop/src/routes/menus/load.ts': `${fs}\nexport const load = () => readFileSync('menu')\nexport const GET = load`,
      },
    ],
    [
      'handlers by their types wherever they stand',
      {
        'lib/guard.ts': `${fs}
import type { Handle, RequestEvent, RequestHandler } from '@sveltejs/kit'
export const guard: Handle = async ({ event, resolve }) => { statSync('session'); return resolve(event) } // !
export const show: RequestHandler = () => new Response(readFileSync('menu')) // !
export const userOf = (event: RequestEvent) => statSync(event.url.pathname) // !`,
      },
    ],
  ])('%s', (_, files) => expectMarked(files))
})

describe('React Router and Remix', () => {
  it.each<[string, Files]>([
    [
      'loaders and actions, and what stands between them',
      {
        'package.json': dependingOn('@react-router/dev', 'react-router'),
        'app/routes/orders.$id.tsx': `${fs}
export async function loader({ params }) { return readFileSync(params.id) } // !
export const action = async ({ request }) => { readFileSync(request.url) } // !
export const clientLoader = async () => readFileSync('in the browser')
export default function Order() { return <p>{readFileSync('rendered').length}</p> }`,
        'app/root.tsx': `${fs}
const audit = async ({ request }, next) => { readFileSync(request.url); return next() } // !
export const middleware = [audit]`,
        'app/entry.server.tsx': `${fs}
export default function handleRequest(request) { return readFileSync(request.url) } // !
export const handleError = (error) => { statSync('log') } // !`,
        'app/menus/menu.tsx': `${fs}
import type { Route } from './+types/menu'
export const loader = ({ params }: Route.LoaderArgs) => readFileSync(params.id) // !`,
        'app/images/image.ts': `${fs}\nexport const loader = ({ path }) => readFileSync(path)`,
      },
    ],
    [
      'Remix, by the types of the parameters too',
      {
        'package.json': dependingOn('@remix-run/node', '@remix-run/react'),
        'app/routes/_index.jsx': `${fs}\nexport const loader = () => readFileSync('menu') // !`,
        'app/orders.server.ts': `${fs}
import type { LoaderFunctionArgs } from '@remix-run/node'
export const showOrder = ({ params }: LoaderFunctionArgs) => readFileSync(params.id) // !`,
      },
    ],
    [
      'nothing of a single page application',
      {
        'package.json': dependingOn('react-router'),
        'app/routes/orders.tsx': `${fs}\nexport const loader = () => readFileSync('menu')`,
      },
    ],
  ])('%s', (_, files) => expectMarked(files))
})

describe('Astro', () => {
  it.each<[string, Files]>([
    [
      'endpoints, middleware and actions of a site that is rendered on demand',
      {
        'package.json': dependingOn('astro', '@astrojs/node'),
        'astro.config.mjs': `import { defineConfig } from 'astro/config'
import node from '@astrojs/node'
export default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' }) })`,
        'src/pages/api/menus.json.ts': `${fs}
export const GET = async () => new Response(readFileSync('menus')) // !
export const helper = () => readFileSync('menus')`,
        'src/pages/feed.xml.ts': `${fs}\nexport const prerender = true\nexport const GET = () => new Response(readFileSync('feed'))`,
        'src/middleware.ts': `${fs}
import { defineMiddleware } from 'astro:middleware'
export const onRequest = defineMiddleware((context, next) => { statSync('a'); return next() }) // !`,
        'src/actions/index.ts': `${fs}
import { defineAction } from 'astro:actions'
export const server = {
  subscribe: defineAction({ accept: 'form', handler: async (input) => { statSync(input.path) } }), // !
}`,
      },
    ],
    [
      'in a site that is built ahead only what cannot be',
      {
        'package.json': dependingOn('astro'),
        'astro.config.mjs': `export default { site: 'https://bakery.example' }`,
        'src/pages/rss.xml.js': `${fs}\nexport function GET() { return new Response(readFileSync('posts')) }`,
        'src/middleware.ts': `${fs}\nexport const onRequest = (context, next) => { statSync('a'); return next() }`,
        'src/pages/order.ts': `${fs}
export const POST = () => new Response(readFileSync('order')) // !`,
        'src/pages/open.ts': `${fs}
export const prerender = false
export const GET = () => new Response(readFileSync('hours')) // !`,
      },
    ],
    [
      'nothing without Astro',
      {
        'package.json': dependingOn('express'),
        'src/pages/order.ts': `${fs}\nexport const POST = () => new Response(readFileSync('order'))`,
      },
    ],
  ])('%s', (_, files) => expectMarked(files))
})

describe('Nitro, Nuxt and h3', () => {
  it.each<[string, Files]>([
    [
      'routes and middleware of a server folder, whose functions need no import',
      {
        'package.json': dependingOn('nuxt'),
        'server/api/menus/index.get.ts': `${fs}
export default defineEventHandler(async (event) => readFileSync('menus')) // !`,
        'server/routes/feed.ts': `${fs}
const feed = () => readFileSync('feed') // !
export default eventHandler(feed)`,
        'server/middleware/session.ts': `${fs}\nexport default defineEventHandler((event) => { statSync('session') }) // !`,
        'server/plugins/cache.ts': `${fs}
export default defineNitroPlugin((nitroApp) => {
  readFileSync('cache')
  nitroApp.hooks.hook('request', () => { statSync('a') }) // !
  nitroApp.hooks.hook('close', () => { statSync('b') })
})`,
        'server/lib/menus.ts': `${fs}\nexport default defineEventHandler(() => readFileSync('menus'))`,
      },
    ],
    [
      'handlers that are made with imported functions, wherever they stand',
      {
        'lib/handlers.ts': `${fs}
import { defineEventHandler, fromNodeMiddleware, type EventHandler, type H3Event } from 'h3'
import { cachedEventHandler, defineTask } from 'nitropack/runtime'
export const show = defineEventHandler(async (event) => readFileSync('menu')) // !
export const list = defineEventHandler({
  onRequest: [() => { statSync('a') }], // !
  handler: () => readFileSync('menus'), // !
})
export const old = fromNodeMiddleware((req, res, next) => { statSync(req.url) }) // !
export const kept = cachedEventHandler(async () => readFileSync('kept'), { maxAge: 60 }) // !
export const clean = defineTask({ meta: { name: 'clean' }, run: async () => { statSync('tmp') } }) // !
export const typed: EventHandler = () => readFileSync('typed') // !
export const nameOf = (event: H3Event) => statSync(event.path) // !`,
      },
    ],
    [
      'applications and routers of h3 1 and 2',
      {
        'server.ts': `${fs}
import { createApp, createRouter, H3 } from 'h3'
const router = createRouter()
createApp().use('/a', () => { statSync('a') }).use(router) // !
router
  .get('/menus', () => readFileSync('menus')) // !
  .use('/b', () => statSync('b')) // !
new H3()
  .post('/orders', (event) => readFileSync('orders')) // !
  .on('GET', '/c', () => statSync('c')) // !`,
      },
    ],
    [
      'nothing without Nitro',
      {
        'package.json': dependingOn('vue'),
        'server/api/menus.ts': `${fs}\nexport default defineEventHandler(() => readFileSync('menus'))`,
      },
    ],
  ])('%s', (_, files) => expectMarked(files))
})

it('names them as a person would', () => {
  const body = `${fs}\nexport default () => readFileSync('a')`
  expect(
    entriesOf({
      'kit/package.json': dependingOn('@sveltejs/kit'),
      'kit/src/routes/(shop)/menus/[id]/+server.ts': `${fs}\nexport const GET = () => readFileSync('a')`,
      'kit/src/routes/+page.server.ts': `${fs}\nexport const load = () => readFileSync('a')\nexport const actions = { pay: () => readFileSync('a') }`,
      'router/package.json': dependingOn('@react-router/dev'),
      'router/app/routes/orders.$id.tsx': `${fs}\nexport const loader = () => readFileSync('a')`,
      'nuxt/package.json': dependingOn('nuxt'),
      'nuxt/server/api/menus/index.get.ts': body,
      'nuxt/server/api/bills/[id].ts': body,
      'nuxt/server/routes/feed.xml.ts': body,
      'astro/package.json': dependingOn('astro'),
      'astro/src/pages/orders/index.ts': `${fs}\nexport const POST = () => readFileSync('a')`,
      'astro/src/actions/index.ts': `${fs}\nimport { defineAction } from 'astro:actions'\nexport const server = { subscribe: defineAction({ handler: () => readFileSync('a') }) }`,
    }),
  ).toEqual([
    'ANY /api/bills/[id]',
    'ANY /feed.xml',
    'GET /api/menus',
    'GET /menus/[id]',
    'POST /orders',
    'action subscribe',
    'form action pay of /',
    'load of /',
    'loader of /routes/orders.$id',
  ])
})

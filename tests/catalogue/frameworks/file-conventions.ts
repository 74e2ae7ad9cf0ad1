import type { Files } from '../../analysis/marked-files.js'

/**
 * By framework: the package that shows that it is there, and files: a path, code with `$` as in a `HandlerTable`,
 * the names of the entry points, and other files.
 */
export type ConventionTable = Readonly<Record<string, { readonly dependsOn: string; readonly files: readonly Row[] }>>

type Row = readonly [path: string, code: string, names?: readonly string[], others?: Files]

const onDemand: Files = { 'astro.config.mjs': `export default { output: 'server' }` }

const each = (path: string, exports: string, roles: string, name: (name: string) => string): readonly Row[] =>
  exports.split(' ').map((exported): Row => [path, `export const ${exported} = $ // ${roles}`, [name(exported)]])

export const conventions: ConventionTable = {
  'Next.js': {
    dependsOn: 'next',
    files: [
      ...each('app/menus/route.ts', 'GET HEAD OPTIONS POST PUT DELETE PATCH', 'request other', (name) => `${name} /menus`),
      ['pages/api/menus.ts', 'export default $ // request response', ['API route /api/menus']],
      ['pages/menus.tsx', 'export const getServerSideProps = $ // context', ['getServerSideProps of /menus']],
      ['pages/menus.tsx', 'const Menus = () => null\nMenus.getInitialProps = $ // context\nexport default Menus', ['getInitialProps of /menus']],
      ['proxy.ts', 'export const proxy = $ // request other', ['proxy']],
      ['proxy.ts', 'export default $ // request other', ['proxy']],
      ['src/middleware.ts', 'export const middleware = $ // request other', ['middleware']],
      ['src/middleware.ts', 'export default $ // request other', ['middleware']],
      ['instrumentation.ts', 'export const onRequestError = $ // error other other', ['onRequestError']],
      ['instrumentation.ts', 'export const register = $ // startup'],
      ['app/menus/page.tsx', `export const dynamic = 'force-dynamic'\nexport default $ // serving`, ['page /menus']],
      ['app/menus/page.tsx', `export const revalidate = 0\nexport default $ // serving`, ['page /menus']],
      ['app/menus/page.tsx', `import { cookies } from 'next/headers'\nexport default $ // serving\ncookies()`, ['page /menus']],
      ['app/menus/page.tsx', `import { headers } from 'next/headers'\nexport default $ // serving\nheaders()`, ['page /menus']],
      ['app/menus/page.tsx', `import { connection } from 'next/server'\nexport default $ // serving\nconnection()`, ['page /menus']],
      ['app/menus/page.tsx', `import { unstable_noStore } from 'next/cache'\nexport default $ // serving\nunstable_noStore()`, ['page /menus']],
      ['app/menus/page.tsx', `import { statSync } from 'node:fs'\nexport default ({ searchParams }) => ($)() // serving`, ['page /menus']],
      ['app/menus/[id]/page.tsx', 'export default $ // serving', ['page /menus/[id]']],
      ...each('app/menus/[id]/page.tsx', 'generateMetadata generateViewport', 'serving', (name) => `${name} of /menus/[id]`),
      ['app/menus/layout.tsx', `export const dynamic = 'force-dynamic'\nexport default $ // serving`, ['layout /menus']],
      ['app/menus/layout.tsx', `export const revalidate = 0\nexport default $ // serving`, ['layout /menus']],
      ['app/menus/layout.tsx', `import { headers } from 'next/headers'\nexport default $ // serving\nheaders()`, ['layout /menus']],
      ['app/menus/layout.tsx', `import { connection } from 'next/server'\nexport const generateMetadata = $ // serving\nconnection()`, ['layout /menus']],
      ['app/menus/layout.tsx', `import { unstable_noStore } from 'next/cache'\nexport const generateViewport = $ // serving\nunstable_noStore()`, ['layout /menus']],
    ],
  },
  'Nitro, Nuxt': {
    dependsOn: 'nitropack',
    files: [
      ['server/api/menus.get.ts', 'export default $ // context', ['GET /api/menus']],
      ['routes/menus.ts', 'export default $ // context', ['ANY /menus']],
      ['server/middleware/log.ts', 'export default $ // context', ['middleware']],
      ['server/plugins/open.ts', 'export default $ // startup'],
    ],
  },
  'React Router, Remix': {
    dependsOn: '@react-router/dev',
    files: [
      ...each('app/routes/menus.tsx', 'loader action', 'context', (name) => `${name} of /routes/menus`),
      ['app/menus.tsx', `import type { Route } from './+types/menus'\nexport const loader = $ // context`, ['loader of /menus']],
      ['app/menus.tsx', `import type { Route } from './+types/menus'\nexport const action = $ // context`, ['action of /menus']],
      ['app/root.tsx', 'export const middleware = [$] // context next', ['middleware of /root']],
      ['app/routes/menus.tsx', 'export const headers = $ // data', ['headers of /routes/menus']],
      ['app/entry.server.tsx', 'export default $ // request other other other', ['server entry']],
      ['app/entry.server.tsx', 'export const handleDataRequest = $ // response context', ['server entry']],
      ['app/entry.server.tsx', 'export const handleError = $ // error context', ['server entry']],
    ],
  },
  'SvelteKit': {
    dependsOn: '@sveltejs/kit',
    files: [
      ...each('src/routes/menus/+server.ts', 'GET HEAD POST PUT PATCH DELETE OPTIONS QUERY', 'context', (name) => `${name} /menus`),
      ['src/routes/menus/+server.ts', `export const prerender = 'auto'\nexport const GET = $ // context`, ['GET /menus']],
      ['src/routes/menus/+server.ts', 'export const fallback = $ // context', ['ANY /menus']],
      ['src/routes/menus/+page.server.ts', 'export const load = $ // context', ['load of /menus']],
      ['src/routes/menus/+page.server.ts', 'export const actions = { order: $ } // context', ['form action order of /menus']],
      ...each('src/hooks.server.ts', 'handle handleError handleFetch', 'context', (name) => `hook ${name}`),
      ['src/hooks.server.ts', 'export const init = $ // startup'],
    ],
  },
  'Astro': {
    dependsOn: 'astro',
    files: [
      ...['GET', 'HEAD', 'ALL'].map((name): Row => ['src/pages/menus.ts', `export const ${name} = $ // context`, [`${name} /menus`], onDemand]),
      ['src/pages/menus.ts', 'export const prerender = false\nexport const GET = $ // context', ['GET /menus']],
      ['src/pages/menus.ts', 'export const GET = $ // context', ['GET /menus'], { 'astro.config.mjs': `export default { output: 'hybrid' }` }],
      ['src/pages/menus.ts', 'export const prerender = false\nexport const POST = $ // context', ['POST /menus']],
      ...each('src/pages/menus.ts', 'POST PUT PATCH DELETE OPTIONS', 'context', (name) => `${name} /menus`),
      ['src/middleware.ts', 'export const onRequest = $ // context next', ['middleware'], onDemand],
      ['src/middleware.ts', 'export const onRequest = $ // context next', ['middleware'], { 'astro.config.ts': `export default { output: 'hybrid' }` }],
      ['src/middleware.ts', 'export const onRequest = $ // context next', ['middleware'], { 'astro.config.mjs': `import node from '@astrojs/node'\nexport default { adapter: node() }` }],
    ],
  },
  'AWS Lambda': {
    dependsOn: 'serverless',
    files: [
      ['src/print.js', 'export const handler = (event) => ($)() // serving', ['Lambda handler']],
      ['src/print.js', 'export const lambdaHandler = (evt) => ($)() // serving', ['Lambda handler']],
      ['src/print.js', 'export const print = (event, context) => ($)() // serving', ['Lambda handler']],
      ['src/print.js', 'export const print = (_evt, ctx) => ($)() // serving', ['Lambda handler']],
    ],
  },
  'Netlify Functions': {
    dependsOn: '@netlify/functions',
    files: [
      ['netlify/functions/menus.ts', 'export default $ // request context', ['function /menus']],
      ['netlify/functions/menus.ts', 'export const handler = $ // data context', ['function /menus']],
    ],
  },
  'Vercel Functions': {
    dependsOn: '@vercel/node',
    files: [
      ['api/menus.ts', 'export default $ // request response', ['function /api/menus']],
      ...each('api/menus.ts', 'GET HEAD POST PUT PATCH DELETE OPTIONS', 'request', (name) => `${name} /api/menus`),
    ],
  },
  'AdonisJS': {
    dependsOn: '@adonisjs/core',
    files: [
      ['app/controllers/menus_controller.ts', 'export default class {\n  show$$ // context\n}', ['controller method show']],
      ['app/middleware/log_middleware.ts', 'export default class {\n  handle$$ // context next\n}', ['middleware']],
    ],
  },
  'Probot': {
    dependsOn: 'probot',
    files: ['on', 'onAny', 'onError'].map(
      (member): Row => ['src/index.ts', `export default (app) => { app.${member}; refresh($) } // startup`],
    ),
  },
  'Sails': {
    dependsOn: 'sails',
    files: [
      ['api/controllers/show-menu.js', 'module.exports = { fn: $ } // data other', ['action show-menu']],
      ['api/controllers/MenuController.js', 'module.exports = { show: (req, res) => ($)() } // serving', ['action MenuController.show']],
      ['api/controllers/MenuController.js', 'module.exports = { show: (request, response) => ($)() } // serving', ['action MenuController.show']],
      ['api/controllers/menu.js', 'module.exports = (req, res) => ($)() // serving', ['action menu']],
      ['api/policies/is-admin.js', 'module.exports = $ // request response next', ['policy is-admin']],
      ['api/responses/expired.js', 'module.exports = $ // data', ['response expired']],
      ['config/bootstrap.js', 'exports.bootstrap = $ // startup'],
    ],
  },
  'LoopBack 3': {
    dependsOn: 'loopback',
    files: [
      ['common/models/menu.js', 'module.exports = $ // startup'],
      ['server/boot/open.js', 'module.exports = $ // startup'],
    ],
  },
}

/** Files that look like those above and are not what runs while requests are served. */
export const silent: ConventionTable = {
  'Next.js': {
    dependsOn: 'next',
    files: [
      ['app/menus/route.ts', `export const dynamic = 'force-static'\nexport const GET = $ // request`],
      ['app/menus/route.ts', `export const dynamic = 'error'\nexport const GET = $ // request`],
      ['app/menus/page.tsx', 'export default $ // serving'],
      ['app/menus/page.tsx', `export const dynamic = 'auto'\nexport default $ // serving`],
      ['app/menus/page.tsx', 'export const revalidate = 60\nexport default $ // serving'],
      ['app/menus/page.tsx', 'export const generateMetadata = $ // serving'],
      ['app/menus/layout.tsx', 'export default $ // serving'],
      ...['page', 'layout'].flatMap((name) =>
        ['default', 'const generateMetadata =', 'const generateViewport ='].flatMap((exported): readonly Row[] => [
          [`app/[id]/${name}.tsx`, `import { headers } from 'next/headers'\nexport const generateStaticParams = () => []\nexport ${exported} $ // serving\nheaders()`],
          [`app/[id]/${name}.tsx`, `'use cache'\nimport { headers } from 'next/headers'\nexport ${exported} $ // serving\nheaders()`],
        ]),
      ),
    ],
  },
  'SvelteKit': {
    dependsOn: '@sveltejs/kit',
    files: [
      ['src/routes/menus/+server.ts', 'export const prerender = true\nexport const GET = $ // context'],
      ['src/routes/menus/+page.server.ts', 'export const load = $ // context', [], { 'src/routes/+layout.ts': 'export const prerender = true' }],
    ],
  },
  'Astro': {
    dependsOn: 'astro',
    files: [
      ['src/pages/menus.ts', 'export const GET = $ // context'],
      ['src/pages/menus.ts', `import { prerender } from '../settings'\nexport const GET = $ // context\nexport { prerender }`],
      ['src/pages/menus.ts', 'export const prerender = true\nexport const GET = $ // context', [], onDemand],
      ['src/pages/menus.ts', 'export const prerender = true\nexport const POST = $ // context'],
      ['src/middleware.ts', 'export const onRequest = $ // context next'],
    ],
  },
  'AWS Lambda': {
    dependsOn: 'serverless',
    files: [
      ['src/print.js', 'export const handler = (order) => ($)() // serving'],
      ['src/print.js', 'export const print = (event) => ($)() // serving'],
      ['src/print.js', 'export const print = (event, done) => ($)() // serving'],
      ['src/print.js', 'export const print = (order, context) => ($)() // serving'],
    ],
  },
  'Sails': {
    dependsOn: 'sails',
    files: [
      ['api/controllers/MenuController.js', 'module.exports = { show: (req, done) => ($)() } // serving'],
      ['api/controllers/MenuController.js', 'module.exports = { show: (menu, res) => ($)() } // serving'],
      ['api/controllers/menu.js', 'module.exports = (menu, done) => ($)() // serving'],
    ],
  },
  'Probot': { dependsOn: 'probot', files: [['src/index.ts', 'export default (app) => { app.load; ($)() } // serving']] },
}

const lambda = `export const handler = (event) => ($)() // serving`
const loader = 'export const loader = $ // context'
const fetchHandler = 'export default { fetch: $ } // request other'

/** Packages, a file and code of one of their frameworks. */
export const packages: readonly (readonly [name: string, path: string, code: string])[] = [
  ...['nuxt', 'nitropack', 'nitro'].map((name) => [name, 'server/api/menus.ts', 'export default $ // context'] as const),
  ...['dev', 'node', 'serve', 'express'].map((name) => [`@react-router/${name}`, 'app/routes/menus.tsx', loader] as const),
  ...['dev', 'node', 'express', 'server-runtime'].map((name) => [`@remix-run/${name}`, 'app/routes/menus.tsx', loader] as const),
  ...['@types/aws-lambda', 'aws-lambda', '@middy/core', 'aws-cdk-lib', 'serverless', 'sst'].map((name) => [name, 'src/print.ts', lambda] as const),
  ...['logger', 'tracer', 'metrics'].map((name) => [`@aws-lambda-powertools/${name}`, 'src/print.ts', lambda] as const),
  ...['@vercel/node', '@vercel/functions'].map((name) => [name, 'api/menus.ts', 'export const GET = $ // request'] as const),
  ...['@cloudflare/workers-types', '@types/bun', 'bun-types', 'srvx', 'wrangler'].map((name) => [name, 'src/index.ts', fetchHandler] as const),
]

import { describe, expect, it } from 'vitest'
import { dependingOn, entriesOf, expectMarked, type Files } from '../../analysis/marked-files.js'

const fs = `import { readFileSync, statSync } from 'node:fs'`
const next = { 'package.json': dependingOn('next', 'react') }

describe('functions that Next.js calls while it serves', () => {
  it.each<[string, Files]>([
    [
      'route handlers, in the root, under src and in an app of a repository',
      {
        'package.json': dependingOn('turbo'),
        'apps/shop/package.json': dependingOn('next'),
        'apps/shop/src/app/(public)/api/menus/[id]/route.ts': `${fs}
export async function GET(request: Request) { return Response.json(statSync('menus')) } // !
export const POST = async () => new Response(readFileSync('menu')) // !
export const helper = () => readFileSync('unused')
const DELETE = () => readFileSync('not exported')`,
      },
    ],
    [
      'route handlers that come from elsewhere or stand inside of a wrapper',
      {
        ...next,
        'lib/orders.ts': `${fs}\nexport const listOrders = () => Response.json(statSync('orders')) // !`,
        'app/api/orders/route.ts': `${fs}
import { withSession } from '@acme/session'
export { listOrders as GET } from '../../../lib/orders'
export const PUT = withSession(async () => new Response(readFileSync('order'))) // !`,
      },
    ],
    [
      'routes of the Pages Router',
      {
        ...next,
        'pages/api/orders/index.ts': `${fs}
export default function handler(req, res) { res.end(readFileSync('orders')) } // !
export const config = { api: { bodyParser: statSync('x').size > 1 } }`,
        'pages/orders/[id].tsx': `${fs}
export async function getServerSideProps({ params }) { return { props: { order: readFileSync(params.id) } } } // !
export async function getStaticPaths() { return statSync('orders') }
export default function Order({ order }) { return <p onClick={() => window.print()}>{order}</p> }`,
        'pages/menu.tsx': `${fs}
export async function getStaticProps() { return { props: { menu: readFileSync('menu') } } }
export default function Menu({ menu }) { return <p>{menu}</p> }`,
        'pages/bill.jsx': `${fs}
const Bill = ({ total }) => <p>{total}</p>
Bill.getInitialProps = async () => ({ total: readFileSync('bill') }) // !
export default Bill`,
      },
    ],
    [
      'server actions of a file and of a component',
      {
        ...next,
        'lib/invoices.ts': `'use server'
${fs}
import { guarded } from '@acme/actions'
export async function createInvoice(form: FormData) { return readFileSync(form.get('file')) } // !
export const deleteInvoice = guarded(async () => statSync('invoice')) // !
async function audit() { statSync('never called') }`,
        'app/invoices/page.tsx': `${fs}
export default function Page() {
  async function pay() {
    'use server'
    return readFileSync('bill') // !
  }
  const settle = async () => { return statSync('bill') }
  return <form action={pay} onSubmit={settle}>{statSync('rendered at build time').size}</form>
}`,
      },
    ],
    [
      'what stands between all requests, but nothing of that name elsewhere',
      {
        ...next,
        'src/proxy.ts': `${fs}\nexport function proxy(request) { statSync(request.url) } // !`,
        'middleware.ts': `${fs}\nexport default () => { statSync('a') } // !`,
        'lib/proxy.ts': `${fs}\nexport function proxy() { statSync('a') }`,
        'instrumentation.ts': `${fs}
export async function register() { readFileSync('settings') }
export const onRequestError = async (error) => { readFileSync('log') } // !`,
      },
    ],
    [
      'pages that are rendered for each request',
      {
        ...next,
        'app/search/page.tsx': `${fs}\nexport default async function Search({ searchParams }) { return readFileSync(searchParams.q) } // !`,
        'app/cart/page.tsx': `${fs}\nimport { cookies } from 'next/headers'
export const generateMetadata = async () => ({ title: readFileSync('title') }) // !
export default async () => <p>{statSync((await cookies()).get('cart')).size}</p> // !`,
        'app/now/page.tsx': `${fs}\nexport const dynamic = 'force-dynamic'\nexport default () => readFileSync('a') // !`,
        'app/orders/[id]/page.tsx': `${fs}\nexport default ({ params }) => readFileSync(params.id) // !`,
        'app/account/layout.tsx': `${fs}\nimport { headers } from 'next/headers'
export default async ({ children }) => { readFileSync((await headers()).get('host')); return children } // !`,
      },
    ],
    [
      'pages that are rendered at build time',
      {
        ...next,
        'app/page.tsx': `${fs}\nexport default () => readFileSync('a')\nexport const generateMetadata = () => readFileSync('b')`,
        'app/[locale]/layout.tsx': `${fs}\nexport const generateStaticParams = () => [{ locale: 'en' }]\nexport default ({ children }) => { readFileSync('a'); return children }`,
        'app/[locale]/menu/page.tsx': `${fs}\nexport default ({ params }) => readFileSync('menu')`,
        'app/posts/[slug]/page.tsx': `${fs}\nexport const dynamic = 'force-static'\nexport default ({ params }) => readFileSync(params.slug)`,
        'app/cached/[id]/page.tsx': `${fs}\nexport default async ({ params }) => { 'use cache'; return readFileSync(params.id) }`,
        'app/feed/route.ts': `${fs}\nexport const dynamic = 'force-static'\nexport const GET = () => new Response(readFileSync('feed'))`,
      },
    ],
    [
      'no component of a browser',
      {
        ...next,
        'app/search/page.tsx': `'use client'\nimport { readFileSync } from './disk'\nimport zlib from 'pako'
export default function Search({ searchParams }) { return Atomics.wait(searchParams, 0, 0, 5) }`,
        'app/live/page.tsx': `export default function Live({ searchParams }) { return Atomics.wait(searchParams, 0, 0, 5) } // !`,
      },
    ],
    [
      'nothing in a project without Next.js',
      {
        'package.json': dependingOn('react'),
        'app/api/menus/route.ts': `${fs}\nexport const GET = () => readFileSync('menu')`,
        'pages/api/orders.ts': `${fs}\nexport default () => readFileSync('orders')`,
        'proxy.ts': `${fs}\nexport const proxy = () => statSync('a')`,
      },
    ],
    [
      'nothing but an import beside it is needed to tell',
      {
        'app/api/menus/route.ts': `${fs}\nimport { NextResponse } from 'next/server'\nexport const GET = () => NextResponse.json(readFileSync('menu')) // !`,
      },
    ],
  ])('%s', (_, files) => expectMarked(files))
})

it('names the route, not the first of all that go through a wrapper', () => {
  const wrap = `export const route = ({ handle, limit }) => async (request) => handle(await request.json())`
  const files = {
    ...next,
    'lib/route.ts': wrap,
    'app/api/bills/route.ts': `import { route } from '../../../lib/route'\nexport const GET = route({ handle: () => 1 })`,
    'app/api/orders/route.ts': `${fs}\nimport { route } from '../../../lib/route'
export const POST = route({ handle: (order) => readFileSync(order), limit: () => statSync('never called') }) // !`,
  }
  expectMarked(files)
  expect(entriesOf(files)).toEqual(['POST /api/orders'])
})

it('names them as a person would', () => {
  const body = `${fs}\nexport default () => readFileSync('a')`
  expect(
    entriesOf({
      ...next,
      'src/app/(shop)/menus/@modal/[id]/route.ts': `${fs}\nexport const GET = () => readFileSync('a')`,
      'app/route.ts': `${fs}\nexport const POST = () => readFileSync('a')`,
      'pages/api/index.ts': body,
      'pages/api/orders/index.ts': body,
      'pages/api/orders/[id].ts': body,
      'pages/index.tsx': `${fs}\nexport const getServerSideProps = () => readFileSync('a')`,
      'app/search/[q]/page.tsx': body,
      'actions.ts': `'use server'\n${fs}\nexport const pay = async () => readFileSync('a')\nexport default async () => statSync('b')`,
      'proxy.ts': body,
    }),
  ).toEqual([
    'API route /api',
    'API route /api/orders',
    'API route /api/orders/[id]',
    'GET /menus/[id]',
    'POST /',
    'getServerSideProps of /',
    'page /search/[q]',
    'proxy',
    'server action',
    'server action pay',
  ])
})

it('knows handlers by their types wherever they stand', () => {
  expectMarked({
    'lib/handlers.ts': `${fs}
import type { NextApiHandler, NextApiRequest, GetServerSideProps } from 'next'
import type { NextRequest } from 'next/server'
export const show: NextApiHandler = (a, b) => b.end(readFileSync('show')) // !
export const props = (async () => ({ props: statSync('props') })) satisfies GetServerSideProps // !
export function check(incoming: NextRequest) { return statSync(incoming.url) } // !
export function load(incoming: NextApiRequest) { return statSync(incoming.url) } // !
export const draw = (incoming: Canvas) => statSync(incoming.url)`,
  })
})

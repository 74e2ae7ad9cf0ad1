import type { ConventionCue, FileFramework } from '../file-conventions.js'
import type { ModuleEntry } from '../types.js'

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH'] as const

/** What makes Next.js render at build time, whatever else a file says. */
const builtAhead = { dynamic: ['force-static', 'error'], generateStaticParams: [] } as const

/**
 * What makes Next.js render for each request. Without any of it a page is rendered at build time,
 * and what blocks there costs nobody anything.
 */
const dynamicApis: readonly ConventionCue[] = [
  { type: 'exports', name: 'dynamic', values: ['force-dynamic'] },
  { type: 'exports', name: 'revalidate', values: [0] },
  { type: 'calls', module: 'next/headers', names: ['cookies', 'headers'] },
  { type: 'calls', module: 'next/server', names: ['connection'] },
  { type: 'calls', module: 'next/cache', names: ['unstable_noStore'] },
]

/** Parameters of `page` and `generateMetadata` that only a request has. */
const dynamicPage: readonly ConventionCue[] = [
  ...dynamicApis,
  { type: 'reads', members: ['searchParams'] },
  { type: 'path', pattern: /\[/ },
]

const ancestors = /^(?:layout|page)\.[jt]sx?$/

/** The App Router and the Pages Router, versions 13 to 16. */
export const nextFiles: FileFramework = {
  framework: 'Next.js',
  packages: ['next'],
  files: [
    {
      path: /(?:^|\/)app\/(?:(.*)\/)?route\.[jt]sx?$/,
      exports: methods,
      parameters: ['request', 'other'],
      name: '{export} {route}',
      unless: builtAhead,
    },
    {
      path: /(?:^|\/)pages\/(api(?:\/.*?)??)(?:\/index)?\.[jt]sx?$/,
      exports: ['default'],
      parameters: ['request', 'response'],
      name: 'API route {route}',
    },
    {
      path: /(?:^|\/)pages\/(?!api\/)(.*?)(?:\/?\bindex)?\.[jt]sx?$/,
      exports: ['getServerSideProps', 'default.getInitialProps'],
      parameters: ['context'],
      name: '{key} of {route}',
    },
    {
      path: /^(?:apps\/[^/]+\/)?(?:src\/)?proxy\.[jt]s$/,
      exports: ['proxy', 'default'],
      parameters: ['request', 'other'],
      name: 'proxy',
    },
    {
      path: /^(?:apps\/[^/]+\/)?(?:src\/)?middleware\.[jt]s$/,
      exports: ['middleware', 'default'],
      parameters: ['request', 'other'],
      name: 'middleware',
    },
    {
      path: /^(?:apps\/[^/]+\/)?(?:src\/)?instrumentation\.[jt]s$/,
      exports: ['onRequestError'],
      parameters: ['error', 'other', 'other'],
      name: 'onRequestError',
    },
    {
      path: /^(?:apps\/[^/]+\/)?(?:src\/)?instrumentation\.[jt]s$/,
      exports: ['register'],
      parameters: [],
      name: 'register of instrumentation',
      phase: 'startup',
    },
    {
      path: /(?:^|\/)app\/(?:(.*)\/)?page\.[jt]sx?$/,
      exports: ['default'],
      parameters: [],
      name: 'page {route}',
      unless: builtAhead,
      unlessDirective: ['use cache'],
      inherits: ancestors,
      onlyIf: dynamicPage,
    },
    {
      path: /(?:^|\/)app\/(?:(.*)\/)?page\.[jt]sx?$/,
      exports: ['generateMetadata', 'generateViewport'],
      parameters: [],
      name: '{export} of {route}',
      unless: builtAhead,
      unlessDirective: ['use cache'],
      inherits: ancestors,
      onlyIf: dynamicPage,
    },
    {
      path: /(?:^|\/)app\/(?:(.*)\/)?(?:layout|template|default)\.[jt]sx?$/,
      exports: ['default', 'generateMetadata', 'generateViewport'],
      parameters: [],
      name: 'layout {route}',
      unless: builtAhead,
      unlessDirective: ['use cache'],
      inherits: ancestors,
      onlyIf: dynamicApis,
    },
  ],
}

export const next: ModuleEntry = {
  framework: 'Next.js',
  specifiers: ['next'],
  exports: {},
  requestTypes: { NextApiRequest: 'request', NextApiResponse: 'response' },
  handlerTypes: { GetServerSideProps: ['context'], NextApiHandler: ['request', 'response'] },
}

export const nextServer: ModuleEntry = {
  framework: 'Next.js',
  specifiers: ['next/server', 'next/server.js'],
  exports: {},
  requestTypes: { NextRequest: 'request' },
  handlerTypes: { NextMiddleware: ['request', 'other'], NextProxy: ['request', 'other'] },
}

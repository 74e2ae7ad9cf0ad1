import type { FileFramework } from '../file-conventions.js'
import type { ModuleEntry, ParameterRole } from '../types.js'

const parameters: readonly ParameterRole[] = ['context']

/** Framework mode of React Router 7 and 8, and Remix 2. What has `client` in its name runs in browsers. */
export const reactRouterFiles: FileFramework = {
  framework: 'React Router, Remix',
  packages: [
    '@react-router/dev',
    '@react-router/node',
    '@react-router/serve',
    '@react-router/express',
    '@remix-run/dev',
    '@remix-run/node',
    '@remix-run/express',
    '@remix-run/server-runtime',
  ],
  files: [
    {
      path: /(?:^|\/)app\/((?:routes\/.*|root))\.[jt]sx?$/,
      exports: ['loader', 'action'],
      parameters,
      name: '{export} of {route}',
    },
    {
      // `app/routes.ts` may name any file; route modules import the types that are made for them.
      path: /(?:^|\/)app\/(?!routes\/|root\.)(.*)\.[jt]sx?$/,
      exports: ['loader', 'action'],
      parameters,
      name: '{export} of {route}',
      onlyIf: [{ type: 'imports', pattern: /^(?:\.{1,2}\/)+\+types\// }],
    },
    {
      path: /(?:^|\/)app\/((?:routes\/.*|root))\.[jt]sx?$/,
      exports: ['middleware'],
      parameters: ['context', 'next'],
      name: '{export} of {route}',
    },
    {
      path: /(?:^|\/)app\/((?:routes\/.*|root))\.[jt]sx?$/,
      exports: ['headers'],
      parameters: ['data'],
      name: '{export} of {route}',
    },
    {
      path: /(?:^|\/)app\/entry\.server\.[jt]sx?$/,
      exports: ['default'],
      parameters: ['request'],
      name: 'server entry',
    },
    {
      path: /(?:^|\/)app\/entry\.server\.[jt]sx?$/,
      exports: ['handleDataRequest'],
      parameters: ['response', 'context'],
      name: 'server entry',
    },
    {
      path: /(?:^|\/)app\/entry\.server\.[jt]sx?$/,
      exports: ['handleError'],
      parameters: ['error', 'context'],
      name: 'server entry',
    },
  ],
}

/** Types of what loaders and actions are given, wherever they stand. */
export const reactRouter: ModuleEntry = {
  framework: 'React Router, Remix',
  specifiers: [
    'react-router',
    '@remix-run/node',
    '@remix-run/server-runtime',
  ],
  exports: {},
  requestTypes: { ActionFunctionArgs: 'context', LoaderFunctionArgs: 'context' },
}

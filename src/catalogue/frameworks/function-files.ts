import type { FileFramework } from '../file-conventions.js'
import type { ApiFacts, ModuleEntry } from '../types.js'

/** Functions in `netlify/functions`; edge functions run in Deno. */
export const netlifyFiles: FileFramework = {
  framework: 'Netlify Functions',
  packages: ['@netlify/functions'],
  files: [
    {
      path: /(?:^|\/)netlify\/functions\/(.*?)(?:\/index)?\.[cm]?[jt]s$/,
      exports: ['default'],
      parameters: ['request', 'context'],
      name: 'function {route}',
    },
    {
      path: /(?:^|\/)netlify\/functions\/(.*?)(?:\/index)?\.[cm]?[jt]s$/,
      exports: ['handler'],
      parameters: ['data', 'context'],
      name: 'function {route}',
    },
  ],
}

const wrapped: ApiFacts = {
  registration: {
    handlers: [{ type: 'last' }],
    parameters: ['data', 'context'],
    label: { type: 'text', text: 'function' },
  },
}

export const netlifyFunctions: ModuleEntry = {
  framework: 'Netlify Functions',
  specifiers: ['@netlify/functions'],
  exports: { builder: wrapped, schedule: wrapped, stream: wrapped },
  handlerTypes: {
    BackgroundHandler: ['data', 'context'],
    Handler: ['data', 'context'],
    StreamingHandler: ['data', 'context'],
  },
  handlerNames: { Handler: 'function' },
}

/** Functions in `api` at the root of a project. */
export const vercelFiles: FileFramework = {
  framework: 'Vercel Functions',
  packages: ['@vercel/node', '@vercel/functions'],
  files: [
    {
      path: /^(?=api\/)(.*?)(?:\/index)?\.[cm]?[jt]s$/,
      exports: ['default'],
      parameters: ['request', 'response'],
      name: 'function {route}',
    },
    {
      path: /^(?=api\/)(.*?)(?:\/index)?\.[cm]?[jt]s$/,
      exports: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      parameters: ['request'],
      name: '{export} {route}',
    },
  ],
}

export const vercelNode: ModuleEntry = {
  framework: 'Vercel Functions',
  specifiers: ['@vercel/node'],
  exports: {},
  requestTypes: { VercelRequest: 'request', VercelResponse: 'response' },
  handlerTypes: { VercelApiHandler: ['request', 'response'] },
}

import type { FileFramework } from '../file-conventions.js'
import type { ApiFacts, ModuleEntry } from '../types.js'

/** Pages that are written to disk at build time; a layout decides for the pages below it. */
const prerendered = { prerender: [true] } as const
const layouts = /^\+(?:layout|page)(?:\.server)?\.[jt]s$/

/** Versions 1 to 3. */
export const svelteKitFiles: FileFramework = {
  framework: 'SvelteKit',
  packages: ['@sveltejs/kit'],
  files: [
    {
      path: /(?:^|\/)routes\/(?:(.*)\/)?\+server\.[jt]s$/,
      exports: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'],
      parameters: ['context'],
      name: '{export} {route}',
      unless: prerendered,
    },
    {
      path: /(?:^|\/)routes\/(?:(.*)\/)?\+server\.[jt]s$/,
      exports: ['fallback'],
      parameters: ['context'],
      name: 'ANY {route}',
    },
    {
      path: /(?:^|\/)routes\/(?:(.*)\/)?\+(?:page|layout)(?:\.server)?\.[jt]s$/,
      exports: ['load'],
      parameters: ['context'],
      name: 'load of {route}',
      unless: prerendered,
      inherits: layouts,
    },
    {
      path: /(?:^|\/)routes\/(?:(.*)\/)?\+page\.server\.[jt]s$/,
      exports: ['actions.*'],
      parameters: ['context'],
      name: 'form action {key} of {route}',
    },
    {
      path: /(?:^|\/)src\/hooks\.server(?:\/index)?\.[jt]s$/,
      exports: ['handle', 'handleError', 'handleFetch'],
      parameters: ['context'],
      name: 'hook {export}',
    },
    {
      path: /(?:^|\/)src\/hooks\.server(?:\/index)?\.[jt]s$/,
      exports: ['init'],
      parameters: [],
      name: 'hook init',
      phase: 'startup',
    },
  ],
}

export const svelteKit: ModuleEntry = {
  framework: 'SvelteKit',
  specifiers: ['@sveltejs/kit'],
  exports: {},
  requestTypes: { RequestEvent: 'context', ServerLoadEvent: 'context' },
  handlerTypes: {
    Action: ['context'],
    Handle: ['context'],
    RequestHandler: ['context'],
    ServerLoad: ['context'],
  },
}

const remote = (text: string): ApiFacts => ({
  registration: {
    handlers: [{ type: 'last' }],
    parameters: ['data'],
    label: { type: 'kept', noun: text },
  },
})

/** Remote functions; what `prerender` is given runs at build time. */
export const svelteKitServer: ModuleEntry = {
  framework: 'SvelteKit',
  specifiers: ['$app/server'],
  exports: {
    command: remote('remote command'),
    form: remote('remote form'),
    query: remote('remote query'),
    'query.batch': remote('remote query'),
  },
}

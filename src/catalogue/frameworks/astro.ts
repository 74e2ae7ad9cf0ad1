import type { ConventionCue, FileFramework } from '../file-conventions.js'
import type { ModuleEntry } from '../types.js'

/** A site is built ahead, GET endpoints with it, unless its configuration or a file says otherwise. */
const onDemand: readonly ConventionCue[] = [
  { type: 'exports', name: 'prerender', values: [false] },
  {
    type: 'configured',
    file: /^astro\.config\.[cm]?[jt]s$/,
    property: 'output',
    values: ['server', 'hybrid'],
  },
]

/** Versions 4 to 7. Code between the fences of an .astro file is not read. */
export const astroFiles: FileFramework = {
  framework: 'Astro',
  packages: ['astro'],
  files: [
    {
      path: /(?:^|\/)src\/pages\/(.*?)(?:\/?\bindex)?\.[jt]s$/,
      exports: ['GET', 'HEAD', 'ALL'],
      parameters: ['context'],
      name: '{export} {route}',
      unless: { prerender: [true] },
      onlyIf: onDemand,
    },
    {
      path: /(?:^|\/)src\/pages\/(.*?)(?:\/?\bindex)?\.[jt]s$/,
      exports: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      parameters: ['context'],
      name: '{export} {route}',
      unless: { prerender: [true] },
    },
    {
      path: /(?:^|\/)src\/middleware(?:\/index)?\.[jt]s$/,
      exports: ['onRequest'],
      parameters: ['context', 'next'],
      name: 'middleware',
      onlyIf: [
        {
          type: 'configured',
          file: /^astro\.config\.[cm]?[jt]s$/,
          property: 'output',
          values: ['server', 'hybrid'],
        },
        {
          type: 'configured',
          file: /^astro\.config\.[cm]?[jt]s$/,
          property: 'adapter',
          values: [],
        },
      ],
    },
  ],
}

export const astroActions: ModuleEntry = {
  framework: 'Astro',
  specifiers: ['astro:actions'],
  exports: {
    defineAction: {
      registration: {
        handlers: [{ type: 'properties', position: 0, properties: ['handler'] }],
        parameters: ['data', 'context'],
        label: { type: 'kept', noun: 'action' },
      },
    },
  },
}

export const astroConfig: ModuleEntry = {
  specifiers: ['astro/config'],
  exports: { defineConfig: { returns: 'argument' } },
}

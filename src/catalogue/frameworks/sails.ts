import type { ConventionCue, FileFramework } from '../file-conventions.js'

const parameters = ['request', 'response', 'next'] as const

const isClassic: ConventionCue = {
  type: 'named',
  parameters: [
    ['req', 'request'],
    ['res', 'response'],
  ],
}

/** Everything of a Sails application is found by its folder. Version 1. */
export const sailsFiles: FileFramework = {
  framework: 'Sails',
  packages: ['sails'],
  files: [
    {
      path: /^api\/controllers\/(.+)\.[cm]?[jt]s$/,
      exports: ['fn'],
      parameters: ['data', 'other'],
      name: 'action {file}',
    },
    {
      path: /^api\/controllers\/(.+)\.[cm]?[jt]s$/,
      exports: ['default.*'],
      parameters,
      name: 'action {file}.{key}',
      onlyIf: [isClassic],
    },
    {
      path: /^api\/controllers\/(.+)\.[cm]?[jt]s$/,
      exports: ['default'],
      parameters,
      name: 'action {file}',
      onlyIf: [isClassic],
    },
    {
      path: /^api\/policies\/(.+)\.[cm]?[jt]s$/,
      exports: ['default'],
      parameters,
      name: 'policy {file}',
    },
    {
      path: /^api\/responses\/(.+)\.[cm]?[jt]s$/,
      exports: ['default'],
      parameters: ['data'],
      name: 'response {file}',
    },
    {
      path: /^config\/bootstrap\.[cm]?[jt]s$/,
      exports: ['bootstrap'],
      parameters: [],
      name: 'bootstrap',
      phase: 'startup',
    },
  ],
}

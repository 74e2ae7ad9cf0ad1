import type { FileFramework } from '../file-conventions.js'
import type { ApiFacts, ModuleEntry, ModuleFacts } from '../types.js'
import { at, handledBy, startupCallback } from './registrations.js'

const listeners = (className: string): ModuleFacts => ({
  [`${className}.prototype.on`]: {
    registration: {
      handlers: [at(1)],
      parameters: ['context'],
      label: { type: 'event', noun: 'webhook', argument: 0 },
    },
  },
  [`${className}.prototype.onAny`]: handledBy('webhook', [at(0)], { parameters: ['context'] }),
  [`${className}.prototype.onError`]: handledBy('webhook error', [at(0)], { parameters: ['error'] }),
})

export const octokitWebhooks: ModuleEntry = {
  framework: 'Octokit webhooks',
  specifiers: ['@octokit/webhooks'],
  exports: {
    Webhooks: { boots: true },
    createEventHandler: { returns: 'Webhooks' },
    ...listeners('Webhooks'),
  },
}

const takesApp: ApiFacts = {
  registration: {
    ...startupCallback('app'),
    handlers: [at(0)],
    passes: ['Probot'],
  },
  boots: true,
}

export const probot: ModuleEntry = {
  framework: 'Probot',
  specifiers: ['probot'],
  exports: {
    Probot: { boots: true },
    createProbot: { returns: 'Probot', boots: true },
    createNodeMiddleware: takesApp,
    run: takesApp,
    'Probot.prototype.load': takesApp,
    'Probot.prototype.webhooks': { returns: '@octokit/webhooks#Webhooks' },
    ...listeners('Probot'),
  },
  requestTypes: { Context: 'context' },
}

/** An app is the function that its file exports. */
export const probotFiles: FileFramework = {
  framework: 'Probot',
  packages: ['probot'],
  files: [
    {
      path: /^(?:[^/]+|src\/.+|lib\/.+)\.[cm]?[jt]s$/,
      exports: ['default'],
      parameters: [],
      name: 'app',
      phase: 'startup',
      onlyIf: [{ type: 'reads', members: ['on', 'onAny', 'onError'] }],
      passes: ['probot#Probot'],
    },
  ],
}

import type { ApiFacts, ModuleEntry } from '../types.js'
import { listenerMethods, methodsOf } from './methods-of.js'

const listening = (noun: string): ApiFacts => ({
  registration: {
    handlers: [{ type: 'every', from: 0 }],
    parameters: ['context', 'next'],
    label: { type: 'event', noun, argument: 0 },
  },
  returns: 'this',
})

/** Versions 3 to 5; listeners get one object, whose `next` calls the one after them. */
export const slackBolt: ModuleEntry = {
  framework: 'Slack Bolt',
  specifiers: ['@slack/bolt'],
  exports: {
    App: { returns: 'App', boots: true },
    default: { returns: 'App', boots: true },
    ...methodsOf(
      'App',
      ['event', 'message', 'shortcut', 'action', 'command', 'options', 'view', 'function'],
      (method) => ({
        registration: {
          handlers: [{ type: 'every', from: 0 }],
          parameters: ['context'],
          label: { type: 'event', noun: `Slack ${method}`, argument: 0 },
        },
      }),
    ),
    ...methodsOf('App', ['use', 'error'], (method) => ({
      registration: {
        handlers: [{ type: 'at', positions: [0] }],
        parameters: [method === 'use' ? 'context' : 'error'],
        label: { type: 'text', text: method === 'use' ? 'middleware' : 'error handler' },
      },
    })),
    'App.prototype.start': { boots: true },
  },
}

/** Version 14. Names of events may come from its table `Events`. */
export const discord: ModuleEntry = {
  framework: 'discord.js',
  specifiers: ['discord.js'],
  exports: {
    Client: { returns: 'Client', boots: true },
    ...methodsOf('Client', listenerMethods, {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['context'],
        event: {
          argument: 0,
          startup: ['ready', 'clientReady', 'ClientReady', 'invalidated', 'Invalidated', 'shardReady'],
        },
        label: { type: 'event', noun: 'Discord event', argument: 0 },
      },
      returns: 'this',
    }),
    'Client.prototype.login': { boots: true },
  },
}

const composing = (methods: readonly string[], classNames: readonly string[]): ModuleEntry['exports'] =>
  Object.assign(
    {},
    ...classNames.map((className) =>
      methodsOf(className, methods, (method) => listening(method === 'use' ? 'middleware' : method)),
    ),
  ) as ModuleEntry['exports']

/** Version 4. */
export const telegraf: ModuleEntry = {
  framework: 'Telegraf',
  specifiers: ['telegraf'],
  exports: {
    Telegraf: { returns: 'Telegraf', boots: true },
    'Scenes.BaseScene': { returns: 'Scenes.BaseScene' },
    'Scenes.WizardScene': {
      registration: {
        handlers: [{ type: 'every', from: 1 }],
        parameters: ['context', 'next'],
        label: { type: 'event', noun: 'wizard', argument: 0 },
      },
      returns: 'Scenes.BaseScene',
    },
    ...composing(
      [
        'use',
        'guard',
        'on',
        'hears',
        'command',
        'action',
        'inlineQuery',
        'gameQuery',
        'reaction',
        'drop',
        'filter',
        'entity',
        'email',
        'url',
        'textLink',
        'textMention',
        'mention',
        'phone',
        'hashtag',
        'cashtag',
        'spoiler',
        'start',
        'help',
        'settings',
      ],
      ['Telegraf', 'Composer', 'Scenes.BaseScene'],
    ),
    ...methodsOf('Scenes.BaseScene', ['enter', 'leave'], (method) => ({
      registration: {
        handlers: [{ type: 'every', from: 0 }],
        parameters: ['context', 'next'],
        label: { type: 'text', text: `${method} scene` },
      },
      returns: 'this',
    })),
    'Telegraf.prototype.catch': {
      registration: {
        handlers: [{ type: 'at', positions: [0] }],
        parameters: ['error', 'context'],
        label: { type: 'text', text: 'error handler' },
      },
      returns: 'this',
    },
    'Telegraf.prototype.launch': { boots: true },
  },
}

/** Version 1. */
export const grammy: ModuleEntry = {
  framework: 'grammY',
  specifiers: ['grammy'],
  exports: {
    Bot: { returns: 'Bot', boots: true },
    ...composing(
      [
        'use',
        'on',
        'hears',
        'command',
        'reaction',
        'chatType',
        'callbackQuery',
        'gameQuery',
        'inlineQuery',
        'chosenInlineResult',
        'preCheckoutQuery',
        'shippingQuery',
        'filter',
        'drop',
        'fork',
        'lazy',
        'branch',
      ],
      ['Bot', 'Composer'],
    ),
    'Bot.prototype.catch': {
      registration: {
        handlers: [{ type: 'at', positions: [0] }],
        parameters: ['error'],
        label: { type: 'text', text: 'error handler' },
      },
    },
    'Bot.prototype.start': {
      registration: {
        handlers: [{ type: 'properties', position: 0, properties: ['onStart'] }],
        parameters: [],
        label: { type: 'text', text: 'start callback' },
        phase: 'startup',
      },
      boots: true,
    },
  },
}

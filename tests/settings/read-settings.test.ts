import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../../src/settings/read-settings.js'

const cwd = resolve('/srv')

it('takes no settings for the whole project', () => {
  expect(readSettings(undefined, cwd)).toEqual({ scope: 'project' })
})

it('resolves the root in the folder that ESLint runs in', () => {
  expect(readSettings({ root: 'packages/api', scope: 'file' }, cwd)).toEqual({
    scope: 'file',
    root: resolve('/srv/packages/api'),
  })
})

it('reads what is declared', () => {
  const { declarations } = readSettings(
    {
      blocking: [{ name: 'legacy-db.*', kind: 'io', cost: 'low', message: 'Ask first.', instead: 'ask' }],
      handlers: [
        { module: '@acme/web', export: 'Router.prototype.on', parameters: ['request', 'response'] },
        { module: '@acme/jobs', export: 'define', handlers: { argument: 1, properties: ['run'] }, name: 'job' },
        { module: '@acme/web', handlers: [2], phase: 'startup' },
      ],
      offloaders: [{ module: './lib/pool', export: 'inWorker', functions: [0], data: [1] }],
    },
    cwd,
  )
  expect(declarations).toMatchObject([
    { name: 'legacy-db.*', blocking: { kind: 'io', cost: 'low', message: 'Ask first.', instead: 'ask' } },
    {
      name: '@acme/web#Router#on',
      registration: {
        handlers: [{ type: 'last' }],
        parameters: ['request', 'response'],
        label: { noun: 'on' },
      },
    },
    {
      name: '@acme/jobs#define',
      registration: {
        handlers: [{ type: 'properties', position: 1, properties: ['run'] }],
        label: { noun: 'job' },
      },
    },
    {
      name: '@acme/web#default',
      registration: { handlers: [{ type: 'at', positions: [2] }], phase: 'startup' },
    },
    {
      name: './lib/pool#inWorker',
      offload: { functions: [0], data: [{ position: 1 }], library: './lib/pool' },
    },
  ])
})

describe('what is wrong is named', () => {
  const place = `settings['event-loop']`
  it.each([
    [[], `${place} is []; it takes an object.`],
    [{ roots: 'a' }, `${place}.roots is "a"; what it takes there is \`root\`, \`scope\`, \`handlers\`, \`blocking\` and \`offloaders\`.`],
    [{ constructor: 1 }, `${place}.constructor is 1; what it takes there is`],
    [{ root: 1 }, `${place}.root is 1; it takes the path of a folder.`],
    [{ scope: 'files' }, `${place}.scope is "files"; it takes "project" or "file".`],
    [{ blocking: {} }, `${place}.blocking is {}; it takes a list of objects.`],
    [{ blocking: ['legacy-db'] }, `${place}.blocking[0] is "legacy-db"; it takes an object.`],
    [{ blocking: [{ kind: 'io' }] }, `${place}.blocking[0] is {"kind":"io"}; it needs a \`name\`.`],
    [{ blocking: [{ name: 'a', kind: 'disk' }] }, `${place}.blocking[0].kind is "disk"; it takes "io", "cpu" or "wait".`],
    [{ blocking: [{ name: '*' }] }, `${place}.blocking[0].name is "*"; it names no module and no export.`],
    [{ blocking: [{ name: 'a', message: '' }] }, `${place}.blocking[0].message is ""; it takes a text.`],
    [{ handlers: [{ export: 'on' }] }, `${place}.handlers[0] is {"export":"on"}; it needs a \`module\`.`],
    [{ handlers: [{ module: 'a', handlers: 'first' }] }, `${place}.handlers[0].handlers is "first"; it takes "last", "every", positions from 0, or { argument, properties }.`],
    [{ handlers: [{ module: 'a', handlers: [-1] }] }, `${place}.handlers[0].handlers is [-1]; it takes a list of positions of arguments, from 0.`],
    [{ handlers: [{ module: 'a', handlers: { property: 'run' } }] }, `${place}.handlers[0].handlers.property is "run"; what it takes there is \`argument\` and \`properties\`.`],
    [{ handlers: [{ module: 'a', parameters: ['req'] }] }, `${place}.handlers[0].parameters is ["req"]; it takes a list of any of "request", "response"`],
    [{ offloaders: [{ module: 'a' }] }, `${place}.offloaders[0] is {"module":"a"}; it needs the positions of \`functions\` or \`data\` among the arguments.`],
    [{ offloaders: [{ module: 'a', data: '0' }] }, `${place}.offloaders[0].data is "0"; it takes a list of positions of arguments, from 0.`],
  ])('%j', (settings, message) => {
    expect(() => readSettings(settings, cwd)).toThrow(message)
  })
})

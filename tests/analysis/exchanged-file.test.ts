// One file of a project is exchanged for other versions of it: what each version changes in the other files has
// to come, and to go again with it.
import { describe, expect, test } from 'vitest'
import type { FileFacts } from '../../src/analysis/facts.js'
import { judgeText } from '../../src/analysis/index-files/verdict.js'
import { type Project, ProjectLinker } from '../../src/analysis/project.js'
import { findRequestInWorker } from '../../src/findings/offloading/find-request-in-worker.js'
import { presetOptions } from '../../src/findings/finding-rule.js'
import { blockingCallRule } from '../../src/findings/blocking-call-rule.js'

const options = presetOptions(blockingCallRule, 'strict')

function factsOf(file: string, text: string): FileFacts {
  const verdict = judgeText(`/shop/${file}`, text)
  if (!('facts' in verdict)) throw new Error(`${file} has no facts`)
  return verdict.facts
}

function linkerOf(texts: Readonly<Record<string, string>>, exchanged: string | null): ProjectLinker {
  const names = Object.keys(texts)
  const files = names.map((name) => factsOf(name, texts[name] ?? ''))
  const resolve = (specifier: string): number | null => {
    const found = names.indexOf(specifier.replace('./', ''))
    return found === -1 ? null : found
  }
  return new ProjectLinker(files, '/shop', resolve, [], () => null, names.indexOf(exchanged ?? ''))
}

/** `menu.js:3 GET /menu`: the line of each blocking call, and what it is reached from. */
function reportsIn(project: Project): readonly string[] {
  return project.program.files
    .flatMap(({ file }, index) =>
      blockingCallRule.find(index, project, options).map(({ location, entryPoints }) => {
        const names = entryPoints.map(({ name }) => name).join(', ')
        return `${file.replace('/shop/', '')}:${location.start.line} ${names}`
      }),
    )
    .sort()
}

const APP = `import express from 'express'\nexport const app = express()\n`
const READ = `import { readFileSync } from 'node:fs'\n`

interface Case {
  readonly others: Readonly<Record<string, string>>
  /** Versions of `menu.js`, each with what is reported in the project then. */
  readonly versions: readonly (readonly [text: string, reports: readonly string[]])[]
}

const cases: Readonly<Record<string, Case>> = {
  'an export that others call': {
    others: {
      'server.js': `import { load } from './menu.js'\n${APP}app.get('/menu', (req, res) => res.end(load()))`,
    },
    versions: [
      [`${READ}export const load = () => readFileSync('menu')`, ['menu.js:2 GET /menu']],
      [`export const load = () => ''`, []],
      [`${READ}\nexport const load = () => readFileSync('menu')`, ['menu.js:3 GET /menu']],
      ['', []],
    ],
  },
  'a function before the others': {
    others: {
      'server.js': `import { load } from './menu.js'\n${APP}app.get('/menu', (req, res) => res.end(load()))`,
    },
    versions: [
      [`${READ}export function load() { return readFileSync('menu') }`, ['menu.js:2 GET /menu']],
      [
        `${READ}export function print() { return readFileSync('print') }\nexport function load() { return readFileSync('menu') }`,
        ['menu.js:3 GET /menu'],
      ],
    ],
  },
  'a handler that another file registers': {
    others: { 'routes.js': `${APP}export function route(handler) { app.get('/menu', handler) }` },
    versions: [
      [
        `import { route } from './routes.js'\n${READ}route(function show() { readFileSync('menu') })`,
        ['menu.js:3 GET /menu'],
      ],
      [`${READ}export function show() { readFileSync('menu') }`, []],
      [
        `import { route } from './routes.js'\n${READ}export function show() { readFileSync('menu') }\nroute(() => '')`,
        [],
      ],
    ],
  },
  'a callback among options of another file': {
    others: {
      'server.js': `import { cook } from './menu.js'\nimport { each } from './each.js'\n${APP}const options = { onPage: cook }\napp.get('/menu', () => each(options))`,
      'each.js': `export function each(options) { options.onPage() }\neach({ onPage: () => '' })`,
    },
    versions: [
      [`${READ}export const cook = () => readFileSync('menu')`, ['menu.js:2 GET /menu']],
      [`export const cook = () => ''`, []],
      [`${READ}export const cook = () => readFileSync('menu')`, ['menu.js:2 GET /menu']],
    ],
  },
  'a callback that only this file makes another one run': {
    others: {
      'server.js': `import { each } from './menu.js'\n${READ}${APP}app.get('/menu', () => each(() => readFileSync('menu')))`,
    },
    versions: [
      [`export function each(visit) { visit() }`, ['server.js:5 GET /menu']],
      [`export function each(visit) { return visit }`, []],
      [`export function each(visit) { visit() }`, ['server.js:5 GET /menu']],
    ],
  },
  'a property that it writes into an object of another file': {
    others: {
      'kitchen.js': `${APP}export const kitchen = { cook: null }\napp.get('/menu', () => kitchen.cook())`,
    },
    versions: [
      [
        `import { kitchen } from './kitchen.js'\n${READ}kitchen.cook = () => readFileSync('menu')`,
        ['menu.js:3 GET /menu'],
      ],
      [`${READ}export const cook = () => readFileSync('menu')`, []],
      [
        `import { kitchen } from './kitchen.js'\n${READ}export const cook = () => readFileSync('menu')\nkitchen.cook = () => ''`,
        [],
      ],
    ],
  },
  'a class that says it implements an interface': {
    others: {
      'kitchen.ts': `export interface Kitchen { cook(): string }`,
      'server.ts': `import type { Kitchen } from './kitchen.ts'\n${APP}let kitchen: Kitchen\napp.get('/menu', () => kitchen.cook())`,
    },
    versions: [
      [
        `import type { Kitchen } from './kitchen.ts'\n${READ}export class Own implements Kitchen { cook() { return readFileSync('menu') } }`,
        ['menu.ts:3 GET /menu'],
      ],
      [`${READ}export class Own { cook() { return readFileSync('menu') } }`, []],
      [
        `import type { Kitchen } from './kitchen.ts'\n${READ}export class Own { cook() { return readFileSync('menu') } }\nclass Other implements Kitchen { cook() { return '' } }`,
        [],
      ],
    ],
  },
  'an heir of an abstract class': {
    others: {
      'kitchen.ts': `export abstract class Kitchen { serve() { return this.cook() } }`,
      'server.ts': `import { Kitchen } from './kitchen.ts'\n${APP}let kitchen: Kitchen\napp.get('/menu', () => kitchen.cook())`,
    },
    versions: [
      [
        `import { Kitchen } from './kitchen.ts'\n${READ}export class Own extends Kitchen { cook() { return readFileSync('menu') } }`,
        ['menu.ts:3 GET /menu'],
      ],
      [`${READ}export class Own { cook() { return readFileSync('menu') } }`, []],
    ],
  },
  'a function that another file keeps': {
    others: {
      'kitchen.js': `${APP}let own = () => ''\nexport class Kitchen { constructor(cook) { this.cook = cook } serve() { return this.cook() } }\nexport const kitchen = new Kitchen(own)\napp.get('/menu', () => kitchen.serve())`,
    },
    versions: [
      [
        `import { Kitchen } from './kitchen.js'\n${READ}export const other = new Kitchen(() => readFileSync('menu'))`,
        ['menu.js:3 GET /menu'],
      ],
      [`${READ}export const cook = () => readFileSync('menu')`, []],
    ],
  },
  'what a call gives back': {
    others: {
      'server.js': `import { choose } from './menu.js'\n${READ}${APP}const load = choose(() => readFileSync('menu'))\napp.get('/menu', () => load())`,
    },
    versions: [
      [`export const choose = (own) => own`, ['server.js:5 GET /menu']],
      [`export const choose = () => () => ''`, []],
    ],
  },
  'what it says of its functions': {
    others: {
      'server.js': `import { load } from './menu.js'\n${APP}app.get('/menu', () => load())`,
    },
    versions: [
      [`/** @blocking cpu */\nexport function load() {}`, ['server.js:4 GET /menu']],
      [`export function load() {}`, []],
      [`${READ}/** @serves a print job */\nexport function load() { readFileSync('menu') }`, ['menu.js:3 a print job, GET /menu']],
    ],
  },
  'a server that only this file starts': {
    others: {
      'server.js': `import { load } from './menu.js'\n${APP}export function start() { load(); app.listen(80) }\nstart()`,
    },
    versions: [
      [
        `import { start } from './server.js'\n${READ}export const load = () => readFileSync('menu')\nsetInterval(() => start(), 9)`,
        [],
      ],
      [`${READ}export const load = () => readFileSync('menu')\nsetInterval(() => load(), 9)`, ['menu.js:2 interval']],
    ],
  },
}

describe.each(Object.entries(cases))('%s', (_, { others, versions }) => {
  const name = Object.keys(others).some((file) => file.endsWith('.ts')) ? 'menu.ts' : 'menu.js'
  const texts = { ...others, [name]: versions[0]?.[0] ?? '' }

  test('as each version is linked', () => {
    const linker = linkerOf(texts, name)
    for (const [text, reports] of versions) {
      const project = linker.exchange(factsOf(name, text))
      expect(project && reportsIn(project)).toEqual(reports)
    }
  })

  test('as all is linked at once', () => {
    for (const [text, reports] of versions) {
      expect(reportsIn(linkerOf({ ...texts, [name]: text }, null).project)).toEqual(reports)
    }
  })
})

test('whose handlers are in another file', () => {
  const offload = `import { Piscina } from 'piscina'\nconst pool = new Piscina()\n${APP}export const show = (incoming) => pool.run(incoming)`
  const linker = linkerOf({ 'offload.js': offload, 'menu.js': '' }, 'menu.js')
  const sent = (text: string): number => {
    const project = linker.exchange(factsOf('menu.js', text))
    return project ? findRequestInWorker(0, project).length : -1
  }
  const imports = `import { app, show } from './offload.js'\n`
  expect(sent(`${imports}app.get('/menu', show)`)).toBe(1)
  expect(sent(`${imports}show('soup')`)).toBe(0)
  expect(sent(`${imports}app.get('/menu', show)`)).toBe(1)
})

test('asks to be linked anew for a property that others were told nobody writes', () => {
  const texts = {
    'kitchen.js': `${APP}export const kitchen = {}\napp.get('/menu', () => kitchen.cook())`,
    'menu.js': '',
  }
  const linker = linkerOf(texts, 'menu.js')
  const version = `import { kitchen } from './kitchen.js'\n${READ}kitchen.cook = () => readFileSync('menu')`
  expect(linker.exchange(factsOf('menu.js', version))).toBeNull()
  // One that nobody has asked for is nobody's business.
  const other = `import { kitchen } from './kitchen.js'\nkitchen.clean = () => {}`
  expect(linker.exchange(factsOf('menu.js', other))).not.toBeNull()
  const anew = linkerOf({ ...texts, 'menu.js': version }, 'menu.js').exchange(factsOf('menu.js', version))
  expect(anew && reportsIn(anew)).toEqual(['menu.js:3 GET /menu'])
})

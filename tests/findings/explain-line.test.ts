import { describe, expect, it } from 'vitest'
import { extractFacts } from '../../src/analysis/extract/extract-facts.js'
import { parseSource } from '../../src/analysis/parse.js'
import { linkProject, type Project } from '../../src/analysis/project.js'
import type { BlockingCallOptions } from '../../src/findings/blocking-call-options.js'
import { blockingCallRule } from '../../src/findings/blocking-call-rule.js'
import { type CallExplanation, explainLine } from '../../src/findings/explain-line.js'

const HEAD = `const app = require('express')(), fs = require('fs'), crypto = require('crypto')
`

const projectOf = (files: Readonly<Record<string, string>>): Project => {
  const names = Object.keys(files)
  const facts = names.map((name) => extractFacts(parseSource(`/srv/${name}`, files[name] ?? '')))
  return linkProject(facts, '/srv', (specifier) => {
    const found = names.indexOf(specifier.replace('./', ''))
    return found === -1 ? null : found
  })
}

/** The explanations of the line that ends in `// ?`, of the first file with one. */
const explain = (
  files: Readonly<Record<string, string>>,
  changes: Partial<BlockingCallOptions> = {},
  silencedAt: number | null = null,
): readonly CallExplanation[] => {
  const texts = Object.values(files)
  const file = texts.findIndex((text) => text.includes('// ?'))
  const line = (texts[file] ?? '').split('\n').findIndex((text) => text.endsWith('// ?')) + 1
  const options = { ...blockingCallRule.defaults, ...changes }
  const silencedBy = () => (silencedAt === null ? null : { line: silencedAt, column: 1 })
  const calls = explainLine(file, line, projectOf(files), options, silencedBy)
  const blocking = calls.filter(({ api }) => api !== null)
  return blocking.length > 0 ? blocking : calls
}

const explainText = (text: string, changes?: Partial<BlockingCallOptions>): CallExplanation | undefined =>
  explain({ 'menu.js': HEAD + text }, changes)[0]

const wayOf = ({ chains }: CallExplanation): string[] =>
  chains.map((chain) => chain.map(({ name, position: { line } }) => `${name}:${line}`).join(' > '))

describe('a reported call', () => {
  it('has the shortest chain from every entry point, shortest first', () => {
    const [call] = explain({
      'menu.js': `${HEAD}app.get('/long', () => one())
app.get('/short', () => three())
app.get('/both', () => { one(); three() })
const one = () => two()
const two = () => three()
function three() { fs.statSync('a') } // ?`,
    })
    expect(call).toMatchObject({
      text: 'fs.statSync',
      position: { line: 7, column: 20 },
      api: 'fs.statSync',
      isReported: true,
      reason: '`fs.statSync` is reported: 3 entry points reach it while requests are served.',
    })
    expect(call && wayOf(call)).toEqual([
      'GET /short:3 > three:3 > fs.statSync:7',
      'GET /both:4 > three:4 > fs.statSync:7',
      'GET /long:2 > one:2 > two:5 > three:6 > fs.statSync:7',
    ])
  })

  it('may be silenced by a comment, and keeps its chains', () => {
    const text = `${HEAD}app.get('/', () => fs.statSync('a')) // ?`
    const [call] = explain({ 'menu.js': text }, {}, 7)
    expect(call).toMatchObject({
      isReported: false,
      reason: 'A comment on line 7 silences `fs.statSync`.',
    })
    expect(call?.chains).toHaveLength(1)
  })

  it('may be likely only', () => {
    const text = "exports.order = async () => { fs.statSync('a') } // ?"
    expect(explainText(text, { confidence: 'likely' })).toMatchObject({
      isReported: true,
      reason: expect.stringContaining('reported as likely'),
    })
    expect(explainText(text)).toMatchObject({
      isReported: false,
      reason: expect.stringContaining('`--strict` reports it'),
    })
  })
})

describe('a call that is not reported', () => {
  it.each([
    ['only start-up runs it', "app.listen(80)\nfs.statSync('a') // ?"],
    ['nothing in the project is seen to call `unused`', "function unused() { fs.statSync('a') } // ?"],
    [
      'nothing that serves requests is seen to lead to `inner`',
      "function outer() { inner() }\nfunction inner() { fs.statSync('a') } // ?",
    ],
    [
      'while requests are served only a call behind a memo leads to it, which start-up has filled (`load`, /srv/menu.js:3)',
      "let menu\napp.get('/', () => { menu ??= load() })\nmenu = load()\nfunction load() { return fs.readFileSync('a') } // ?",
    ],
    [
      'while requests are served only a call leads to it whose block ends the process (`dump`, /srv/menu.js:2)',
      "app.get('/', () => { dump(); process.exit(1) })\nfunction dump() { fs.writeFileSync('a', '') } // ?",
    ],
    [
      'while requests are served only a call leads to it that runs without an argument, which every caller gives (`load`, /srv/menu.js:3)',
      "app.get('/', () => show(() => {}))\nfunction show(done) { return done ? done() : load() }\nfunction load() { fs.statSync('a') } // ?",
    ],
    [
      'it runs without an argument that every caller gives',
      "app.get('/', () => show(() => {}))\nfunction show(done) { return done ? done() : fs.statSync('a') } // ?",
    ],
    ['the block it stands in ends the process', "app.get('/', () => {\nfs.statSync('a') // ?\nprocess.exit(1) })"],
    ['not with these arguments', "app.get('/', (req, res) => crypto.randomBytes(8, done)) // ?"],
    [
      'only in proportion to its input: the option `checkLargeInput` reports it',
      "app.get('/', (req, res) => JSON.parse(req.body)) // ?",
    ],
  ])('blocks, but %s', (reason, text) => {
    const call = explainText(text)
    expect(call?.isReported).toBe(false)
    expect(call?.reason).toMatch(/^`[\w.]+` blocks, but /)
    expect(call?.reason.replace(/^`[\w.]+` blocks, but /, '')).toBe(`${reason}.`)
  })

  const handler = "app.get('/', () => fs.statSync('a')) // ?"

  it.each([
    [{ allow: ['fs.*'] }, 'it is allowed'],
    [{ minimumCost: 'medium' }, 'its cost is low, and less than medium is not asked for'],
    [{ kinds: ['cpu'] }, 'calls of the kind "io" are not asked for'],
  ] satisfies [Partial<BlockingCallOptions>, string][])('is left out by %j', (changes, reason) => {
    expect(explainText(handler, changes)?.reason).toBe(`\`fs.statSync\` blocks, but ${reason}.`)
  })

  it.each([
    ['menu.test.js', 'this file is taken for a test, because its path is menu.test.js'],
    ['scripts/seed.js', 'this file is taken for a script, because its path is scripts/seed.js'],
  ])('may stand in %s', (name, reason) => {
    const [call] = explain({ [name]: HEAD + handler })
    expect(call?.reason).toBe(`\`fs.statSync\` blocks, but ${reason}.`)
  })

  it('may run in a worker', () => {
    const [call] = explain({
      'menu.js': "const { Worker } = require('worker_threads')\nnew Worker('./oven.js')",
      'oven.js': `const { parentPort } = require('worker_threads')
const { bake } = require('./bake.js')
parentPort.on('message', () => bake())`,
      'bake.js': "const fs = require('fs')\nexports.bake = () => fs.statSync('a') // ?",
    })
    expect(call?.reason).toBe('`fs.statSync` blocks, but only another thread or process runs it.')
  })

  it('has the shortest way of start-up', () => {
    const call = explainText("app.listen(80)\nconst menu = load()\nfunction load() { return fs.readFileSync('a') } // ?")
    expect(call && wayOf(call)).toEqual(['top level of the module:1 > load:3 > fs.readFileSync:4'])
    const listening = explainText("app.listen(80, () => { fs.writeFileSync('pid', '1') }) // ?")
    expect(listening && wayOf(listening)).toEqual(['listen callback:2 > fs.writeFileSync:2'])
    const set = explainText("function routes(app) {\napp.get('/', show)\nfs.readFileSync('a') // ?\n}\nroutes(app)")
    expect(set && wayOf(set)).toEqual(['top level of the module:1 > routes:6 > fs.readFileSync:4'])
  })
})

describe('a call of nothing that blocks', () => {
  it.each([
    ['`path.join` is not known to block, and what is not known is taken as harmless.', "const path = require('path')\npath.join('a') // ?"],
    ['`express.Application#get` is known, and does not block.', "app.get('/', show) // ?"],
    ['`load` calls a function of the project (/srv/menu.js:3). What blocks in there is reported there.', 'load() // ?\nfunction load() {}'],
    ['`kitchen.cook` is not known to block, and what is not known is taken as harmless.', 'function f(kitchen) { kitchen.cook() } // ?'],
  ])('%s', (reason, text) => {
    const calls = explain({ 'menu.js': HEAD + text })
    expect(calls.map((call) => call.reason)).toEqual([reason])
    expect(calls.every(({ api, chains }) => api === null && chains.length === 0)).toBe(true)
  })

  it('leaves a line without calls unexplained', () => {
    expect(explain({ 'menu.js': 'const soup = 1 // ?' })).toEqual([])
  })
})

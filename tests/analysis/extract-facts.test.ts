import { describe, expect, it } from 'vitest'
import type { FileFacts, Reference } from '../../src/analysis/facts.js'
import { factsOf } from './facts-of.js'

/** A reference as text, so that a table of expectations can be read. */
function show(reference: Reference, facts: FileFacts): string {
  switch (reference.type) {
    case 'variable':
      return facts.variables[reference.variable]?.name ?? '?'
    case 'global':
      return `global ${reference.name}`
    case 'import':
      return `${reference.specifier}#${reference.name}`
    case 'member':
      return `${show(reference.object, facts)}.${reference.property}`
    case 'computed':
      return `${show(reference.object, facts)}[${show(reference.key, facts)}]`
    case 'element':
      return `${show(reference.object, facts)}[*]`
    case 'call':
      return `${facts.calls[reference.call]?.text ?? '?'}()`
    case 'either':
      return reference.options.map((option) => show(option, facts)).join(' | ')
    case 'literal':
      return JSON.stringify(reference.value)
    case 'parameter':
      return `parameter ${reference.index}`
    case 'function':
      return `function ${facts.functions[reference.function]?.name ?? '?'}`
    default:
      return reference.type
  }
}

function writesOf(name: string, facts: FileFacts): readonly string[] {
  return facts.variables
    .filter((variable) => variable.name === name)
    .flatMap(({ writes }) => writes.map((write) => show(write, facts)))
}

describe('what a variable holds', () => {
  const table: readonly (readonly [code: string, variable: string, writes: readonly string[]])[] = [
    [`import a from 'm'`, 'a', ['m#default']],
    [`import * as a from 'm'`, 'a', ['m#*']],
    [`import { b as a } from 'm'`, 'a', ['m#b']],
    [`import a = require('m')`, 'a', ['m#*']],
    [`const a = require('m')`, 'a', ['m#*']],
    [`const { b: { c: a } } = require('m')`, 'a', ['m#*.b.c']],
    [`const [, a] = list`, 'a', ['global list.1']],
    [`const { a = f } = o`, 'a', ['global o.a | global f']],
    [`const { a, ...rest } = o`, 'rest', ['global o']],
    [`const a = (await import('m')).b`, 'a', ['m#*.b']],
    [`const a = __importDefault(require('m'))`, 'a', ['m#*']],
    [`let a; a = b; ({ a } = c)`, 'a', ['global b', 'global c.a']],
    [`for (const a of list) f(a)`, 'a', ['global list[*]']],
    [`const a = x ? y : z`, 'a', ['global x ? y : z'].map(() => 'global y | global z')],
    [`const a = x?.y!.z as T`, 'a', ['global x.y.z']],
    [`const a = (0, m.f)`, 'a', ['global m.f']],
    [`const a = o[k]`, 'a', ['global o[global k]']],
    [`const a = o['k']`, 'a', ['global o.k']],
    [`const a = new C()`, 'a', ['C()']],
    [`const a = tag\`text\``, 'a', ['tag()']],
    [`function f(a, { b }) {}`, 'b', ['parameter 1.b']],
    [`const a = function named() {}`, 'a', ['function named']],
    [`class A {}; class B extends A {}`, 'A', ['class']],
    [`function shadow(require) { const a = require('m') }`, 'a', ['require()']],
  ]
  it.each(table)('%s', (code, variable, writes) => {
    expect(writesOf(variable, factsOf(code))).toEqual(writes)
  })
})

describe('where a call stands', () => {
  const callIn = (code: string) => {
    const facts = factsOf(code)
    const call = facts.calls.find(({ text }) => text === 'load')
    if (!call) throw new Error('The code does not call load.')
    return { ...call, inside: facts.functions[call.function]?.name }
  }

  it.each([
    ['a function', 'function f() { load() }', 'f'],
    ['a default value of a parameter', 'function f(a = load()) {}', 'f'],
    ['an arrow function held by a variable', 'const f = () => load()', 'f'],
    ['a method', 'class A { m() { load() } }', 'A.m'],
    ['a field', 'class A { m = load() }', 'new A'],
    ['a static field', 'class A { static m = load() }', ''],
    ['a static block', 'class A { static { load() } }', ''],
    ['a constructor', 'class A { constructor() { load() } }', 'new A'],
    ['a computed key', 'class A { [load()]() {} }', ''],
    ['a decorator', 'class A { @on(load()) m() {} }', ''],
    ['a property', 'const o = { m() { load() } }', 'm'],
    ['an assigned function', 'exports.f = function () { load() }', 'f'],
    ['a namespace', 'namespace N { load() }', ''],
  ])('in %s', (_, code, inside) => {
    expect(callIn(code).inside).toBe(inside)
  })

  it.each([
    ['if (!kept) kept = load()', true],
    ['if (kept === undefined) { kept = load() }', true],
    ['if (kept == null) { const made = load(); kept = made }', true],
    ["if (typeof kept === 'undefined') kept = load()", true],
    ['if (!kept.has(key)) kept.set(key, load())', true],
    ['kept ??= load()', true],
    ['kept ||= load()', true],
    ['kept = kept || load()', false],
    ['return kept || (kept = load())', true],
    ['if (kept) return kept; kept = load()', true],
    ['if (this.kept) { return this.kept } this.kept = load()', true],
    ['if (kept) load()', false],
    ['if (!kept) return load()', false],
    ['if (!kept) return load(); } function fill() { kept = 1', true],
    ['if (!kept) { return load() } } function fill() { kept == 1', false],
    ['if (!kept) load(); } function fill() { kept = 1', false],
    ['if (!kept) load()', false],
    ['let own; own ??= load()', false],
    ['if (!parameter.kept) parameter.kept = load()', false],
    ['kept = load()', false],
  ])('memoised: %s', (statement, memoised) => {
    const code = `let kept; function get(key, parameter) { ${statement} }`
    expect(callIn(code).memoised).toBe(memoised)
  })

  it.each([
    ['kept ??= load()', undefined],
    ['if (!this.kept) this.kept = load()', undefined],
    ['if (!kept.has(key)) kept.set(key, load())', true],
    ['if (!kept[key]) kept[key] = load()', true],
    ['kept[key] ||= load()', true],
    ['if (kept[key]) return kept[key]; return (kept[key] = load())', true],
  ])('memoised by key: %s', (statement, byKey) => {
    expect(callIn(`let kept; function get(key) { ${statement} }`).byKey).toBe(byKey)
  })

  it.each([
    ['load(); process.exit(1)', true],
    ['if (broken) { load(); process.exit(1) }', true],
    ['if (broken) process.exit(1); load()', false],
    ['const later = () => load(); process.exit(1)', false],
    ['load()', false],
  ])('ends the process: %s', (statements, ends) => {
    expect(callIn(`function f() { ${statements} }`).endsProcess).toBe(ends)
  })
})

describe('functions', () => {
  const functionsOf = (code: string) => factsOf(code).functions

  it('knows which escape', () => {
    const code = `
function called() {}
function stored() {}
export function exported() {}
const arrow = () => {}
called(); arrow()
keep(stored)
;(function immediate() {})()
keep(function callback() {})`
    const escaping = functionsOf(code)
      .filter(({ escapes }) => escapes)
      .map(({ name }) => name)
    expect(escaping.sort()).toEqual(['callback', 'exported', 'stored'])
  })

  it('knows what parameters are used for, and their types', () => {
    const code = `
import type { Request } from 'express'
function handle(req: Request, { body, query }, ...rest) {
  const { params } = req
  req.session.user = rest
  return [params, req.get('a')]
}`
    const handle = functionsOf(code).find(({ name }) => name === 'handle')
    expect(handle?.parameters.map(({ name, members, rest }) => ({ name, members, rest }))).toEqual([
      { name: 'req', members: ['params', 'session', 'get'], rest: false },
      { name: '', members: ['body', 'query'], rest: false },
      { name: '', members: [], rest: true },
    ])
    expect(handle?.parameters[0]?.type?.name.type).toBe('variable')
  })

  it('knows which variables of outer functions they use', () => {
    const code = `
const top = 1
function outer(req) {
  const own = 2
  return () => () => [req, own, top]
}`
    const captures = functionsOf(code).map(({ captures }) => captures.map(({ name }) => name))
    expect(captures).toEqual([[], [], ['req', 'own'], ['req', 'own']])
  })
})

it('is plain data that survives being stored', () => {
  const facts = factsOf(`
import fs from 'node:fs'
export class A { #a = fs.statSync('.'); constructor(private readonly b: A) { super.c() } }
export const table = { __proto__: null, constructor: () => 1, ...other }`)
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
})

it('names calls as a person would', () => {
  const facts = factsOf(`fs.promises.readFile(a); (0, fs_1.readFile)(a); a.b().c(); a\n  .b\n  .c()
${'veryLongName.'.repeat(6)}call(); list[0]()`)
  expect(facts.calls.map(({ text }) => text)).toEqual([
    'fs.promises.readFile',
    'fs_1.readFile',
    'a.b',
    'c',
    'a.b.c',
    'veryLongName.veryLongName.veryLongName.veryLongName.veryLon…',
    'list[0]',
  ])
})

it('reads code with treacherous names', () => {
  const facts = factsOf(`
const constructor = 1, __proto__ = 2, hasOwnProperty = 3
class toString { constructor() {} __proto__() {} }
constructor(__proto__); ({}).constructor.valueOf()`)
  expect(facts.calls.map(({ text }) => text)).toEqual(['constructor', 'valueOf'])
})

it('keeps the directives of modules and functions', () => {
  const facts = factsOf(`'use client'
    "use strict"
    const pay = async () => { 'use server'; return 'use cache' }
    function bill() { run(); 'use server' }`)
  expect(facts.functions.map(({ directives }) => directives)).toEqual([
    ['use client', 'use strict'],
    ['use server'],
    undefined,
  ])
})

describe('decorators', () => {
  const facts = factsOf(`
@Controller('menus')
class Menus {
  @Inject() menus
  @Get(':id') @Public show(@Param(idOf()) id, plain, @Query() page = 1, @Body() { text }, @Files() ...files) {}
}`)
  const [menus] = facts.classes

  it('stand with what they decorate, in order', () => {
    const show = menus?.members.find(({ name }) => name === 'show')
    const name = (decorator: { name: unknown } | undefined): unknown => decorator?.name
    expect(menus?.decorators?.map(name)).toEqual([{ type: 'global', name: 'Controller' }])
    expect(show?.decorators).toMatchObject([
      { name: { name: 'Get' }, call: expect.any(Number) as number },
      { name: { name: 'Public' }, call: null },
    ])
    const parameters = facts.functions.find(({ form }) => form === 'method')?.parameters ?? []
    const global = (text: string) => ({ type: 'global', name: text })
    expect(parameters.map(({ decorators }) => name(decorators?.[0]))).toEqual([
      global('Param'),
      undefined,
      global('Query'),
      global('Body'),
      global('Files'),
    ])
  })

  it('run where the class is made', () => {
    const calls = facts.calls.map(({ text, function: caller }) => [text, caller])
    expect(calls).toEqual(
      expect.arrayContaining([
        ['Controller', 0],
        ['Inject', 0],
        ['Get', 0],
        ['Param', 0],
        ['idOf', 0],
        ['Query', 0],
      ]),
    )
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseForESLint } from '@typescript-eslint/parser'
import { describe, expect, test } from 'vitest'
import { extractFacts } from '../../src/analysis/extract/extract-facts.js'
import type { FileFacts } from '../../src/analysis/facts.js'
import { NestingError } from '../../src/analysis/nesting-error.js'
import { ParseFailure, parseSource } from '../../src/analysis/parse.js'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))

/** The facts by the other parser, with the scopes of a module or of a CommonJS file. */
const peerFacts = (file: string, text: string, isModule: boolean): FileFacts => {
  const { ast, visitorKeys } = parseForESLint(text, {
    filePath: file,
    loc: true,
    range: true,
    sourceType: isModule ? 'module' : 'script',
    ecmaFeatures: { globalReturn: !isModule, jsx: !extname(file).includes('t') || file.endsWith('x') },
  })
  return extractFacts({ file, text, ast, visitorKeys } as never)
}

const failureOf = (file: string, text: string): ParseFailure => {
  try {
    parseSource(file, text)
  } catch (error) {
    if (error instanceof ParseFailure) return error
    throw error
  }
  throw new Error('It was parsed.')
}

type Row = readonly [name: string, file: string, text: string]

const modules: readonly Row[] = [
  ['imports and exports of every form', 'a.js', `import a, { b as c, default as d } from 'x'
    import * as e from 'y'; import 'z'; import json from './a.json' with { type: 'json' }
    export { c as default, d as 'a name' }; export * from 'q'; export * as r from 'r'
    export const { f, g: [h] } = e(a); export function i() {} export class J {}`],
  ['an anonymous default export', 'a.mjs', 'export default function () { return run() }'],
  ['an anonymous default class', 'a.mjs', 'export default class { run() { return this.a() } }'],
  ['await at the top level', 'a.mjs', 'const a = await import("./b.js"); for await (const b of a.c()) d(b)'],
  ['import.meta', 'a.js', 'const a = import.meta.url; run(a, new URL("b", a))'],
  ['optional chaining and its wrappers', 'a.js', 'import a from "a"; a?.b?.(c)?.[d].e(); (a?.b).c(); delete a?.b'],
  ['logical assignment', 'a.js', 'let a; export const b = () => { a ??= read(); a ||= b.c(); a &&= d(); return a }'],
  ['classes', 'a.mjs', `import { Base } from 'b'; class A extends Base {
    #a = read(); static b = () => run(); static { boot() } get c() { return this.#a } set c(v) { store(v) }
    constructor(x = y()) { super(x) } async *d() { yield* this.c } [e()] = f() }
    export const g = new (class extends A {})()`],
  ['literals', 'a.mjs', 'export default [1, -2.5, 10n, /a\\/b/giu, "\\u{1F600}", `a${b}c`, null, true, [,], { __proto__: c }]'],
  ['tagged templates', 'a.mjs', 'export default sql`a ${b()} c`; new Foo; x.y`z`'],
  ['destructured parameters', 'a.mjs', 'export const a = ({ b, c: { d } = e(), ...f }, [g, , h = i()], ...j) => d(f, h, j)'],
  ['comments of every kind', 'a.mjs', '/** @blocking */ export function a() {} // b\n/* c */ export const d = 1'],
  ['directives', 'a.mjs', '"use strict"; "use server"; export async function a() { "use server"; return b() }'],
  ['JSX in a .js file', 'a.js', 'export const A = () => <B.C d={e()} {...f}><>{g}</>text<h:i /></B.C>'],
  ['JSX in a .tsx file', 'a.tsx', 'export const A = <T,>(p: T): E => <B<T> p={p as T}>{run(p)!}</B>'],
  ['resource management', 'a.mjs', 'import a from "a"; { using b = a(); await using c = a.b() }'],
  ['text beyond the basic plane', 'a.mjs', 'export const a = "😀😀"; /* 😀 */ run("é", fs.readFileSync("ü"))'],
  ['Windows line ends', 'a.mjs', 'import fs from "fs"\r\n\r\nexport function a() {\r\n  fs.statSync(`b\r\n${c()}`)\r\n}\r\n'],
  ['line separators in strings', 'a.mjs', 'export const a = "\u2028"\nrun()'],
  ['types', 'a.ts', `import type { A } from 'a'; import { type B, C } from 'b'; import D = require('d'); import E = D.F
    export interface G extends A<B> { h(): void } export type I<T> = T extends infer U ? U[] : never
    let j!: Promise<C<A>>; const k = <A>l; const m = n as unknown as B; const o = p! satisfies C
    function q(this: A, r?: B, ...s: C[]): asserts r is C; function q() { return t<A>(u) }
    declare const v: import('w').X<Y>; declare module 'z' { export const a: B } declare global { var c: D }`],
  ['classes of TypeScript', 'a.ts', `@Controller('a') export class A<T> implements B, C.D {
    constructor(private readonly e: E, @Inject(F) public g?: G, protected h = i()) {}
    @Get(':id') async find(@Param('id') id: string, @Res() res: Response): Promise<void> { this.e.run(id) }
    declare j: K; l!: M; abstract n(): void; static override accessor o = p(); [q: string]: unknown; r(): void; r() {} }
    export abstract class S { abstract get t(): U; constructor(); constructor(v?: W) { x(v) } }`],
  ['enums and namespaces', 'a.ts', 'export enum A { B = c(), D = "e", "f" } namespace G.H { export const i = j() } export = A'],
  ['overloads and generics', 'a.ts', 'export function a<T>(b: T): T; export function a(b: any) { return c<string>(b)?.d!() }'],
  ['decorators', 'a.ts', 'export class A { @b() @c.d({ e: () => f() }) g = h(); @i static async j() {} }'],
  ['decorators of parameters', 'a.ts', `class A { constructor(@B('c') readonly d: E, @F() g = 1) {}
    h(@I() i: J, @K() { l }: M, @N(o()) p = q(), @R ...s: T[]) { return l } }`],
  ['an ES module of TypeScript', 'a.mts', 'export const a: Handler = async (req, res) => { await b(req) }'],
  ['JSDoc tags', 'a.mjs', `/** @blocking io text\\n * more */ export function a() {}
    /** @serves GET /b */ export const b = async () => {}, c = () => {} // @blocking
    class D { /** @nonblocking */ async e() {} /** @blocking */ static #f = () => {}; /** @blocking */ constructor() {} }
    export default { /** @blocking */ g() {}, /** @blocking */ 'h i': function () {}, /** @blocking */ get j() { return 1 } }
    D.prototype.k = /** @blocking */ function () {}; run(/** @serves l */ () => {}); /** @blocking */ /* other */ // line
    D.m = () => {}
    const n = 'src/**', o = '@blocking */'; /** @blocking */`],
  ['JSDoc tags of TypeScript', 'a.ts', `/** @blocking */ export function a(b: string): void; export function a(b: any) {}
    export interface B extends C { /** @blocking cpu */ d(): void; /** @nonblocking */ e: () => void; f(): void }
    export abstract class G { /** @blocking */ abstract h(): void; /** @blocking */ i(): void; i(j?: K) {} /** @blocking */ @L() m() {} }
    /** @blocking */ export declare function n(): O; declare class P { /** @blocking */ q(): void; static /** @blocking */ r(): void }
    /** @serves */ export const s = (async () => {}) as T`],
  ['one that repeats what it declares', 'a.ts', 'export var a = 1; var a = b(); function c() {} export const d = () => { var c = a; return c }'],
]

const scripts: readonly Row[] = [
  ['CommonJS', 'a.js', `'use strict'; const fs = require('fs'), { join } = require('path')
    module.exports = { a: () => fs.statSync(join('b')) }; exports.c = function d() { return arguments[0] }`],
  ['return at the top level', 'a.cjs', 'if (require.main !== module) return\nvar a = b(); new.target'],
  ['a hashbang', 'a.js', '#!/usr/bin/env node\nvar a = require("a"); a.run(function () { return this })'],
  ['sloppy code', 'a.js', 'with (a) { b() } var c = 10, await = 1; d(await); delete c; label: for (var i in e) continue label'],
  ['no statements', 'a.js', '// nothing'],
  ['nothing at all', 'a.js', ''],
  ['TypeScript without imports', 'a.cts', 'const a: number = b(); function c(d: E) { return d.f() }'],
  ['annexed syntax', 'a.js', 'if (a) function b() { c() }\nb(); { function b() {} }'],
]

describe('the facts equal those by @typescript-eslint/parser', () => {
  test.each(modules)('%s', (_, file, text) => {
    const parsed = parseSource(`/project/${file}`, text)
    expect(extractFacts(parsed)).toEqual(peerFacts(`/project/${file}`, text, true))
  })

  test.each(scripts)('%s', (_, file, text) => {
    const parsed = parseSource(`/project/${file}`, text)
    expect(extractFacts(parsed)).toEqual(peerFacts(`/project/${file}`, text, false))
  })

  const sources = readdirSync(join(SRC, 'analysis'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts'),
  )

  test.each(sources)('src/analysis/%s', (name) => {
    const file = join(SRC, 'analysis', name)
    const text = readFileSync(file, 'utf8')
    const facts = extractFacts(parseSource(file, text))
    expect(facts.functions.length).toBeGreaterThan(0)
    expect(facts).toEqual(peerFacts(file, text, true))
  })
})

test('a name that Flow left behind in a comment is no Flow', () => {
  const facts = extractFacts(parseSource('/a.js', '// @flow\n"use strict"\nrequire("fs").statSync("a")\n'))
  expect(facts.calls.map(({ text, range }) => [text, range])).toContainEqual(['statSync', [3, 15, 3, 23]])
})

test.each([
  ['/a.js', 'const a = 1\nfoo(', 2, 5],
  ['/a.js', '// @flow\nfunction a(b: number) {}\n', 2, 13],
  ['/a.ts', 'let a = <div>b</div>', 1, 16],
  ['/a.mjs', 'import a from "a";\r\n\r\nconst = 1', 3, 7],
])('%s: %j is refused at its place', (file, text, line, column) => {
  const failure = failureOf(file, text)
  expect([failure.line, failure.column]).toEqual([line, column])
  expect(failure.message).not.toBe('')
})

test('what only old scripts may write is read', () => {
  const text = 'var a = 010; yield = b(a) <!-- html\nc()\n'
  expect(extractFacts(parseSource('/a.js', text)).calls.map(({ text }) => text)).toEqual(['b', 'c'])
})

test('an error that leaves a tree costs nothing else', () => {
  const { calls } = extractFacts(parseSource('/a.js', 'const a;\nexport const b = () => run()\n'))
  expect(calls.map(({ text }) => text)).toEqual(['run'])
})

const deep = 40_000

test.each([
  ['brackets', `${'('.repeat(deep)}1${')'.repeat(deep)}`],
  ['arrays over many lines', `x = ${'[\n'.repeat(deep)}${']\n'.repeat(deep)}`],
  ['templates', `x = ${'`${'.repeat(deep)}1${'}`'.repeat(deep)}`],
  ['functions', `x = ${'() => '.repeat(deep)}1`],
  ['branches', `${'if (a) {} else '.repeat(deep)}{}`],
  ['sums', `x = ${'a + '.repeat(deep)}a`],
  ['chains of calls', `x = a${'\n  .b()'.repeat(deep)}`],
  ['elements', `x = ${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}`],
  ['negations', `x = ${'!'.repeat(deep)}a`],
])('%s without end are refused, and do not end the process', (_, text) => {
  expect(() => parseSource('/a.jsx', text)).toThrow(NestingError)
})

test.each([
  ['comments that only mention it', `// ${'@blocking '.repeat(80_000)}\nrun()`],
  ['a comment that mentions it on and on', `/** ${'@blocking '.repeat(80_000)}*/\nrun()`],
  ['openings of comments', `run('${'/** @blocking '.repeat(60_000)}')`],
  ['functions', '/** @blocking */ function a() {}\n'.repeat(3000) + 'run()'],
])('tags in %s take little time', (_, text) => {
  const began = performance.now()
  const { calls } = extractFacts(parseSource('/a.js', text))
  expect(calls.map((call) => call.text)).toEqual(['run'])
  expect(performance.now() - began).toBeLessThan(15_000)
})

test('much of the same is not deep', () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `const a${i} = b.c(d + 1) ? !e : () => { f() }`)
  expect(extractFacts(parseSource('/a.js', lines.join('\n'))).calls).toHaveLength(6000)
})

// Which variable a name means, beside what @typescript-eslint/scope-manager says.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseForESLint } from '@typescript-eslint/parser'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { describe, expect, test } from 'vitest'
import { resolveNames } from '../../src/analysis/extract/scopes/resolve-names.js'
import type { Variable } from '../../src/analysis/extract/scopes/scopes.js'

type ScopeManager = TSESLint.Scope.ScopeManager
type PeerVariable = TSESLint.Scope.Variable

const SRC = fileURLToPath(new URL('../../src', import.meta.url))

/** What is known of a variable: its name, where it stands, whose it is and what is done with it. */
interface Known {
  readonly name: string
  readonly at: readonly number[]
  readonly owner: string
  readonly is: readonly string[]
}

interface Names {
  readonly variables: readonly Known[]
  readonly globals: readonly string[]
}

const placeOf = (node: TSESTree.Node): string => `${node.type} ${node.range[0]}`

const known = (name: string, at: Set<number>, owner: TSESTree.Node, is: Record<string, boolean>): Known => ({
  name,
  at: [...at].sort((a, b) => a - b),
  owner: placeOf(owner),
  is: Object.keys(is).filter((word) => is[word]),
})

const inOrder = (variables: readonly Known[]): Known[] =>
  variables.toSorted((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0) || a.at.length - b.at.length)

function ourNames(ast: TSESTree.Program, visitorKeys: Parameters<typeof resolveNames>[1]): Names {
  const { variables, globals } = resolveNames(ast, visitorKeys)
  const places = new Map<Variable, Set<number>>()
  for (const [name, variable] of variables) {
    const at = places.get(variable) ?? new Set()
    places.set(variable, at.add(name.range[0]))
  }
  return {
    variables: inOrder(
      Array.from(places, ([{ name, owner, isParameter, isRead, isUsedElsewhere }, at]) =>
        known(name, at, owner, { isParameter, isRead, isUsedElsewhere }),
      ),
    ),
    globals: [...globals].sort(),
  }
}

function peerNames({ scopes }: ScopeManager): Names {
  // A class that is declared has two variables with one definition, of which the outer one comes first.
  const groups = new Map<unknown, PeerVariable[]>()
  for (const variable of scopes.flatMap((scope) => scope.variables)) {
    const definition = variable.defs.find(({ type }) => type === 'ClassName') ?? variable.defs[0]
    if (definition === undefined) continue
    const key = definition.type === 'ClassName' ? definition.node : variable
    groups.set(key, [...(groups.get(key) ?? []), variable])
  }
  const references = scopes.flatMap((scope) => scope.references)
  const writes = new Set<unknown>(references.flatMap((one) => (one.resolved === null ? [] : [one.identifier])))
  const unbound = references.filter(({ resolved }) => (resolved?.defs.length ?? 0) === 0)
  return {
    variables: inOrder(
      Array.from(groups.values(), (variables) => {
        const [first] = variables as [PeerVariable]
        const uses = variables.flatMap((variable) => variable.references)
        // What declares a variable may write another one: `catch (error) { var error = null }`.
        const names = variables.flatMap(({ identifiers }) => identifiers).filter((name) => !writes.has(name))
        const at = [...names, ...uses.map(({ identifier }) => identifier)].map(({ range }) => range[0])
        const home = first.scope.variableScope
        return known(first.name, new Set(at), home.block, {
          isParameter: first.defs[0]?.type === 'Parameter',
          isRead: uses.some((use) => use.isRead()),
          isUsedElsewhere: uses.some(({ from }) => from.variableScope !== home),
        })
      }),
    ),
    globals: [...new Set(unbound.map(({ identifier }) => identifier.name as string))]
      // `as const` is a word of the language.
      .filter((name) => name !== 'const')
      .sort(),
  }
}

function bothNames(text: string, file: string): { ours: Names; peers: Names } {
  const { ast, scopeManager, visitorKeys } = parseForESLint(text, {
    filePath: file,
    loc: true,
    range: true,
    sourceType: /^\s*(import|export)\b/m.test(text) ? 'module' : 'script',
    lib: [],
    jsxPragma: null,
    ecmaFeatures: { jsx: file.endsWith('x') },
  })
  return { ours: ourNames(ast, visitorKeys), peers: peerNames(scopeManager as ScopeManager) }
}

const code: readonly string[] = [
  'var a = 1; { var a = 2; let b = a; { const a = b; use(a) } } use(a)',
  'use(late); var late = 1; { use(inner); let inner = 2 }; inner()',
  'function a(b = c, { d, e: [f] = g, ...h }, ...i) { var c = b; return [d, f, h, i, a] }',
  'function shadow(a) { var a = 1; use(a) } function twice(b) { { var b = 2 } return b }',
  'const x = 1; function f(a = x, b = () => x) { const x = 2; return a + b() + x }',
  'const y = 1; function g(a = y) { var y = 2; { use(y) } }',
  'const a = function b() { b(); a() }; b(); const c = function () { c() }',
  'run(function a(b) { return (c) => arguments[b + c] }); arguments; (() => arguments)()',
  '{ function inBlock() {} inBlock() } inBlock()',
  'class A extends A.B { static a = A; b = () => A; [A.c]() { A } static { let d = A; var e = d; use(e) } }; new A()',
  'const B = class A { c() { return A } }; new A(); new B()',
  'function f() { return new Late(); class Late { d = Late } } const g = () => Late',
  'try { a() } catch (e) { var e = 1; let f = e; use(f) } use(e)',
  'try { a() } catch ({ message, code = message }) { use(code) } try { b() } catch { c() }',
  'switch (a) { case b: let a = 1; use(a); break; default: use(a) } let b',
  'for (let i = 0, n = i; i < n; i++) { use(() => i) } use(i)',
  'for (var j = 0; j < 1; j++) {} use(j); for (const k of k) use(k); for (var l in j) { l() } for (j of l) {} for (j.m in l) {}',
  'for (const [m, { n = m }] of list) use(n)',
  'let a, b, c; a = 1; [a, { b = a, x: c.d, [b]: c }] = [...a]; a += 1; b ??= a; c++; ({ a, ...b } = c); [a.b, ...a[c]] = b',
  'let written; written = make(); const later = () => { written = 2 }',
  'with (a) { b(c); var d = e } let c; d()',
  'label: for (;;) { continue label } new.target; var label',
  'const a = { b, c: d, [e]: f, get g() { return h }, i() { return this.j }, ...k }; let b, d, e, f',
  'let a; a`${a}`; a?.b?.[a]; a.a.a; a[a]; delete a.b; void a; typeof missing; (a, a); new a(a); import(a)',
  'const { a, b: { c } = a, ...d } = e, f = () => ({ a, c, d }); async function* g() { yield* f; await g }',
  'undefined; NaN; globalThis.a; eval("b"); var eval',
  'const constructor = 1, __proto__ = 2, toString = constructor + __proto__; hasOwnProperty()',
]

const modules: readonly string[] = [
  `import a, { b as c, default as d } from 'x'; import * as e from 'y'; export { a, c as f }; export { g } from 'z'
   export * from 'q'; export * as h from 'r'; export default e; d(b, g, h)`,
  'export default a; const a = 1; export const b = a, { c } = b; export function d() { d() } export class E { f = E }',
  'export default function a() { a() } a()',
  'export default class { b = c }',
  'import a from "./a.json" with { type: "json" }; import.meta.url; type; a()',
]

const elements: readonly string[] = [
  'const A = 1, b = 2; const c = <A><b d={b} {...A} e="f"/><A.g.h/><this.i/><b.j/><></></A>; use(<$/>, <_/>)',
]

const types: readonly string[] = [
  'type A = B; interface B extends C<A>, D.E { f: A; [g: string]: B; h(i: A, ...j: B[]): asserts i is A } let a: A, b: B',
  'type A<T, U extends T = T> = T | U; type B = T; interface C<T> { d: T } class D<T> extends E<T> implements F<T> { g(h: T): T {} } let t: T',
  'type A<T> = T extends [infer H, ...infer R] ? [H, R] : [H, R]; type B<T> = T extends (a: infer P) => infer Q ? P | Q : P',
  'type A<T> = { readonly [K in keyof T as `x${K & string}`]?: T[K] }; type B = K; type C<T> = T extends { [J in infer N]: J } ? N : J',
  'type A = (a: B, { c, d: [e] }: F, ...g: H[]) => typeof a | typeof c | typeof e | typeof g; type I = new <T>(j: T) => T; typeof a',
  'const a = 1; type a = string; let b: a = a; let c: typeof a; function d<a>(e: a, f: typeof a) { return e as a }',
  'let value = 1; let t: value; type Only = 1; Only; import type { Both } from "x"; Both; let both: Both',
  'function f(this: A, b?: B, c: typeof b = d as C): b is D { let d; return <E>b satisfies F } function f<T>(g: T): void; declare function h(i: I): typeof i',
  'enum A { B = 1, "c" = B, D = c | B, E = D } A.B; B; const enum F { G = A.B } declare enum H { I }',
  'namespace A { export const b = 1; export namespace C { b } } A.b; namespace D.E { export const f = 1 } D; namespace A { b; const b = A }',
  'declare module "a" { export const b: C; type C = typeof b } declare global { var d: e; interface F {} } d; b; let f: F',
  'import a = require("b"); import c = a.d.e; import type f = require("g"); export import h = c.i; export = a; c; f; h',
  'interface I { a: I } export = I',
  'export type { A, type B } from "x"; type C = 1; const C = 2; type D = 3; export { C, type D }; export type { C as E }; export as namespace G',
  `function dec(...a) { return () => {} } @dec(A) class A<T> { @dec(B) b: T = dec; constructor(@dec(c) private readonly c: C, public d = c, @dec(e) { e }: T) {}
   @dec(f) f(@dec(g) g: typeof g): this is A<T> { return f } @dec(h) static accessor h: T = h; abstract i(j: T): void; declare k: T; get [dec.l](): T {} [m: string]: T }`,
  'abstract class A { abstract b: C; abstract c(d: E): typeof d; abstract accessor f: G; constructor(); constructor(h?: I) { h } private static override j?: K; #l = 1; m = this.#l }',
  'let a = b as const, c = <const>d, e = f!, g = h<I>, j = k<L>`m`; (a as N) = 1; e! = 2; (<O>g)++; [a as P, e!] = j',
  'type A = import("b").C<D>; type E = typeof import("f"); type G = typeof import("h").i<J>; type K = [l: M, n?: O, ...p: Q[]]',
  'type A = { [b.c]: D; [E]: F; get g(): H; set g(i: I); (j: J): K; new (l: L): M; n<T>(o: T): T; readonly p?: Q }; const b = 1, E = 2',
  'type A = `${B}` | unique symbol | keyof C | D["e"] | readonly F[] | G.H.I<J> | (abstract new () => K) | this',
  'function over(a: string): A; function over(a: number): B; function over(a: any) { return over(a) } type A = 1; type B = 2',
  'class A<T> { static b: A<T>; c = <U,>(d: T, e: U): U => e } const f = class G<T> implements H<T>, I.J<T> { k?: G<T> }; let g: G',
  'using a = b(); { await using c = d(a); use(c) } for (using e of f) e()',
]

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

describe('each name means what it means to @typescript-eslint/scope-manager', () => {
  const rows = [
    ...code.map((text) => [text, '/bakery.js'] as const),
    ...code.map((text) => [text, '/bakery.ts'] as const),
    ...modules.map((text) => [text, '/bakery.ts'] as const),
    ...elements.map((text) => [text, '/bakery.tsx'] as const),
    ...types.map((text) => [text, '/bakery.ts'] as const),
  ]

  test.each(rows)('%s (%s)', (text, file) => {
    const { ours, peers } = bothNames(text, file)
    expect(ours).toEqual(peers)
    expect(ours.variables.length + ours.globals.length).toBeGreaterThan(0)
  })

  test.each(sources)('src/%s', (name) => {
    const { ours, peers } = bothNames(readFileSync(join(SRC, name), 'utf8'), `/${name}`)
    expect(ours).toEqual(peers)
  })
})

import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { NestingError, withinStack } from '../../src/analysis/nesting-error.js'
import plugin from '../../src/index.js'
import { lint } from '../rules/marked-lines.js'

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('')

describe('code that no person wrote is read to its end', () => {
  const tail = `
require('http').createServer((req, res) => {
  require('fs').readFileSync('a')
})`
  it.each([
    ['a long chain of calls', `const app = require('express')(); app${times(1000, () => `.use(f)`)}`],
    ['a long chain of aliases', `const a0 = f;${times(3000, (i) => `const a${i + 1} = a${i};`)}`],
    ['deep nesting', `${times(300, () => '[')}${times(300, () => ']')}`],
    ['a table of many functions', `const t = {${times(5000, (i) => `f${i}() {},`)}}; t[x]()`],
    ['functions that pass everything on', times(500, (i) => `function f${i}(a) { f${i + 1}(a) }`)],
    ['functions that call each other', times(100, (i) => `function g${i}() { ${times(100, (j) => `g${j}();`)} }`)],
    ['very many conditions', times(20_000, (i) => `if (a${i}) f();`)],
    ['a condition beside a very long word', `const logo = '${'x'.repeat(500_000)}'; if (logo) f();`],
    ['a variable defined by itself', 'var a = b; var b = a; a = a.c.d; b = a[b]; a(b)'],
    ['a table that is read inside of itself', 'var t = { a: t[k], b: [t[k]] }; t[k]()'],
    [
      'a wrapper whose options hold what it wraps',
      "const wrap = (o) => o.handler; const app = require('express')(); const r = wrap({ handler: f, again: r }); app.get('/', r)",
    ],
    ['a class that extends itself', 'class A extends A {}; new A().m(); A.n()'],
    ['a class that extends what it makes', 'const B = (C) => class extends C {}; new (B(B(B)))().m()'],
  ])('%s', (_, code) => {
    const reported = lint('no-blocking-call', { code: code + tail })
    expect(reported.map(({ line }) => line)).toEqual([3])
  })
})

describe('code that is too deep for a walk', () => {
  const rules = { 'event-loop/no-blocking-call': 'error', 'event-loop/no-request-in-worker': 'error' } as const
  const lintDeep = (text: string): readonly Linter.LintMessage[] =>
    new Linter({ configType: 'flat' }).verify(
      `const fs = require('fs')\nrequire('http').createServer(() => fs.statSync('menu'))\n${text}`,
      { plugins: { 'event-loop': plugin }, rules, languageOptions: { sourceType: 'commonjs' } },
      { filename: 'src/server.js' },
    )

  // How deep is too deep depends on the machine: at some of these depths the walk overflows on most.
  it.each([1000, 1500, 2000, 2500, 3000])('makes no rule throw, %i blocks deep', (depth) => {
    try {
      expect(lintDeep('{'.repeat(depth) + '}'.repeat(depth)).length).toBeLessThanOrEqual(1)
    } catch (error) {
      // The scopes of ESLint itself have such a limit, too.
      expect((error as Error).stack).not.toMatch(/src\/(?:analysis|findings|create-rule)/)
    }
  })

  it('is told from other failures', () => {
    const endless = (): number => 1 + endless()
    expect(() => withinStack(endless)).toThrow(NestingError)
    expect(() => withinStack(() => JSON.parse('menu') as unknown)).toThrow(SyntaxError)
    expect(withinStack(() => 'menu')).toBe('menu')
  })
})

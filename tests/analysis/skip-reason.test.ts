import { expect, test } from 'vitest'
import { skipReason } from '../../src/analysis/skip-reason.js'

const statements = (count: number): string =>
  Array.from({ length: count }, (_, i) => `function f${i}(a){if(a){return g(a,${i})}}`).join('')

test.each([
  ['ordinary source', 'import fs from "node:fs"\n\nexport const a = () => fs.statSync("a")\n', null],
  ['an empty file', '', null],
  ['one line of minified code', statements(200), 'minified'],
  ['minified code under a licence', `/*!\n * MIT\n */\n${statements(200)}`, 'minified'],
  ['minified code with tables in it', `${statements(40)}\n${`${'1, 2, 3, '.repeat(60)}\n`.repeat(20)}`, 'minified'],
  [
    'minified code with its lines left in place',
    'let open = !0, closed = !1;\nfunction rest() {\n  open = !1, closed = !0;\n}\nexport { rest };\n',
    'minified',
  ],
  ['source that is short of a word or two', 'export const open = !0\nexport const closed = !1\n', null],
  [
    'source that has minified code in a text',
    'const samples = ["a=!0", "b = !0", "c(!1)", "return!1"]\nexport const flags = [true, false, true, false]\n',
    null,
  ],
  ['source with an image in it', `const logo = "${'iVBORw0KGgo'.repeat(500)}"\nserve(logo)\n`, null],
  ['source with a table in it', `const table = [${'1, 2, 3, '.repeat(500)}]\nserve(table)\n`, null],
  ['source with one long statement', `${'const a = 1\n'.repeat(200)}${statements(20)}\n`, null],
  ['a webpack bundle', 'function __webpack_require__(moduleId) {\n}\n', 'bundled'],
  ['an ncc bundle', '  function __nccwpck_require__(moduleId) {\n}\n', 'bundled'],
  ['an esbuild bundle', 'var a\nvar __commonJS = (cb, mod) => function __require() {}\n', 'bundled'],
  ['source that only mentions webpack', 'export const name = __webpack_require__("a")\n', null],
  ['a film that is called .ts', 'G@\u0000\u0010\u0000\u0000', 'binary'],
])('%s', (_, text, reason) => {
  expect(skipReason(text)).toBe(reason)
})

// What an editor waits for after a change in one file of a thousand, beyond ESLint's own time: the same text is
// linted with the rules and without, in one process that has linted the project before.
//
//   node bench/relint.js [--files 1000] [--edits 20]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { writeServer } from './generated-server.js'
import { dist, judge, median, ms, row, timed } from './measure.js'

const LIMIT_MS = 100

const { values } = parseArgs({
  options: { files: { type: 'string', default: '1000' }, edits: { type: 'string', default: '20' } },
})
const { default: plugin } = await import(pathToFileURL(join(dist, 'index.js')).href)
const scratch = mkdtempSync(join(tmpdir(), 'event-loop-bench-'))
try {
  compare(scratch)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function compare(folder) {
  const { files, lines } = writeServer(folder, Number(values.files))
  const base = { files: ['**/*.ts'], languageOptions: { parser } }
  const withPlugin = linterFor(folder, [base, plugin.configs['flat/recommended']])
  const without = linterFor(folder, [base])
  const service = join(folder, 'src/area0/service.ts')
  const text = readFileSync(service, 'utf8')
  const firstMs = timed(() => withPlugin(text, service))
  const edits = {
    'a line in a function': (i) => text.replace('const names', `const edit${i} = id.length + ${i}\n    const names`),
    'a call to another file': (i) => text.replace('const names', `log.info('edit ${i}')\n    const names`),
    'a function at the top of the file': (i) =>
      text.replace('export class', `export function edit${i}() { return describe0('${i}') }\nexport class`),
  }
  console.log(`generated: ${files} files, ${lines} lines; the first file takes ${ms(firstMs)}\n`)
  for (const [what, edit] of Object.entries(edits)) {
    const beyond = Array.from({ length: Number(values.edits) }, (_, i) => {
      const edited = edit(i)
      return timed(() => withPlugin(edited, service)) - timed(() => without(edited, service))
    })
    const middle = median(beyond)
    row(`beyond ESLint after an edit: ${what}`, ms(middle), judge(middle, LIMIT_MS).trim())
  }
}

function linterFor(cwd, config) {
  const linter = new Linter({ configType: 'flat', cwd })
  return (text, filename) => {
    const fatal = linter.verify(text, config, { filename }).find((message) => message.fatal)
    if (fatal) throw new Error(fatal.message)
  }
}

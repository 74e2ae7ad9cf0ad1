import { extractFacts } from '../../../src/analysis/extract/extract-facts.js'
import { parseSource } from '../../../src/analysis/parse.js'
import { linkProject } from '../../../src/analysis/project.js'
import { findingRules } from '../../../src/findings/finding-rules.js'

/**
 * Code by library: imports and what is made at start-up, an empty line, and statements of a handler that has `req`,
 * `res` and a request's `socket`. A line ends in the messages of what must be reported there, in the order of the
 * text: `// dropped handed`. Any other line must be silent. `./print.js` is a file that only reads another one.
 */
export type OffloadTable = Readonly<Record<string, string>>

/** The program around the code of a table. */
export function programOf(code: string): readonly string[] {
  const [head = '', ...body] = code.trim().split('\n\n')
  return `import express from 'express'
${head}
express().post('/menus', async (req, res) => {
const { socket } = req
${body.join('\n\n')}
})`.split('\n')
}

/** What must be reported, as `line message`. */
export function expectedOf(program: readonly string[]): readonly string[] {
  return program.flatMap((text, index) => {
    const [, comment = ''] = / \/\/ ([\w ]+)$/.exec(text) ?? []
    return comment.split(' ').flatMap((message) => (message === '' ? [] : [`${index + 1} ${message}`]))
  })
}

const worker = `import { readFileSync } from 'node:fs'
export default (name) => readFileSync(name)`

/** What all rules report, as `line message`. */
export function reportsOf(program: readonly string[]): readonly string[] {
  const files = [program.join('\n'), worker].map((text, index) =>
    extractFacts(parseSource(`/menus/src/${['server', 'print'][index]}.js`, text)),
  )
  const project = linkProject(files, '/menus', (specifier) => (specifier === './print.js' ? 1 : null))
  return findingRules
    .flatMap((rule) => rule.find(0, project, rule.defaults))
    .map(({ messageId, location: { start } }) => ({ messageId, start }))
    .sort(
      (a, b) =>
        a.start.line - b.start.line ||
        a.start.column - b.start.column ||
        a.messageId.localeCompare(b.messageId),
    )
    .map(({ messageId, start }) => `${start.line} ${messageId}`)
}

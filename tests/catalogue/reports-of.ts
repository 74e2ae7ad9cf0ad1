import { Linter } from 'eslint'
import plugin from '../../src/index.js'

/**
 * Code by module: imports, an empty line, and statements of a handler. A line ends in what must be
 * reported there: `// io fs-extra.copySync`, more than one parted by commas. What stands in
 * brackets behind it says when: `(large input)` only with `checkLargeInput`, `(first call)` never,
 * `(in name only)` with the message for what looks asynchronous; `(large input and in name only)`
 * both. Any other line must be silent.
 */
export type CallTable = Readonly<Record<string, string>>

export interface ExpectedReport {
  readonly line: number
  /** `io fs-extra.copySync` */
  readonly report: string
  readonly isInNameOnly: boolean
}

export interface MarkedReport extends ExpectedReport {
  readonly when: 'large input' | 'first call' | null
}

const kinds = new Map([
  ['I/O', 'io'],
  ['computation', 'cpu'],
  ['waiting', 'wait'],
])

/** The program around the code of a table: its statements run in a handler. */
export function programOf(code: string): string {
  const [head = '', ...body] = code.trim().split('\n\n')
  return `import serveMenus from 'express'
${head}
serveMenus().get('/menus', async (req, res) => {
${body.join('\n\n')}
})`
}

/** What the comments of a program say. */
export function markedIn(program: string): readonly MarkedReport[] {
  return program.split('\n').flatMap((text, index) => {
    const [, comment = ''] = / \/\/ ((?:io|cpu|wait) .*)$/.exec(text) ?? []
    return comment.split(', ').flatMap((part) => {
      const [, report, notes = ''] = /^(\S+ .*?)(?: \(([a-z ]+)\))?$/.exec(part) ?? []
      if (report === undefined) return []
      const when = notes.match(/large input|first call/)?.[0] as 'large input' | 'first call' | undefined
      const isInNameOnly = notes.includes('in name only')
      return [{ line: index + 1, report, isInNameOnly, when: when ?? null }]
    })
  })
}

/** What must be reported of a program, by its comments. */
export function expectedOf(program: string, checkLargeInput: boolean): readonly ExpectedReport[] {
  return markedIn(program)
    .filter(({ when }) => when === null || (when === 'large input' && checkLargeInput))
    .map(({ line, report, isInNameOnly }) => ({ line, report, isInNameOnly }))
}

/** What the rule reports of a program, as comments say it. */
export function reportsOf(program: string, checkLargeInput: boolean): readonly ExpectedReport[] {
  const messages = new Linter({ configType: 'flat' }).verify(
    program,
    {
      plugins: { 'event-loop': plugin },
      rules: { 'event-loop/no-blocking-call': ['error', { checkLargeInput }] },
      settings: { 'event-loop': { scope: 'file' } },
    },
    { filename: 'src/server.js' },
  )
  return messages.map(({ line, message }) => {
    const [, api, kind = ''] = /^`([^`]+)`.*?\((I\/O|computation|waiting)\)/.exec(message) ?? []
    if (api === undefined) throw new Error(`${message} (line ${line})`)
    const isInNameOnly = message.includes('but does its work')
    return { line, report: `${kinds.get(kind) ?? kind} ${api}`, isInNameOnly }
  })
}

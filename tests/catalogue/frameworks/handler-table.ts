import { extractFacts } from '../../../src/analysis/extract/extract-facts.js'
import { parseSource } from '../../../src/analysis/parse.js'
import { linkProject } from '../../../src/analysis/project.js'
import { findingRules } from '../../../src/findings/finding-rules.js'

/**
 * Code by module. Each `$` in it stands for a function that blocks, and hands each of its parameters to another
 * thread; `$<Request>` has types for its parameters, `show$$` is a method, `show$$(@Req())` one with decorated
 * parameters. The comment of such a line says what the framework gives it, `// request response next`, a word
 * for each parameter, or `// serving` for nothing; of the parameters, those that are objects of a request must be
 * reported. Nothing may be in a line with `// startup`.
 *
 * Braces stand for several calls alike: `menus.{get put}('/', $)`, `.on('{close error}', $)`. They follow one
 * another as a chain where the line begins with a dot.
 */
export type HandlerTable = Readonly<Record<string, string>>

const requestRoles = new Set(['request', 'response', 'context', 'socket'])
const roleWords = new Set([...requestRoles, 'next', 'error', 'data', 'other', 'serving', 'startup'])
const lineWithRoles = /^(.*?) \/\/ ([a-z ]+)$/
const placeholder = /(?<![\w$])(\w*)\$(?![\w/])(\$)?(?:<([^>$]*)>)?(?:\((@[^$]*?\))\))?/g

interface Line {
  readonly text: string
  readonly roles: readonly string[]
}

function linesOf(code: string): readonly Line[] {
  return code
    .trim()
    .split('\n')
    .map((line) => {
      const [, text = line, comment = ''] = lineWithRoles.exec(line) ?? []
      const roles = comment === '' ? [] : comment.split(' ')
      const unknown = roles.filter((role) => !roleWords.has(role))
      if (unknown.length > 0) throw new Error(`No role: ${unknown.join(' ')} (${line})`)
      if (text.search(placeholder) !== -1 !== roles.length > 0) throw new Error(`Handlers or roles missing: ${line}`)
      return { text: spellOut(text), roles }
    })
}

/**
 * Programs of a few statements each, with the declarations before them: what fails is then in few lines, and
 * what is not looked for is not linked.
 */
export function programsIn(code: string): readonly string[] {
  const paragraphs = code.trim().split('\n\n')
  const body = paragraphs.pop() ?? ''
  const declarations = paragraphs.join('\n\n')
  const statements: string[][] = []
  const inRequests: string[][] = []
  for (const line of body.split('\n')) {
    const last = statements.at(-1)
    const goesOn = /^[\s})]/.test(line) || last?.at(-1)?.startsWith('@') === true
    if (goesOn && last) last.push(line)
    else statements.push([line])
    const [receiver = ''] = line.startsWith('  .') ? (statements.at(-1) ?? []) : ['']
    if (line.endsWith(' // startup') && !/^\s*(?:export|@|\w+\$\$)/.test(line)) {
      inRequests.push(whileServing(receiver + line.trim()))
    }
  }
  statements.push(...inRequests)
  const programs: string[] = []
  for (let at = 0; at < statements.length; at += statementsInProgram) {
    const some = statements.slice(at, at + statementsInProgram).flat()
    programs.push([declarations, '', ...some].join('\n'))
  }
  return programs
}

const statementsInProgram = 6

/** A statement where whatever is handed to an unknown function runs while requests are served. */
function whileServing(statement: string): string[] {
  const [, text = statement, comment = ''] = lineWithRoles.exec(statement) ?? []
  return [`setInterval(() => { ${spellOut(text)} }) // ${comment}`]
}

/** A line without braces. */
function spellOut(text: string): string {
  const [whole = '', before = '', words = '', after = ''] =
    /^(.*?)\{([\w-]+(?: [\w-]+)*)\}(.*)$/.exec(text) ?? []
  if (whole === '') return text
  const calls = words.split(' ').map((word) => {
    const isMember = before.endsWith('.')
    return isMember && word.includes('-')
      ? `${before.slice(0, -1)}['${word}']${after}`
      : `${before}${word}${after}`
  })
  return calls.map(spellOut).join(text.trimStart().startsWith('.') ? '' : '; ')
}

/** `(passed1, passed2) => { … }` */
function handlerFor(
  roles: readonly string[],
  name: string,
  isMethod: boolean,
  types: readonly string[],
  decorators: readonly string[],
): string {
  const names = roles
    .filter((role) => role !== 'serving' && role !== 'startup')
    .map((_, index) => `passed${index + 1}`)
  const parameters = names.map((parameter, index) => {
    const decorator = decorators[index] === undefined ? '' : `${decorators[index]} `
    return decorator + parameter + (types[index] === undefined ? '' : `: ${types[index]}`)
  })
  const posts = names.map((parameter) => `otherThread.postMessage(${parameter})`)
  const arrow = isMethod ? '' : ' =>'
  return `${name}(${parameters.join(', ')})${arrow} { ${["fs.statSync('menu')", ...posts].join('; ')} }`
}

const factsOf = (text: string) => extractFacts(parseSource('/menus/src/server.ts', text))

const listOf = (text: string | undefined): readonly string[] => text?.split(', ') ?? []

function programOf(lines: readonly Line[]): readonly string[] {
  return [
    ...lines.map(({ text, roles }) =>
      text.replace(placeholder, (_, name: string, isMethod, types, decorators) =>
        handlerFor(roles, name, isMethod !== undefined, listOf(types), listOf(decorators)),
      ),
    ),
    "import fs from 'node:fs'",
    "import { BroadcastChannel } from 'node:worker_threads'",
    "const otherThread = new BroadcastChannel('menus')",
  ]
}

/** What must be reported, as `line text`, in order. */
export function expectedOf(code: string): readonly string[] {
  return linesOf(code).flatMap(({ text, roles }, index) => {
    if (roles.includes('startup')) return []
    const posted = roles.flatMap((role, at) => (requestRoles.has(role) ? [`passed${at + 1}`] : []))
    return Array.from(text.matchAll(placeholder), () =>
      ['fs.statSync', ...posted].map((reported) => `${index + 1} ${reported}`),
    ).flat()
  })
}

/** What both rules report. */
export function reportsOf(code: string): readonly string[] {
  const program = programOf(linesOf(code))
  const project = linkProject([factsOf(program.join('\n'))], '/menus', () => null)
  return findingRules
    .flatMap((rule) => rule.find(0, project, rule.defaults))
    .map(({ location: { start, end } }) => ({ start, end }))
    .sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column)
    .map(({ start, end }) => {
      const text = program[start.line - 1] ?? ''
      return `${start.line} ${text.slice(start.column - 1, end.column - 1)}`
    })
}

import { extractFacts } from '../../../src/analysis/extract/extract-facts.js'
import { parseSource } from '../../../src/analysis/parse.js'
import { linkProject } from '../../../src/analysis/project.js'
import { findingRules } from '../../../src/findings/finding-rules.js'

/**
 * Code by module. Each `$` in it stands for a function that blocks, and hands each of its parameters to another
 * thread; `$<Request>` has types for its parameters, `show$$` is a method, `show$$(@Req())` one with decorated
 * parameters. The comment of such a line says what the framework gives it, `// request response next`, a word
 * for each parameter, or `// serving` for nothing; of the parameters, those that are objects of a request must be
 * reported. Nothing may be in a line with `// startup`, and what such a function fills serves requests later on;
 * nor in one with `// off-loop`. The functions of a line with `// paced` may start a worker each time.
 *
 * Braces stand for several calls alike: `menus.{get put}('/', $)`, `.on('{close error}', $)`. They follow one
 * another as a chain where the line begins with a dot.
 */
export type HandlerTable = Readonly<Record<string, string>>

const requestRoles = new Set(['request', 'response', 'context', 'socket'])
const notes = new Set(['serving', 'startup', 'off-loop', 'paced'])
const roleWords = new Set([...requestRoles, 'next', 'error', 'data', 'other', ...notes])
const lineWithRoles = /^(.*?) \/\/ ([a-z -]+)$/
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
    if (/ \/\/ (?:startup|off-loop)$/.test(line) && !/^\s*(?:export|@|\w+\$\$)/.test(line)) {
      inRequests.push(whileServing(receiver + line.trim()))
    }
  }
  statements.push(...inRequests)
  const programs: string[] = []
  const short = statements.flatMap(linksOf)
  for (let at = 0; at < short.length; at += statementsInProgram) {
    const some = short.slice(at, at + statementsInProgram).flat()
    programs.push([declarations, '', ...some].join('\n'))
  }
  return programs
}

const statementsInProgram = 6
const callsInChain = 6

/** A long chain as several short ones, each with the last call of the whole, which shows that the others give it. */
function linksOf(statement: readonly string[]): readonly (readonly string[])[] {
  const [receiver = '', ...chain] = statement
  const last = chain.pop()
  if (last === undefined || ![...chain, last].every((line) => line.startsWith('  .'))) return [statement]
  return chain.flatMap((line) => {
    const [, before = '', words = '', after = ''] = /^(.*?)\{([\w-]+(?: [\w-]+)*)\}(.*)$/.exec(line) ?? []
    const names = words.split(' ')
    if (names.length <= callsInChain) return [[receiver, line, last]]
    return Array.from({ length: Math.ceil(names.length / callsInChain) }, (_, index) => {
      const some = names.slice(index * callsInChain, (index + 1) * callsInChain)
      return [receiver, `${before}{${some.join(' ')}}${after}`, last]
    })
  })
}

/**
 * A statement where whatever is handed to an unknown function runs while requests are served. A file with functions
 * that run off the loop does so as a whole.
 */
function whileServing(statement: string): string[] {
  const [, text = statement, comment = ''] = lineWithRoles.exec(statement) ?? []
  const besides = comment === 'off-loop' ? "; fs.statSync('menu')" : ''
  return [`setInterval(() => { ${spellOut(text)}${besides} }) // ${comment}`]
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
  const names = roles.filter((role) => !notes.has(role)).map((_, index) => `passed${index + 1}`)
  const parameters = names.map((parameter, index) => {
    const decorator = decorators[index] === undefined ? '' : `${decorators[index]} `
    return decorator + parameter + (types[index] === undefined ? '' : `: ${types[index]}`)
  })
  const posts = names.map((parameter) => `otherThread.postMessage(${parameter})`)
  const started = roles.includes('paced') ? ["new PrintThread('./print.js')"] : []
  const arrow = isMethod ? '' : ' =>'
  const statements = ["fs.statSync('menu')", ...started, ...posts]
  return `${name}(${parameters.join(', ')})${arrow} { ${statements.join('; ')} }`
}

const factsIn = (text: string) => extractFacts(parseSource('/menus/src/server.ts', text))

const listOf = (text: string | undefined): readonly string[] => text?.split(', ') ?? []

/** A program with functions at the places where code has `$`. */
export function programOf(code: string): readonly string[] {
  return [
    ...linesOf(code).map(({ text, roles }) =>
      text.replace(placeholder, (_, name: string, isMethod, types, decorators) =>
        handlerFor(roles, name, isMethod !== undefined, listOf(types), listOf(decorators)),
      ),
    ),
    "import fs from 'node:fs'",
    "import { BroadcastChannel, Worker as PrintThread } from 'node:worker_threads'",
    "const otherThread = new BroadcastChannel('menus')",
  ]
}

/**
 * The same program with functions that fill a memo of their own in the lines with `// startup`, and nothing in the
 * others; null when there are none. A timer reads the memos: whichever of them start-up does not fill is reported.
 */
export function programOfMemos(code: string): string | null {
  let memos = 0
  const lines = linesOf(code).map(({ text, roles }) =>
    text.replace(placeholder, (_, name: string, isMethod, types, decorators) => {
      const parameters = handlerFor(roles, name, isMethod !== undefined, listOf(types), listOf(decorators))
      const head = parameters.slice(0, parameters.lastIndexOf('{'))
      return roles.includes('startup') ? `${head}{ load${++memos}() }` : `${head}{}`
    }),
  )
  if (memos === 0) return null
  const numbers = Array.from({ length: memos }, (_, index) => index + 1)
  return [
    ...lines,
    "import { readFileSync } from 'node:fs'",
    ...numbers.map((n) => `let kept${n}; function load${n}() { return kept${n} ??= readFileSync('menu') }`),
    `setInterval(() => { ${numbers.map((n) => `load${n}()`).join('; ')} })`,
  ].join('\n')
}

/** What must be reported, as `line text`, in order. */
export function expectedOf(code: string): readonly string[] {
  return linesOf(code).flatMap(({ text, roles }, index) => {
    if (roles.includes('startup') || roles.includes('off-loop')) return []
    const posted = roles.flatMap((role, at) => (requestRoles.has(role) ? [`passed${at + 1}`] : []))
    return Array.from(text.matchAll(placeholder), () =>
      ['fs.statSync', ...posted].map((reported) => `${index + 1} ${reported}`),
    ).flat()
  })
}

/** What both rules report. */
export function reportsOf(code: string): readonly string[] {
  return reportsIn(programOf(code))
}

export function reportsIn(program: readonly string[]): readonly string[] {
  const project = linkProject([factsIn(program.join('\n'))], '/menus', () => null)
  return findingRules
    .flatMap((rule) => rule.find(0, project, rule.defaults))
    .map(({ location: { start, end } }) => ({ start, end }))
    .sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column)
    .map(({ start, end }) => {
      const text = program[start.line - 1] ?? ''
      return `${start.line} ${text.slice(start.column - 1, end.column - 1)}`
    })
}

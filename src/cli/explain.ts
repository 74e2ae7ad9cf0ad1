import { readSourceText } from '../analysis/index-files/source-text.js'
import { blockingCallRule } from '../findings/blocking-call-rule.js'
import type { BlockingCallOptions } from '../findings/blocking-call-options.js'
import { type CallExplanation, explainLine } from '../findings/explain-line.js'
import { formatChain } from './format-stylish.js'
import { directiveAt, PREFIX } from './inline-comments.js'
import { inlineCommentsOf } from './judge-file.js'
import { openProjects, type OpenOptions } from './open-projects.js'
import { findTargets } from './targets.js'
import { type Colors, printable, shortenPath, terminalColors } from './terminal-text.js'

/** What `check --explain --format json` prints; members may be added while `version` is 1. */
export interface LineExplanation {
  readonly version: 1
  /** Absolute path. */
  readonly file: string
  readonly line: number
  /** The blocking calls that begin on the line, or those at the column; without such a call, the others. */
  readonly calls: readonly CallExplanation[]
}

/** A place that cannot be explained: it is none, or what stands there cannot be read. */
export class BadPlaceError extends Error {}

interface Place {
  readonly path: string
  readonly line: number
  readonly column: number | null
}

/**
 * Says why calls are reported, or why not.
 * @param text `file:line` or `file:line:column`.
 * @throws BadPlaceError
 */
export const explain = (
  text: string,
  options: BlockingCallOptions,
  open: OpenOptions,
): LineExplanation => {
  const { path, line, column } = parsePlace(text)
  const [target] = findTargets([path], open.cwd)
  if (target?.type !== 'file') throw new BadPlaceError(`No file: ${path}`)
  const lines = readSourceText(target.path).text.split(/\r\n|[\n\r\u2028\u2029]/).length
  if (line > lines) throw new BadPlaceError(`${path} has ${lines} lines; there is no line ${line}.`)

  for (const { project, files, failures } of openProjects([target], open)) {
    open.progress.end()
    const [failure] = failures
    if (failure !== undefined) throw new BadPlaceError(`${path}: ${failure.error.message}`)
    const [file] = files
    if (file === undefined) continue
    const { rules, directives } = inlineCommentsOf(target.path)
    const name = PREFIX + blockingCallRule.name
    const inline = rules.get(name)
    const own = inline?.options ? { ...blockingCallRule.defaults, ...inline.options } : options
    const calls = explainLine(file, line, project, own, (place) =>
      directiveAt(name, place, directives)?.comment ?? null,
    )
    const asked = calls.filter((call) => column === null || covers(call, column))
    const blocking = asked.filter(({ api }) => api !== null)
    const said = blocking.length > 0 ? blocking : asked.length > 0 ? asked : calls
    return {
      version: 1,
      file: target.path,
      line,
      calls: inline?.isOff ? said.map((call) => switchOff(call, name)) : said,
    }
  }
  throw new BadPlaceError(`${path} is no source that can be checked.`)
}

const parsePlace = (text: string): Place => {
  const [, path, line = '', column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(text) ?? []
  if (path === undefined || Number(line) === 0 || Number(column) === 0) {
    throw new BadPlaceError(`--explain takes file:line or file:line:column, not ${JSON.stringify(text)}.`)
  }
  return { path, line: Number(line), column: column === undefined ? null : Number(column) }
}

const covers = ({ position, text }: CallExplanation, column: number): boolean =>
  position.column <= column && column <= position.column + text.length

const switchOff = (call: CallExplanation, rule: string): CallExplanation =>
  call.isReported ? { ...call, isReported: false, reason: `A comment switches ${rule} off in this file.` } : call

/** For people: each call with its reason and its chains. */
export const formatExplanation = (
  { file, line, calls }: LineExplanation,
  cwd: string,
  colors: Colors = terminalColors(),
): string => {
  const shorten = (path: string): string => shortenPath(path, cwd)
  const title = colors.underline(printable(`${shorten(file)}:${line}`))
  if (calls.length === 0) return `${title}\n${' '.repeat(10)}No call begins on this line.\n`
  const blocks = calls.map(({ position, reason, chains }) => {
    const place = colors.dim(`${position.line}:${position.column}`.padStart(8))
    const told = printable(reason.replaceAll(/(?<=[( ])\/[^():`]+(?=:\d+\))/g, shorten))
    const ways = chains.map((chain) =>
      formatChain(chain.map(({ position: at, ...step }) => ({ ...step, ...at })), shorten, colors).join('\n'),
    )
    return [`${place}  ${told}`, ways.join('\n\n')].filter((part) => part !== '').join('\n')
  })
  return `${[title, ...blocks].join('\n')}\n`
}

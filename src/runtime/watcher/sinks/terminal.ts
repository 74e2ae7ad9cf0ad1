import path from 'node:path'
import picocolors from 'picocolors'

import { isInternal, isUserSource, packageOf } from '../../stack-frames.js'
import type { StackFrame, StallReport, StallSink } from '../../types.js'
import { writeText } from '../../write-text.js'

/** How a terminal is written to. */
export interface TerminalSettings {
  readonly hasColors: boolean
  /** Paths below it are shown relative. */
  readonly workingDirectory: string
  /** Gives a file's text, or null when it cannot be read. */
  readonly readSource: (file: string) => string | null
}

/** A shorter hang is printed once, when it is over. */
const interimFromMs = 1000
const linesAround = 1

/** Reports for a person, on a file descriptor until that is closed. */
export function terminalOn(descriptor: number, settings: TerminalSettings): StallSink {
  let isOpen = true
  let shownGroup = ''
  return {
    write: (report) => {
      if (report.stillBlocked && report.durationMs < interimFromMs) return
      // What was just shown of this very place need not be shown again.
      const isBrief = report.count > 1 || report.group === shownGroup
      shownGroup = report.group
      isOpen &&= writeText(descriptor, `${formatReport(report, settings, isBrief)}\n`)
    },
  }
}

/**
 * The text of a report, without a newline at its end.
 * @param isBrief leaves out the stack, but for the line that is blamed.
 */
export function formatReport(
  report: StallReport,
  settings: TerminalSettings,
  isBrief = false,
): string {
  const colors = picocolors.createColors(settings.hasColors)
  const duration = formatDuration(report.durationMs)
  const headline = report.stillBlocked
    ? `Event loop still blocked after ${duration}`
    : `Event loop blocked for ${duration}`
  const repeat = report.count > 1 ? colors.dim(` (${describeRepeats(report)})`) : ''
  const lines = ['', colors.bold(colors.red(headline)) + describeCause(report) + repeat]

  if (report.request) {
    const { method, path: target, route } = report.request
    const pattern = route !== null && route !== target ? colors.dim(` (route ${plain(route)})`) : ''
    lines.push(`  while serving ${colors.bold(plain(`${method} ${target}`))}${pattern}`)
  }
  const waiting = report.requestsWaiting ?? 0
  if (waiting > 0) {
    const others = report.request ? 'other ' : ''
    lines.push(`  ${waiting === 1 ? `1 ${others}request` : `${waiting} ${others}requests`} waited meanwhile`)
  }
  if (report.allowance) {
    const { reason, budgetMs } = report.allowance
    const budget = budgetMs === null ? '' : ` for up to ${formatDuration(budgetMs)}`
    lines.push(`  allowed${budget}: ${plain(reason)}`)
  }
  if (isBrief && report.place) {
    const { functionName } = report.place
    const place = describePlace(report.place, settings)
    const hedge = report.blockedAt?.confidence === 'late' ? 'perhaps near ' : ''
    const name = plain(functionName || '(anonymous)')
    lines.push(`    ${hedge}${name} ${colors.cyan(place)}`)
  } else if (report.blockedAt) {
    const { frames, confidence } = report.blockedAt
    if (confidence === 'late') {
      lines.push(colors.dim('  seen too late to be sure; right after it the thread was at'))
    }
    lines.push(...formatStack(frames, settings))
  }
  // Without a line of the user's own it says nothing.
  if (report.scheduledAt?.frames.some(({ file }) => isUserSource(file)) && !isBrief) {
    lines.push(colors.dim(`  scheduled (${plain(report.scheduledAt.type)}) at`))
    lines.push(...formatStack(report.scheduledAt.frames, settings))
  }
  if (report.hint && !isBrief) {
    const { rule, remedy } = report.hint
    lines.push(`  ${plain(remedy)}${rule === null ? '' : colors.dim(` (${rule})`)}`)
  }
  if (report.omitted > 0) {
    const stalls = report.omitted === 1 ? '1 stall' : `${report.omitted} stalls`
    lines.push(colors.dim(`  ${stalls} before this one not shown`))
  }
  return lines.join('\n')
}

function describeRepeats({ count, medianMs, worstMs }: StallReport): string {
  const median = formatDuration(medianMs)
  return `${ordinal(count)} time, median ${median}, worst ${formatDuration(worstMs)}`
}

const causeTexts: Record<NonNullable<StallReport['cause']>, string> = {
  javascript: 'JavaScript',
  'sync-api': 'a synchronous call',
  'module-loading': 'loading modules',
  'garbage-collection': 'garbage collection',
  microtasks: 'microtasks that keep queueing more',
  'many-callbacks': 'many callbacks in one turn',
  starved: 'a busy machine, which gave the thread no processor',
}

function describeCause(report: StallReport): string {
  const { api, cause } = report
  if (api) {
    const { name, argument, calls, totalMs } = api
    const sum = calls > 1 ? `, ${calls} calls, ${formatDuration(totalMs)}` : ''
    return ` by ${plain(name)}${argument === null ? '' : ` ${plain(argument)}`}${sum}`
  }
  if (cause === 'garbage-collection' && report.garbageCollectionMs !== null) {
    return ` by ${causeTexts[cause]}, which took ${formatDuration(report.garbageCollectionMs)} of it`
  }
  if (cause !== null) return ` by ${causeTexts[cause]}`
  return report.blockedAt || report.request ? '' : ', by what was not seen'
}

function formatStack(frames: readonly StackFrame[], settings: TerminalSettings): string[] {
  const colors = picocolors.createColors(settings.hasColors)
  const lines: string[] = []
  const marked = frames.find(({ file }) => isUserSource(file))
  let folded: StackFrame[] = []
  let shown: StackFrame | undefined
  const unfold = (): void => {
    if (folded.length > 0) lines.push(colors.dim(`      ${describeFolded(folded)}`))
    folded = []
  }

  for (const frame of frames) {
    if (!isUserSource(frame.file) || isCallOfItself(frame, shown)) {
      folded.push(frame)
      continue
    }
    unfold()
    shown = frame
    const name = plain(frame.functionName || '(anonymous)')
    const place = describePlace(frame, settings)
    if (frame === marked) {
      lines.push(`    ${colors.red('>')} ${colors.bold(name)} ${colors.cyan(place)}`)
      lines.push(...excerpt(frame, settings))
    } else {
      lines.push(`      ${name} ${colors.dim(place)}`)
    }
  }
  unfold()
  return lines
}

/** A function that calls itself fills a stack without telling more. */
function isCallOfItself(frame: StackFrame, shown: StackFrame | undefined): boolean {
  return frame.functionName !== '' && frame.functionName === shown?.functionName && frame.file === shown.file
}

function describePlace(
  { file, line, column, isCompiled }: StackFrame,
  settings: TerminalSettings,
): string {
  const place = shorten(file, settings)
  return isCompiled
    ? `${place} (line ${line}, column ${column} of what it was compiled to)`
    : `${place}:${line}:${column}`
}

function describeFolded(frames: readonly StackFrame[]): string {
  const owners = new Set(frames.map(ownerOf))
  const count = frames.length === 1 ? '1 frame' : `${frames.length} frames`
  return plain(`(${count} of ${[...owners].join(', ')})`)
}

function ownerOf({ file, functionName, package: installed }: StackFrame): string {
  if (isInternal(file)) return 'Node.js'
  return installed ?? packageOf(file) ?? (isUserSource(file) ? functionName : 'other code')
}

function excerpt(
  { file, line, column, isCompiled }: StackFrame,
  settings: TerminalSettings,
): string[] {
  if (isCompiled) return []
  const text = settings.readSource(file)
  const source = text?.split(/\r?\n/)
  if (source === undefined || source[line - 1] === undefined) return []
  const colors = picocolors.createColors(settings.hasColors)
  const first = Math.max(1, line - linesAround)
  const last = Math.min(source.length, line + linesAround)
  const width = String(last).length
  const lines: string[] = []
  for (let number = first; number <= last; number += 1) {
    const code = plain((source[number - 1] ?? '').replaceAll('\t', ' ')).slice(0, 160)
    const gutter = `${number === line ? '>' : ' '} ${String(number).padStart(width)} | `
    lines.push(`        ${number === line ? gutter + code : colors.dim(gutter + code)}`)
    if (number === line && column <= code.length) {
      const pointer = ' '.repeat(width + 2) + ' | ' + ' '.repeat(column - 1)
      lines.push(`        ${colors.dim(pointer)}${colors.red('^')}`)
    }
  }
  return lines
}

function shorten(file: string, { workingDirectory }: TerminalSettings): string {
  if (!path.isAbsolute(file)) return plain(file)
  const relative = path.relative(workingDirectory, file)
  return plain(relative.startsWith('..') || path.isAbsolute(relative) ? file : relative)
}

/** Names and URLs come from outside; a terminal obeys what it is sent. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

function formatDuration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

function ordinal(count: number): string {
  const rest = count % 100
  const suffix = rest > 10 && rest < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${count}${suffix}`
}

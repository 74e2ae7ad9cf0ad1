import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { programsFolder, runProgram } from './run-program.mjs'

/** Programs block for at least 300 ms; what is shorter is the machine's own. */
const leastMs = 200

/** How far a duration may be from what was measured, see when-watched.mjs. */
const toleratedShare = 0.25

/** Runs a row of the table and says in words what is wrong with its reports; nothing when right. */
export async function judgeProgram(row, settings = {}) {
  const isEnough = row.stillBlocked && ((reports) => reports.some(isOurs(row)))
  const result = await runProgram(row.program, { ...settings, ...(isEnough && { isEnough }) })
  const { reports } = result
  return { mistakes: [...mistakesOfOutput(row, result), ...mistakesOfReports(row, result, settings)], reports }
}

/** What the program does must be what it does without a watchdog. */
function mistakesOfOutput(row, { exitCode, stdout, stderr }) {
  const mistakes = mistakeList()
  if (!row.stillBlocked) mistakes.expect('exit code', exitCode, row.exitCode ?? 0)
  mistakes.expect('standard output', stdout, row.output ?? '')
  if (!row.isExperimental) mistakes.expect('standard error', stderr, '')
  return mistakes.list
}

function mistakesOfReports(row, { reports, gaps }, { major = currentMajor() }) {
  const mistakes = mistakeList()
  const file = path.join(programsFolder, row.program)
  const guilty = linesMarked(file, 'guilty')
  const prepares = linesMarked(file, 'prepares')
  for (const report of reports) {
    const frame = firstUserFrame(report)
    const isTrusted = frame && report.blockedAt.confidence !== 'late'
    if (isTrusted && row.isSilent) mistakes.add(`reports ${place(frame)}`)
    if (isTrusted && frame.file === file && !guilty.includes(frame.line) && !prepares.includes(frame.line)) {
      if (report.durationMs >= leastMs) mistakes.add(`blames ${place(frame)}`)
    }
  }
  if (row.isSilent) return mistakes.list


  const ours = reports.filter(isOurs(row))
  const report = ours[0]
  if (!report) {
    const seen = reports.map(({ cause, durationMs, blockedAt }) => {
      return `${cause} ${durationMs} ms ${blockedAt ? `${place(blockedAt.frames[0])} ${blockedAt.confidence}` : ''}`
    })
    mistakes.add(`no report of the guilty line among ${reports.length}: ${seen.join('; ')}`)
    return mistakes.list
  }
  if (!row.causes.includes(report.cause)) mistakes.add(`cause is ${report.cause}`)
  const { name, argument, calls } = report.api ?? {}
  if (row.api) mistakes.expect('api', { name, argument }, row.api)
  if (row.apiName) mistakes.expect('api name', name, row.apiName)
  if (row.minimumCalls && !(calls >= row.minimumCalls)) mistakes.add(`calls are ${calls}`)
  if (row.name && !row.name.test(report.name)) mistakes.add(`name is ${report.name}`)
  // Where the machine starves the client, which is in the same process, its requests come later.
  const isQuiet = report.processorWaitMs === null || report.processorWaitMs < report.durationMs / 10
  if (row.waiting !== undefined && isQuiet) mistakes.expect('waiting requests', report.requestsWaiting, row.waiting)
  const mayBeUnknown = row.isAnyRequest || (row.isRequestAwaited && major < 24 && report.request === null)
  if (row.laterRequest) mistakes.expect('request', ours.at(-1).request, row.laterRequest)
  else if (!mayBeUnknown) mistakes.expect('request', report.request, row.request ?? null)
  if (ours.length === 1) mistakes.expect('group count', report.count, 1)

  const longest = ours.reduce((most, other) => (other.durationMs > most.durationMs ? other : most))
  const measuredMs = measuredDuring(longest, gaps.get(longest.pid) ?? [])
  if (measuredMs >= leastMs && !row.stillBlocked && longest.threadId === 0) {
    const isNear = Math.abs(longest.durationMs / measuredMs - 1) < toleratedShare
    if (!isNear) mistakes.add(`lasts ${longest.durationMs} ms, not ${Math.round(measuredMs)}`)
  }
  return mistakes.list
}

/** How long the turn took that a report is about; 0 for the first turn, which is not measured. */
function measuredDuring({ time, durationMs }, gaps) {
  const from = Date.parse(time)
  const to = from + durationMs
  const shared = (gap) => Math.min(to, gap.from + gap.ms) - Math.max(from, gap.from)
  const [most] = gaps.toSorted((a, b) => shared(b) - shared(a))
  return most && shared(most) > durationMs / 2 ? most.ms : 0
}

function mistakeList() {
  const list = []
  return {
    list,
    add: (text) => list.push(text),
    expect: (what, actual, expected) => {
      if (isDeepStrictEqual(actual, expected)) return
      list.push(`${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`)
    },
  }
}

/** Whether a report is of the stall that the program is about. */
function isOurs(row) {
  const file = path.join(programsFolder, row.program)
  const guilty = linesMarked(file, 'guilty')
  return (report) => {
    const frame = firstUserFrame(report)
    if (report.durationMs < leastMs || !frame) return false
    if (report.stillBlocked !== Boolean(row.stillBlocked)) return false
    return frame.file === file && guilty.includes(frame.line)
  }
}

/**
 * Whether this Node.js has what a program uses.
 * @param {any} row
 */
export function canRun(row, major = currentMajor()) {
  return major >= (row.since ?? 0)
}

function currentMajor() {
  return Number.parseInt(process.versions.node, 10)
}

function firstUserFrame({ blockedAt }) {
  const isUsers = ({ file }) => path.isAbsolute(file) && !/[\\/]node_modules[\\/]/.test(file)
  return blockedAt?.frames.find(isUsers)
}

/** Numbers of the lines, from 1, that a program marks with a comment of this word. */
export function linesMarked(file, mark) {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, index) => (line.includes(`// ${mark}`) ? [index + 1] : []))
}

function place({ file, line }) {
  return `${path.basename(file)}:${line}`
}

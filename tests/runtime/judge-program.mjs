import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { programsFolder, runProgram } from './run-program.mjs'

/** Programs block for at least 300 ms; what is shorter is the machine's own. */
const leastMs = 200

/** Runs a row of the table and says in words what is wrong with its reports; nothing when right. */
export async function judgeProgram(row, settings = {}) {
  const file = path.join(programsFolder, row.program)
  const result = await runProgram(row.program, {
    ...settings,
    ...(row.stillBlocked && { isEnough: (reports) => reports.some(isOurs(row)) }),
  })
  const { reports } = result
  const finished = reports.filter((report) => report.stillBlocked === Boolean(row.stillBlocked))
  const ours = finished.filter(isOurs(row))
  const mistakes = []
  const expect = (what, actual, expected) => {
    if (!isDeepStrictEqual(actual, expected)) {
      mistakes.push(`${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`)
    }
  }

  if (!row.stillBlocked) expect('exit code', result.exitCode, row.exitCode ?? 0)
  expect('standard output', result.stdout, row.output ?? '')
  expect('standard error', result.stderr, '')
  const guilty = markedLines(file)
  for (const report of reports) {
    const frame = firstUserFrame(report)
    const isTrusted = frame && report.blockedAt.confidence !== 'late'
    if (isTrusted && row.isSilent) mistakes.push(`reports ${place(frame)}`)
    if (isTrusted && frame.file === file && !guilty.includes(frame.line)) {
      if (report.durationMs >= leastMs) mistakes.push(`blames ${place(frame)}`)
    }
  }
  if (row.isSilent || row.isUnknowable) return { mistakes, reports }

  const report = ours[0]
  if (!report) {
    const seen = reports.map(({ cause, durationMs, blockedAt }) => {
      return `${cause} ${durationMs} ms ${blockedAt ? `${place(blockedAt.frames[0])} ${blockedAt.confidence}` : ''}`
    })
    mistakes.push(`no report of the guilty line among ${reports.length}: ${seen.join('; ')}`)
    return { mistakes, reports }
  }
  if (!row.causes.includes(report.cause)) mistakes.push(`cause is ${report.cause}`)
  if (row.api) {
    const { name, argument } = report.api ?? {}
    expect('api', { name, argument }, row.api)
  }
  if (row.minimumCalls && !(report.api?.calls >= row.minimumCalls)) {
    mistakes.push(`calls are ${report.api?.calls}, not at least ${row.minimumCalls}`)
  }
  if (row.apiName) expect('api name', report.api?.name, row.apiName)
  const { major = Number.parseInt(process.versions.node, 10) } = settings
  const mayBeUnknown = row.isRequestAwaited && major < 24 && report.request === null
  if (row.laterRequest) expect('request', ours.at(-1).request, row.laterRequest)
  else if (!mayBeUnknown) expect('request', report.request, row.request ?? null)
  expect('group count', report.count, ours.length === 1 ? 1 : report.count)
  return { mistakes, reports }
}

function isOurs(row) {
  const file = path.join(programsFolder, row.program)
  const guilty = markedLines(file)
  return (report) => {
    const frame = firstUserFrame(report)
    if (report.durationMs < leastMs || !frame) return false
    if (report.stillBlocked !== Boolean(row.stillBlocked)) return false
    return frame.file === file && guilty.includes(frame.line)
  }
}

function firstUserFrame({ blockedAt }) {
  const isUsers = ({ file }) => !/^node:|[\\/]node_modules[\\/]/.test(file)
  return blockedAt?.frames.find(isUsers)
}

function markedLines(file) {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, index) => (line.includes('// guilty') ? [index + 1] : []))
}

function place({ file, line }) {
  return `${path.basename(file)}:${line}`
}

// Runs the table of programs under blocked-at alone, under Sentry's native watchdog and under ours,
// and prints which of them named the line. Arguments: the Node.js major (default 24), and which
// watchdogs (default `blocked-at,native,ours`), and beginnings of the names of programs (default all).
//
// Only the line is compared, for the others know neither causes nor requests: a program counts when
// the first frame of the program in any report is on a guilty line, and one that does not block when
// no report has such a frame. Ours has to be right in everything that the table says.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { canRun, judgeProgram, linesMarked } from '../tests/runtime/judge-program.mjs'
import { programs } from '../tests/runtime/right-line-table.mjs'
import { programsFolder } from '../tests/runtime/run-program.mjs'
import { fetchNode } from './fetch-node.js'

const [major = '24', chosen = 'blocked-at,native,ours', ...names] = process.argv.slice(2)
const execPath = fetchNode(major)
const leastMs = 200
const hangMs = 10_000
const packages = path.join(tmpdir(), 'eslint-plugin-event-loop-peers')

if (!existsSync(path.join(packages, 'node_modules'))) {
  mkdirSync(packages, { recursive: true })
  const install = ['install', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund']
  execFileSync('npm', [...install, '@sentry-internal/node-native-stacktrace@0.5'], { cwd: packages })
}

/** Whether a peer, loaded by its preload, names the line of a program. */
async function isRight(preload, row) {
  const folder = mkdtempSync(path.join(tmpdir(), 'event-loop-compare-'))
  const reportsFile = path.join(folder, 'peer-reports')
  const program = path.join(programsFolder, row.program)
  const url = new URL(`compare-watchdogs/${preload}`, import.meta.url).href
  const child = spawn(execPath, ['--no-warnings', '--import', url, program], {
    cwd: folder,
    env: { PATH: process.env.PATH, COMPARED_REPORTS: reportsFile, COMPARED_PACKAGES: packages },
    stdio: 'ignore',
  })
  const patience = setTimeout(() => child.kill('SIGKILL'), row.stillBlocked ? hangMs : 60_000)
  await new Promise((resolve) => child.on('close', resolve))
  clearTimeout(patience)
  const text = existsSync(reportsFile) ? readFileSync(reportsFile, 'utf8') : ''
  rmSync(folder, { recursive: true, force: true })

  const reports = text.split('\n').filter(Boolean).map((line) => JSON.parse(line))
  const prepares = linesMarked(program, 'prepares')
  const lines = reports
    // A beat that is missing is reported before the stall is over.
    .filter(({ durationMs }) => preload.startsWith('native') || durationMs >= leastMs)
    .map(({ frames }) => frames.find(({ file }) => file === program)?.line)
    .filter((line) => !prepares.includes(line))
  if (row.isSilent) return lines.every((line) => line === undefined)
  const guilty = linesMarked(program, 'guilty')
  return lines.some((line) => guilty.includes(line))
}

const allJudges = [
  { title: 'blocked-at', judge: (row) => isRight('blocked-at-preload.mjs', row) },
  { title: 'native', judge: (row) => isRight('native-preload.mjs', row) },
  {
    title: 'ours',
    judge: async (row) => {
      const { mistakes } = await judgeProgram(row, { execPath, major: Number(major) })
      return mistakes.length === 0
    },
  },
]
const judges = allJudges.filter(({ title }) => chosen.split(',').includes(title))
const rows = programs.filter((row) => {
  const isChosen = names.length === 0 || names.some((name) => row.program.startsWith(name))
  return isChosen && canRun(row, Number(major))
})
const sums = judges.map(() => 0)
console.log(`| Program | ${judges.map(({ title }) => title).join(' | ')} |\n|---|${'---|'.repeat(judges.length)}`)
for (const row of rows) {
  const cells = []
  for (const [index, { judge }] of judges.entries()) {
    const right = await judge(row)
    if (right) sums[index] += 1
    cells.push(right ? 'yes' : '–')
  }
  console.log(`| ${row.program} | ${cells.join(' | ')} |`)
}
console.log(`| of ${rows.length} | ${sums.join(' | ')} |`)

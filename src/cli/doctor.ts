import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { arch, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { StallReport } from '../runtime/types.js'
import { judgeReports } from './doctor/judge-reports.js'
import { provokedStalls, type ProvokedStall } from './doctor/stalls.js'
import { printable, terminalColors } from './terminal-text.js'

const ALL_CAUGHT = 0
const SOME_MISSED = 1

/** Starting takes a second or two, and a stall another two. */
const patienceMs = 30_000

/**
 * Provokes one stall of each kind, each in a process of its own, and says which of them a watchdog
 * catches here.
 * @returns the exit code.
 */
export const doctor = async (): Promise<number> => {
  const colors = terminalColors()
  const write = (line: string): void => void process.stdout.write(`${line}\n`)
  write(`Node.js ${process.version} on ${platform()} ${arch()}`)
  let missed = 0
  // What is installed is not blamed, so the code that stalls must not be.
  const folder = mkdtempSync(join(tmpdir(), 'event-loop-doctor-'))
  try {
    const stalls = join(folder, 'stalls.mjs')
    copyFileSync(new URL('./doctor/stalls.js', import.meta.url), stalls)
    for (const [name, stall] of Object.entries(provokedStalls)) {
      const { reports, problem } = await provoke(name, stalls)
      const mistake = problem ?? judgeReports(stall, reports)
      if (mistake === null) {
        write(`${colors.green('caught')}  ${stall.title}${colors.dim(describe(stall, reports))}`)
      } else {
        missed += 1
        write(`${colors.red('missed')}  ${stall.title}: ${printable(mistake)}`)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const all = Object.keys(provokedStalls).length
  write(missed === 0 ? `All ${all} are caught.` : `${all - missed} of ${all} are caught.`)
  if (missed > 0) write('On a very busy machine, try again when it is less so.')
  return missed === 0 ? ALL_CAUGHT : SOME_MISSED
}

const provoke = (name: string, stalls: string): Promise<{ reports: StallReport[]; problem: string | null }> => {
  // Without what this process was started with: NODE_OPTIONS may bring a watchdog of its own.
  const env = { ...process.env }
  delete env['NODE_OPTIONS']
  const script = fileURLToPath(new URL('./doctor/provoke.js', import.meta.url))
  const child = spawn(process.execPath, [script, name, pathToFileURL(stalls).href], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const patience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  let text = ''
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (text += piece))
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ reports: [], problem: message }))
    child.on('close', (code, signal) => {
      clearTimeout(patience)
      const lines = text.split('\n').filter((line) => line !== '')
      const reports = lines.flatMap(parse)
      const other = lines.find((line) => parse(line).length === 0)
      const isOver = code === 0 || reports.length > 0
      const end = `its process ended with ${signal ?? code}${other === undefined ? '' : `: ${other}`}`
      resolve({ reports, problem: isOver ? (reports.length === 0 ? (other ?? null) : null) : end })
    })
  })
}

const parse = (line: string): StallReport[] => {
  try {
    return [JSON.parse(line) as StallReport]
  } catch {
    return []
  }
}

const describe = ({ isHang }: ProvokedStall, reports: readonly StallReport[]): string => {
  const report = reports.find(({ stillBlocked }) => stillBlocked === Boolean(isHang))
  if (!report) return ''
  const name = report.api?.name ?? report.place?.functionName ?? ''
  return `  ${Math.round(report.durationMs)} ms${name === '' ? '' : ` in ${printable(name)}`}`
}

import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const repository = fileURLToPath(new URL('../..', import.meta.url))
export const programsFolder = fileURLToPath(new URL('programs/', import.meta.url))
const dist = process.env.EVENT_LOOP_TEST_DIST ?? path.join(repository, 'dist')
export const register = path.join(dist, 'runtime', 'register.js')
export const runtime = pathToFileURL(path.join(dist, 'runtime', 'index.js')).href
const whenWatched = new URL('programs/when-watched.mjs', import.meta.url).href

/** Far above what any program takes, also on a busy machine. */
const patienceMs = 60_000

/**
 * Runs a program under the watchdog until it ends, or until `isEnough(reports)`.
 *
 * Settings: `execPath`, `flags` of Node.js instead of the preload, `parameters` of the program,
 * `environment`, `onOutput(child)` at its first output, `onError(text)` for standard error.
 *
 * @returns everything it left: reports (the lines of its stalls file), gaps, output and how it ended.
 */
export async function runProgram(file, settings = {}) {
  const { execPath = process.execPath, environment = {}, flags, isEnough } = settings
  const { parameters = [], onOutput, onError } = settings
  const folder = mkdtempSync(path.join(tmpdir(), 'event-loop-test-'))
  const stallsFile = path.join(folder, 'stalls', 'stalls.jsonl')
  const preload = flags ?? ['--import', pathToFileURL(register).href, '--import', whenWatched]
  const child = spawn(execPath, [...preload, path.resolve(programsFolder, file), ...parameters], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      EVENT_LOOP_STALLS_FILE: stallsFile,
      EVENT_LOOP_REPORT: 'none',
      EVENT_LOOP_TEST_RUNTIME: runtime,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8').on('data', (text) => (output[name] += text))
  }
  if (onOutput) child.stdout.once('data', () => onOutput(child))
  if (onError) child.stderr.on('data', onError)
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal }))
  })
  const patience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  const polling =
    isEnough &&
    setInterval(async () => {
      if (isEnough(await readReports(stallsFile))) child.kill('SIGKILL')
    }, 50)
  try {
    const { exitCode, signal } = await ended
    const reports = await readReports(stallsFile)
    return { ...output, exitCode, signal, folder, reports, gaps: readGaps(folder) }
  } finally {
    clearTimeout(patience)
    clearInterval(polling)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The long turns of each process's loop, by its number: see when-watched.mjs. */
function readGaps(folder) {
  const files = readdirSync(folder).filter((name) => name.startsWith('gaps-'))
  return new Map(files.map((name) => [Number(name.slice(5)), JSON.parse(readFileSync(path.join(folder, name), 'utf8'))]))
}

async function readReports(file) {
  const text = await readFile(file, 'utf8').catch(() => '')
  // The last line may be half written while the program runs.
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line))
}

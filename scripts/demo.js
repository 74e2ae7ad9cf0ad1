// Shows both halves on examples/express: what `check` says about its source, and what the watchdog
// says once its endpoints are called. Fails when either of them misses what the example is known to do.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** It takes about ten seconds; this is for a server that hangs. */
const LIMIT_MS = 120_000
const REPORT_LIMIT_MS = 5_000

const root = fileURLToPath(new URL('..', import.meta.url))
const main = join(root, 'dist/cli/main.js')
const example = join(root, 'examples/express')
const scratch = mkdtempSync(join(tmpdir(), 'event-loop-demo-'))
const stallsFile = join(scratch, 'stalls.jsonl')

/** What has to be found: in which file the linter, by calling what the watchdog. */
const LINTED = [
  ['invoices.ts', 'fs.readFileSync'],
  ['accounts.ts', 'crypto.pbkdf2Sync'],
  ['archives.ts', 'zlib.gzipSync'],
  ['status.ts', 'child_process.execFileSync'],
]
const CALLED = [
  ['GET', '/invoices/INV-000002', null],
  ['GET', '/invoices/template', null],
  ['GET', '/invoices/print', 'invoices.js'],
  ['POST', '/accounts/login', 'accounts.js'],
  ['GET', '/archives/ledger.json.gz', 'archives.js'],
  ['GET', '/status', 'status.js'],
  ['GET', '/reports/overdue', 'find-overdue.js'],
]

process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))
process.on('exit', () => {
  rmSync(scratch, { recursive: true, force: true })
  rmSync(join(example, 'dist'), { recursive: true, force: true })
})
setTimeout(() => {
  console.error(`The demo took longer than ${LIMIT_MS / 1000} s.`)
  process.exit(1)
}, LIMIT_MS).unref()

const newestIn = (folder) =>
  readdirSync(folder, { recursive: true }).reduce(
    (newest, name) => Math.max(newest, statSync(join(folder, name)).mtimeMs),
    0,
  )

const isBuilt = () => {
  const built = statSync(main, { throwIfNoEntry: false })
  return built !== undefined && built.mtimeMs >= newestIn(join(root, 'src'))
}

const title = (text) => console.log(`\n--- ${text}\n`)

/** Prints what `check` says, and gives what it missed. */
const checkExample = async () => {
  const args = [main, 'check', 'examples/express', '--format', 'json']
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  const result = JSON.parse(stdout)
  const { formatStylish } = await import('../dist/cli/format-stylish.js')
  console.log(formatStylish(result, root))
  const found = result.files.flatMap(({ path, findings }) =>
    findings.map(({ chain }) => [path, chain.at(-1)?.name]),
  )
  const missed = LINTED.filter(
    ([file, api]) => !found.some(([path, name]) => path.endsWith(`/${file}`) && name === api),
  ).map(([file, api]) => `check did not find ${api} in ${file}`)
  const wrong = found
    .filter(([path]) => path.endsWith('/config.ts'))
    .map(() => 'check reported what only start-up does, in config.ts')
  return [...missed, ...wrong]
}

const readStalls = () => {
  try {
    const text = readFileSync(stallsFile, 'utf8')
    // The last line may be half written while the server runs.
    const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
}

const isNamed = (file) =>
  readStalls().some(({ blockedAt }) =>
    blockedAt?.frames.some((frame) => frame.file.endsWith(`/${file}`)),
  )

const call = async (address, method, path) => {
  const options =
    method === 'POST'
      ? {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: 'ada@example.org', password: 'correct horse' }),
        }
      : { method }
  console.log(`${method} ${path}`)
  const response = await fetch(address + path, options)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`)
}

/** Calls the endpoints of the example under the watchdog, and gives what it missed. */
const watchExample = async () => {
  const server = spawn(
    process.execPath,
    [main, 'watch', '--stalls-file', stallsFile, '--', 'node', 'dist/server.js'],
    { cwd: example, env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  process.on('exit', () => server.kill())
  const ended = once(server, 'exit')
  const address = await Promise.race([
    once(createInterface(server.stdout), 'line').then(([line]) => /http:\S+/.exec(line)?.[0]),
    ended.then(([code]) => Promise.reject(new Error(`The example ended at once, with ${code}`))),
  ])

  const missed = []
  for (const [method, path, file] of CALLED) {
    await call(address, method, path)
    const deadline = Date.now() + REPORT_LIMIT_MS
    while (file !== null && !isNamed(file) && Date.now() < deadline) await sleep(20)
    if (file !== null && !isNamed(file))
      missed.push(`the watchdog did not name ${file} for ${path}`)
  }
  server.kill('SIGTERM')
  const [code, signal] = await ended
  if (code !== 0) missed.push(`the example ended with ${code ?? signal}`)
  return missed
}

if (!isBuilt())
  execFileSync(process.execPath, [join(root, 'scripts/build.js')], { stdio: 'inherit' })
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const compiling = once(spawn(process.execPath, [tsc, '-p', example], { stdio: 'inherit' }), 'exit')

title('eslint-plugin-event-loop check examples/express')
const missedByCheck = await checkExample()

const [compiled] = await compiling
if (compiled !== 0) throw new Error('The example does not compile.')
title('eslint-plugin-event-loop watch -- node dist/server.js')
const missedByWatchdog = await watchExample()

const missed = [...missedByCheck, ...missedByWatchdog]
if (missed.length > 0) {
  console.error(`\nThe demo failed:\n${missed.map((line) => `  ${line}`).join('\n')}`)
  process.exit(1)
}
const stalls = CALLED.filter(([, , file]) => file !== null).length
console.log(
  `\nBoth halves found what blocks: ${LINTED.length} calls by the linter, ` +
    `${stalls} endpoints by the watchdog.`,
)

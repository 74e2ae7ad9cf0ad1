// The field exam: checks real servers and compares the findings with what somebody who read them says.
// Fetches the published ones from npm once, and fails below the precision or the recall that we promise.
//   npm run field -- [--checkouts <folder>] [name of a server ...]
// Repositories are read from <folder>/<owner>/<name> and left out when they are not there. Needs a build.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, realpath, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { readServers } from '../tests/field/read-servers.js'
import { addScores, ratesOf, scorePlaces } from '../tests/field/score.js'

const LEAST_PRECISION = 0.95
const LEAST_RECALL = 0.9
const LARGEST_OUTPUT = 256 * 1024 * 1024

const run = promisify(execFile)
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const cache = join(tmpdir(), 'event-loop-field')
const { values: options, positionals: wanted } = parseArgs({
  options: { checkouts: { type: 'string' } },
  allowPositionals: true,
})

/** The folder that holds a server, fetched if need be; null for a repository that is not at hand. */
async function folderOf({ server, version }) {
  if (version === undefined) {
    const checkout = join(options.checkouts ?? '', server)
    return options.checkouts !== undefined && existsSync(checkout) ? checkout : null
  }
  const folder = join(cache, `${server.replace('/', '+')}@${version}`)
  if (!existsSync(folder)) await fetchPackage(`${server}@${version}`, folder)
  return folder
}

/** Unpacks a package without running anything of it. */
async function fetchPackage(name, folder) {
  await mkdir(cache, { recursive: true })
  const scratch = await mkdtemp(join(cache, 'fetching-'))
  try {
    await run('npm', ['pack', '--silent', name], { cwd: scratch })
    await run('sh', ['-c', 'mkdir package && tar -xzf *.tgz -C package --strip-components=1'], {
      cwd: scratch,
    })
    await rename(join(scratch, 'package'), folder)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** What `check` with the recommended rules reports. */
async function reportsIn(folder, { folders }) {
  const argv = [main, 'check', '--format', 'json', ...folders]
  const { stdout, stderr } = await run(process.execPath, argv, {
    cwd: folder,
    maxBuffer: LARGEST_OUTPUT,
  }).catch((error) => error)
  if (!stdout?.startsWith('{')) throw new Error(`check says nothing: ${stderr}`)
  return JSON.parse(stdout).files.flatMap(({ path, findings }) =>
    findings
      .filter(({ rule }) => rule === 'event-loop/no-blocking-call')
      .map(({ line, chain }) => ({
        file: relative(folder, path).split(sep).join('/'),
        line,
        api: chain.find(({ type }) => type === 'blocking')?.name ?? '',
      })),
  )
}

const columns = [40, 8, 9, 7, 7, 7, 10, 7]
const print = (...cells) =>
  console.log(cells.map((cell, index) => String(cell).padEnd(columns[index] ?? 0)).join(''))
const percent = (share) => (share === null ? '-' : share.toFixed(3))

function printScore(name, places, score) {
  const { precision, recall } = ratesOf(score)
  const { found, missed, wrong, silent } = score
  print(
    name,
    places,
    found + missed.length,
    found,
    missed.length,
    wrong.length,
    percent(precision),
    percent(recall),
  )
  return { precision, recall, silent }
}

const scored = []
let places = 0
print('server', 'places', 'serving', 'found', 'missed', 'wrong', 'precision', 'recall')
for (const server of readServers()) {
  if (wanted.length > 0 && !wanted.includes(server.server)) continue
  const name = `${server.server}@${server.version ?? server.commit.slice(0, 10)}`
  const folder = await folderOf(server)
  if (folder === null) {
    print(name, 'not at hand')
    continue
  }
  // Findings name real paths.
  const reports = await reportsIn(await realpath(folder), server)
  const score = scorePlaces(server.places, reports)
  scored.push({ name, score })
  places += server.places.length
  printScore(name, server.places.length, score)
}
const total = addScores(scored.map(({ score }) => score))
const { precision, recall } = printScore('all', places, total)

for (const { name, score } of scored) {
  for (const [what, mistakes] of [
    ['missed', score.missed],
    ['wrong ', score.wrong],
  ]) {
    for (const { file, line, api, reason } of mistakes) {
      console.log(`${what}  ${name}  ${file}:${line}  ${api}  ${reason}`)
    }
  }
}
if (precision === null || recall === null || precision < LEAST_PRECISION || recall < LEAST_RECALL) {
  console.error(`Below precision ${LEAST_PRECISION} or recall ${LEAST_RECALL}.`)
  process.exitCode = 1
}

// Proves the catalogue on the Node.js that runs this script: what it lists exists, what ends in
// `Sync` is listed, and what it says blocks always did its work before the call returned. Needs a
// build; `node scripts/probe-catalogue.js [--verbose]`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { allBlockingApis, allLeftOut } from '../dist/catalogue/index.js'

// Looking at every module of Node.js warns of the deprecated and the experimental ones.
process.removeAllListeners('warning')

const { values: options } = parseArgs({ options: { verbose: { type: 'boolean' } } })
const runner = fileURLToPath(new URL('probe-calls/run.js', import.meta.url))
const syncNamesScript = fileURLToPath(new URL('probe-calls/sync-names.js', import.meta.url))
const major = Number(process.versions.node.split('.')[0])
const supported = [20, 22, 24, 26]

/** Entries for which no call is made, and why. */
const unprobed = new Map([
  ['node:crypto#X509Certificate.prototype.checkPrivateKey', 'needs a certificate'],
  ['node:crypto#X509Certificate.prototype.verify', 'needs a certificate'],
  ['node:crypto#parsePKCS12', 'needs a key store'],
  ['node:ffi#DynamicLibrary.prototype.getFunction', 'needs a native library'],
  ['node:ffi#dlopen', 'needs a native library'],
  ['node:inspector#waitForDebugger', 'waits for a person'],
  ['node:module#flushCompileCache', 'needs a compile cache'],
  ['node:process#dlopen', 'needs a native library'],
  ['node:sqlite#DatabaseSync.prototype.loadExtension', 'needs a native library'],
  ['node:v8#getHeapSnapshot', 'takes seconds'],
  ['node:v8#takeCoverage', 'needs NODE_V8_COVERAGE'],
  ['node:v8#writeHeapSnapshot', 'takes seconds'],
])

const idOf = ({ module, path }) => `${module}#${path}`

function isExpected({ nodeVersions, platforms }) {
  return (
    (nodeVersions === undefined || nodeVersions.includes(major)) &&
    (platforms === undefined || platforms.includes(process.platform))
  )
}

function valueAt(object, path) {
  return path.split('.').reduce((value, name) => value?.[name], object)
}

function exists({ module, path }) {
  if (module !== 'global') return valueAt(process.getBuiltinModule(module), path) !== undefined
  if (path === 'require' || path === 'require.resolve' || path === 'import.meta.resolve')
    return true
  return valueAt(globalThis, path) !== undefined
}

/**
 * Functions of Node.js whose names end in `Sync`, with every flag of the catalogue that this
 * Node.js knows: some modules exist behind one only.
 */
function syncNames(flags) {
  const known = flags.filter((flag) => process.allowedNodeEnvironmentFlags.has(flag))
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--no-warnings', ...known, syncNamesScript],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The child process failed.\n${stderr}`)
  return JSON.parse(stdout)
}

/** Makes the calls in a child process; `traced` names those that --trace-sync-io warned of. */
function runCalls(entries, flags) {
  const asked = entries.map(({ id, api }) => ({
    id,
    takesCallback: ['no-callback', 'size'].includes(api.when?.type),
  }))
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--no-warnings', '--trace-sync-io', ...flags, runner, JSON.stringify(asked)],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  if (status !== 0) throw new Error(`The child process failed.\n${stderr}`)
  const traced = new Set()
  let running = null
  for (const line of stderr.split('\n')) {
    const [, mark, id] = /^(begin|end) (.*)$/.exec(line) ?? []
    if (mark !== undefined) running = mark === 'begin' ? id : null
    else if (running !== null && line.includes('Detected use of sync API')) traced.add(running)
  }
  return { made: JSON.parse(stdout), traced }
}

const failures = []
const apis = allBlockingApis().map((entry) => ({ ...entry, id: idOf(entry) }))
const expected = apis.filter(({ api }) => isExpected(api))

// A catalogue that knows the majors of today says nothing of those between and after them.
if (supported.includes(major)) {
  for (const entry of apis) {
    if (!isExpected(entry.api) && entry.api.flag === undefined && exists(entry)) {
      failures.push(`${entry.id} exists on this Node.js, and the catalogue says that it does not.`)
    }
  }
}

const listed = new Set([...apis, ...allLeftOut()].map(idOf))
const isListed = (entry) => listed.has(idOf(entry)) || listed.has(`${entry.module}#*`)
const flags = new Set(apis.flatMap(({ api }) => api.flag ?? []))
const syncExports = syncNames([...flags])
for (const { module, path } of syncExports) {
  if (!isListed({ module, path })) {
    failures.push(`${module} exports ${path}, which the catalogue lacks.`)
  }
}

const alwaysBlocks = ({ api: { when } }) =>
  when === undefined || ['no-callback', 'size', 'timeout'].includes(when.type)
const byFlag = new Map()
for (const entry of expected.filter(alwaysBlocks)) {
  if (unprobed.has(entry.id)) continue
  const flag = entry.api.flag ?? ''
  byFlag.set(flag, [...(byFlag.get(flag) ?? []), entry])
}

const results = new Map()
const traced = new Set()
for (const [flag, entries] of byFlag) {
  const { made, traced: names } = runCalls(entries, flag === '' ? [] : [flag])
  for (const result of made) results.set(result.id, result)
  for (const name of names) traced.add(name)
}

for (const { id, outcome } of results.values()) {
  const isProven = outcome === 'done' || (outcome === 'returned' && traced.has(id))
  if (!isProven) failures.push(`${id} was not seen to block: ${outcome}.`)
  if (options.verbose)
    console.log(`${isProven ? 'ok  ' : 'FAIL'} ${id} ${traced.has(id) ? 'traced' : outcome}`)
}

for (const { id, api } of expected) {
  const withCallback = results.get(id)?.withCallback ?? null
  if (withCallback === null) continue
  const isHeeded = api.when.nodeVersions?.includes(major) ?? true
  const isTraced = traced.has(`${id} with a callback`)
  if (isHeeded ? withCallback !== 'called' || isTraced : withCallback !== 'ignored') {
    failures.push(`${id} with a callback: ${withCallback}${isTraced ? ', and it blocks' : ''}.`)
  }
}

// A class that no module exports shows its methods only to a call.
for (const entry of expected) {
  const wasCalled = ['done', 'returned'].includes(results.get(entry.id)?.outcome)
  if (!wasCalled && entry.api.flag === undefined && !exists(entry)) {
    failures.push(`${entry.id} does not exist on this Node.js.`)
  }
}

const seenInTrace = [...results.keys()].filter((id) => traced.has(id))
console.log(
  `Node.js ${process.versions.node}: ${expected.length} blocking APIs, ` +
    `${results.size} called (${seenInTrace.length} of them seen by --trace-sync-io), ` +
    `${expected.filter(({ id }) => unprobed.has(id)).length} cannot be called here, ` +
    `${expected.filter((entry) => !alwaysBlocks(entry)).length} block on a condition; ` +
    `${syncExports.length} exports end in Sync; ` +
    `${failures.length} failures.`,
)
for (const failure of failures) console.error(failure)
process.exitCode = failures.length > 0 ? 1 : 0

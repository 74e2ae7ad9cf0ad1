// Runs in a child process of probe-catalogue.js, under --trace-sync-io: makes one small call of
// each API that it is asked for, each in a turn of the loop of its own. Marks on stderr tell the
// parent which warnings belong to which call; stdout says whether the work was done when the call
// returned.
import fs from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { callbackCalls, cryptoCalls } from './crypto.js'
import { fileSystemCalls } from './fs.js'
import { runtimeCalls } from './runtime.js'
import { scratch } from './scratch.js'
import { sqliteCalls } from './sqlite.js'
import { zlibCalls } from './zlib.js'

const calls = new Map(
  Object.entries({
    ...fileSystemCalls,
    ...cryptoCalls,
    ...zlibCalls,
    ...sqliteCalls,
    ...runtimeCalls,
  }),
)

/** Makes a call between marks, and keeps it apart from what was done to prepare it. */
async function markedCall(id, call) {
  await setImmediate()
  process._rawDebug(`begin ${id}`)
  try {
    return call()
  } finally {
    process._rawDebug(`end ${id}`)
  }
}

async function outcomeOf(id) {
  const prepare = calls.get(id)
  if (prepare === undefined) return 'no call'
  const prepared = await prepare()
  const [call, isDone] = Array.isArray(prepared) ? prepared : [prepared, null]
  // The check comes in the same turn: what a promise would bring is not there yet. Both are
  // wrapped, since returning a promise from an async function would wait for it.
  const { isFinished } = await markedCall(id, () => {
    const result = call()
    return { isFinished: isDone === null ? null : isDone(result) }
  })
  if (isFinished === null) return 'returned'
  return isFinished ? 'done' : 'not done'
}

/** `called` when the callback came, `ignored` when the result was returned instead. */
async function outcomeWithCallback(id) {
  let resolve
  const called = new Promise((resolved) => (resolve = resolved))
  const call = callbackCalls[id](resolve)
  const { returned } = await markedCall(`${id} with a callback`, () => ({ returned: call() }))
  if (returned !== undefined) return 'ignored'
  await called
  return 'called'
}

const results = []
for (const { id, takesCallback } of JSON.parse(process.argv[2])) {
  const outcome = await outcomeOf(id).catch((error) => `threw ${error}`)
  const withCallback = takesCallback
    ? await outcomeWithCallback(id).catch((error) => `threw ${error}`)
    : null
  results.push({ id, outcome, withCallback })
}
console.log(JSON.stringify(results))
fs.rmSync(scratch, { recursive: true, force: true })

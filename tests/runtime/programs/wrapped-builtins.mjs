import assert from 'node:assert/strict'
import childProcess, { execFileSync } from 'node:child_process'
import fs, { readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'

const required = createRequire(import.meta.url)('fs')
const originals = { readFileSync, realpathSync, execFileSync }
const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)

const errorOf = () => {
  try {
    readFileSync('/nowhere/at/all')
  } catch (error) {
    return error
  }
}
const before = errorOf()
const watchdog = watchEventLoop({ report: 'none', stallsFile: '' })
const after = errorOf()

assert.notEqual(readFileSync, originals.readFileSync, 'named imports see the wrapper')
assert.equal(fs.readFileSync, readFileSync)
assert.equal(required.readFileSync, readFileSync)
assert.equal(childProcess.execFileSync, execFileSync)
assert.equal(readFileSync.name, 'readFileSync')
assert.equal(readFileSync.length, originals.readFileSync.length)
assert.equal(realpathSync.native, originals.realpathSync.native)
assert.equal(realpathSync.native('/'), '/')
assert.deepEqual(Object.keys(fs).sort(), Object.keys(required).sort())
assert.equal(after.code, 'ENOENT')
assert.equal(after.message, before.message)
const shape = (error) => error.stack.replaceAll(/:\d+:\d+/g, '')
assert.equal(shape(after), shape(before))
assert.deepEqual(Object.getOwnPropertyDescriptor(after, 'message'), {
  ...Object.getOwnPropertyDescriptor(before, 'message'),
})
assert.throws(() => execFileSync('false'), { status: 1 })
assert.throws(() => fs.readSync('no descriptor'), { code: 'ERR_INVALID_ARG_TYPE' })

const mock = () => 'mock'
fs.existsSync = mock
watchdog.stop()
assert.equal(readFileSync, originals.readFileSync, 'named imports see the original again')
assert.equal(fs.existsSync, mock, 'what somebody else has replaced since stays')
console.log('all right')

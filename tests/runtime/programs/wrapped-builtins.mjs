import assert from 'node:assert/strict'
import childProcess, { execFileSync } from 'node:child_process'
import fs, { readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import v8, { deserialize } from 'node:v8'
import vm from 'node:vm'

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
/** Stacks of errors of builtins, `depth` calls below this one: deeper than they reach, too. */
const stacksAt = (depth) => {
  if (depth > 0) return stacksAt(depth - 1)
  return [
    () => readFileSync('/nowhere/at/all'),
    () => JSON.parse('{'),
    () => JSON.parse('[1]', () => assert.fail('reviver')),
    () => new vm.Script('a loaf'),
    () => structuredClone(() => {}),
    () => Buffer.concat('loaf'),
  ].map((run) => {
    try {
      return run()
    } catch (error) {
      return error.stack.replaceAll(/:\d+:\d+/g, '')
    }
  })
}
const stacksBefore = [0, 5, 20].map(stacksAt)
const before = errorOf()
const watchdog = watchEventLoop({ report: 'none', stallsFile: '' })
const after = errorOf()

assert.notEqual(readFileSync, originals.readFileSync, 'named imports see the wrapper')
assert.equal(fs.readFileSync, readFileSync)
assert.equal(required.readFileSync, readFileSync)
assert.equal(childProcess.execFileSync, execFileSync)
assert.equal(readFileSync.name, 'readFileSync')
assert.equal(readFileSync.length, originals.readFileSync.length)
assert.equal(realpathSync.native.length, originals.realpathSync.native.length)
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

assert.deepEqual([0, 5, 20].map(stacksAt), stacksBefore)
assert.equal(JSON.parse.name, 'parse')
assert.equal(JSON.parse.length, 2)
assert.deepEqual(JSON.parse(`[${'1,'.repeat(50_000)}1]`, (key, value) => value).slice(0, 2), [1, 1])
assert.equal(JSON.stringify({ loaf: 1 }, null, 1), '{\n "loaf": 1\n}')
assert.deepEqual(deserialize(v8.serialize({ loaf: 1 })), { loaf: 1 })
assert.equal(Buffer.from('loaf').toString('hex'), '6c6f6166')
class Recipe extends vm.Script {
  name = 'loaf'
}
const recipe = new Recipe('6 * 7', { filename: 'recipe.js' })
assert.equal(recipe instanceof vm.Script && recipe instanceof Recipe && recipe.name, 'loaf')
assert.equal(recipe.runInThisContext(), 42)
assert.equal(vm.Script.name, 'Script')
assert.throws(() => vm.Script('1'), TypeError)
assert.throws(() => new JSON.parse('1'), /JSON\.parse is not a constructor/)
assert.equal((await promisify(childProcess.execFile)('echo', ['loaf'])).stdout, 'loaf\n')

const mock = () => 'mock'
fs.existsSync = mock
watchdog.stop()
assert.equal(readFileSync, originals.readFileSync, 'named imports see the original again')
assert.match(Function.prototype.toString.call(JSON.parse), /native code/)
assert.match(Function.prototype.toString.call(Buffer.prototype.toString), /^function toString\(/)
assert.equal(fs.existsSync, mock, 'what somebody else has replaced since stays')
console.log('all right')

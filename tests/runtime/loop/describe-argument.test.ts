import { describe, expect, it } from 'vitest'

import { describeArgument } from '../../../src/runtime/loop/describe-argument.js'
import type { JournalledApi } from '../../../src/runtime/loop/journalled-apis.js'

const api = (module: string, path: string): JournalledApi => ({ module, path, gate: 'always' })

describe('the argument of a call', () => {
  it.each<[string, string, readonly unknown[], string | null]>([
    ['fs', 'readFileSync', ['/etc/hosts'], '/etc/hosts'],
    ['fs', 'readFileSync', [new URL('file:///srv/a%20b')], '/srv/a b'],
    ['fs', 'readFileSync', [Buffer.from('/srv')], '/srv'],
    ['fs', 'readSync', [5], 'file descriptor 5'],
    ['fs', 'readFileSync', [undefined], null],
    ['child_process', 'execSync', ['git log --author=me'], 'git'],
    ['child_process', 'execSync', ['TOKEN=secret A=1 curl https://x'], 'curl'],
    ['child_process', 'execSync', ['"/opt/my tool" --key=1'], '/opt/my tool'],
    ['child_process', 'execSync', ['cat<secret.txt'], 'cat'],
    ['child_process', 'execSync', ['TOKEN=secret'], null],
    ['child_process', 'execSync', [''], null],
    ['child_process', 'spawnSync', ['convert', ['--secret']], 'convert'],
    ['child_process', 'spawnSync', [null], null],
    ['crypto', 'pbkdf2Sync', ['password', 'salt', 600_000, 32, 'sha512'], '600000 iterations'],
    ['crypto', 'scryptSync', ['password', 'salt', 64], null],
    ['crypto', 'generateKeyPairSync', ['rsa', {}], 'rsa'],
    ['crypto', 'generatePrimeSync', [2048], '2048 bits'],
    ['crypto', 'hash', ['sha256', 'secret'], '6 characters'],
    ['crypto', 'Hash.prototype.update', [new Uint8Array(9)], '9 bytes'],
    ['crypto', 'createPrivateKey', ['-----BEGIN'], null],
    ['zlib', 'gzipSync', ['hello'], '5 characters'],
    ['zlib', 'gzipSync', [new Uint16Array(4)], '8 bytes'],
    ['global', 'JSON.parse', ['{"token":1}'], '11 characters'],
    ['global', 'Atomics.wait', [new Int32Array(1), 0, 0, 250], '250 ms'],
    ['global', 'Atomics.wait', [new Int32Array(1), 0, 0], 'no timeout'],
    ['buffer', 'Buffer.concat', [[new Uint8Array(2), new Uint8Array(3)]], '5 bytes'],
    ['worker_threads', 'Worker.prototype.postMessage', [{ card: 1 }], null],
    ['v8', 'writeHeapSnapshot', ['/tmp/heap'], '/tmp/heap'],
    ['v8', 'deserialize', [new Uint8Array(3)], '3 bytes'],
    ['sqlite', 'DatabaseSync.prototype.exec', ["DELETE FROM users\n WHERE mail = 'a''b' -- me"], 'DELETE FROM users WHERE mail = ?'],
    ['sqlite', 'DatabaseSync.prototype.exec', ['select "x" from t2 /* 12 */ limit 20'], 'select ? from t2 limit ?'],
    ['sqlite', 'DatabaseSync.prototype.exec', ["insert into t values ('cut off"], 'insert into t values (?'],
  ])('%s.%s(%j): %s', (module, path, parameters, expected) => {
    expect(describeArgument(api(module, path), parameters)).toBe(expected)
  })

  it('of a prepared statement is its source', () => {
    const statement = { sourceSQL: 'SELECT * FROM orders WHERE id = 7' }
    const all = api('sqlite', 'StatementSync.prototype.all')
    expect(describeArgument(all, ['secret'], statement)).toBe('SELECT * FROM orders WHERE id = ?')
  })
})

it('is nothing when describing it throws', () => {
  const hostile = {
    get byteLength(): number {
      throw new Error('not to be read')
    },
  }
  expect(describeArgument(api('zlib', 'gzipSync'), [hostile])).toBeNull()
})

import { describe, expect, it } from 'vitest'

import { describeArgument } from '../../../src/runtime/loop/describe-argument.js'
import type { Builtin } from '../../../src/runtime/loop/wrap-builtins.js'

describe('the argument of a call', () => {
  it.each<[Builtin['module'], string, unknown, string | null]>([
    ['fs', 'readFileSync', '/etc/hosts', '/etc/hosts'],
    ['fs', 'readFileSync', new URL('file:///srv/a%20b'), '/srv/a b'],
    ['fs', 'readFileSync', Buffer.from('/srv'), '/srv'],
    ['fs', 'readSync', 5, 'file descriptor 5'],
    ['fs', 'readFileSync', undefined, null],
    ['child_process', 'execSync', 'git log --author=me', 'git'],
    ['child_process', 'execSync', 'TOKEN=secret A=1 curl https://x', 'curl'],
    ['child_process', 'execSync', '"/opt/my tool" --key=1', '/opt/my tool'],
    ['child_process', 'execSync', 'cat<secret.txt', 'cat'],
    ['child_process', 'execSync', 'TOKEN=secret', null],
    ['child_process', 'execSync', '', null],
    ['child_process', 'spawnSync', 'convert', 'convert'],
    ['child_process', 'spawnSync', null, null],
    ['crypto', 'pbkdf2Sync', 'password', null],
    ['crypto', 'scryptSync', 'password', null],
    ['crypto', 'generateKeyPairSync', 'rsa', 'rsa'],
    ['zlib', 'gzipSync', 'hello', '5 characters'],
    ['zlib', 'gzipSync', new Uint16Array(4), '8 bytes'],
  ])('%s.%s(%j): %s', (module, name, argument, expected) => {
    expect(describeArgument({ module, name }, [argument, 'password'])).toBe(expected)
  })
})

it('is nothing when describing it throws', () => {
  const hostile = {
    get byteLength(): number {
      throw new Error('not to be read')
    },
  }
  expect(describeArgument({ module: 'zlib', name: 'gzipSync' }, [hostile])).toBeNull()
})

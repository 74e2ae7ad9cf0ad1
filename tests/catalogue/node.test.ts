import { describe, expect, test } from 'vitest'
import { allBlockingApis, allLeftOut, lookupApi } from '../../src/catalogue/index.js'
import type { BlockingApi } from '../../src/catalogue/types.js'
import { alternativeAt, exportAt, isOfUnexportedClass, major } from './node-exports.js'

const isHere = ({ nodeVersions, flag, platforms }: BlockingApi) =>
  (nodeVersions?.includes(major) ?? true) &&
  flag === undefined &&
  (platforms?.includes(process.platform) ?? true)

describe('what the catalogue lists of Node.js', () => {
  const here = allBlockingApis().filter(({ api }) => isHere(api))

  test.each(here.filter(({ path }) => !isOfUnexportedClass(path)))(
    '$module#$path exists',
    ({ module, path }) => {
      expect(exportAt(module, path)).toBeTypeOf('function')
    },
  )

  test.each(here.filter(({ api, path }) => api.instead && !isOfUnexportedClass(path)))(
    '$module#$path has the alternative $api.instead',
    async ({ api }) => {
      expect(await alternativeAt(api.instead ?? '')).toBeTypeOf('function')
    },
  )

  test.each(['node:fs', 'node:crypto', 'node:child_process', 'node:zlib'])(
    'no function of %s that ends in Sync is missing',
    (specifier) => {
      const module = process.getBuiltinModule(specifier) as unknown as Record<string, unknown>
      const names = Object.keys(module).filter(
        (name) => name.endsWith('Sync') && typeof module[name] === 'function',
      )
      const leftOut = new Set(
        allLeftOut().flatMap(({ module, path }) => (module === specifier ? [path] : [])),
      )
      const missing = names.filter(
        (name) => lookupApi(specifier, name)?.blocking === undefined && !leftOut.has(name),
      )
      expect(names.length).toBeGreaterThan(2)
      expect(missing).toEqual([])
    },
  )

  test('lists enough to be useful', () => {
    const count = (name: string) => allBlockingApis().filter(({ module }) => module === name).length
    expect(count('node:fs')).toBeGreaterThanOrEqual(48)
    expect(count('node:crypto')).toBeGreaterThanOrEqual(50)
    expect(count('node:zlib')).toBeGreaterThanOrEqual(12)
    expect(count('node:child_process')).toBe(3)
  })

  test('says nothing twice: what is left out is not listed', () => {
    const listed = new Set(allBlockingApis().map(({ module, path }) => `${module}#${path}`))
    const both = allLeftOut().filter(({ module, path }) => listed.has(`${module}#${path}`))
    expect(both).toEqual([])
  })

  test.each(allLeftOut())('$module#$path is left out with a reason', ({ reason }) => {
    expect(reason).toMatch(/^\S.*[^.]$/)
  })

  test.each([
    ['node:crypto', 'randomInt'],
    ['node:crypto', 'randomUUID'],
    ['node:crypto', 'getRandomValues'],
    ['node:process', 'exit'],
    ['node:process', 'abort'],
    ['node:process', 'execve'],
    ['node:child_process', 'spawn'],
    ['node:child_process', 'exec'],
    ['node:child_process', 'execFile'],
    ['node:child_process', 'fork'],
    ['node:worker_threads', 'Worker'],
    ['node:os', 'cpus'],
    ['node:os', 'hostname'],
    ['node:inspector', 'Session.prototype.post'],
    ['node:perf_hooks', 'Performance.prototype.timerify'],
    ['global', 'console.log'],
    ['global', 'eval'],
  ])('%s#%s is not taken for blocking, and the reason is given', (module, path) => {
    expect(lookupApi(module, path)?.blocking).toBeUndefined()
    expect(allLeftOut()).toContainEqual({ module, path, reason: expect.any(String) as string })
  })
})

describe('when an API blocks', () => {
  test.each([
    ['node:crypto', 'sign', 3],
    ['node:crypto', 'verify', 4],
    ['node:crypto', 'diffieHellman', 1],
    ['node:crypto', 'encapsulate', 1],
    ['node:crypto', 'decapsulate', 2],
  ])('%s#%s does not with a callback at %i', (module, path, position) => {
    expect(lookupApi(module, path)?.blocking?.when).toMatchObject({ type: 'no-callback', position })
  })

  test.each(['randomBytes', 'pseudoRandomBytes', 'prng', 'rng'])('%s does from a megabyte on, not with a callback', (path) => {
    const when = { type: 'size', argument: 0, noticedFrom: 1_048_576, callback: 1 }
    expect(lookupApi('node:crypto', path)?.blocking?.when).toEqual(when)
  })

  test('only later versions heed the callback of diffieHellman', () => {
    expect(lookupApi('node:crypto', 'diffieHellman')?.blocking?.when).toMatchObject({
      nodeVersions: [24, 26],
    })
  })

  test('Atomics.wait has its timeout as the fourth argument', () => {
    expect(lookupApi('global', 'Atomics.wait')?.blocking).toEqual({
      kind: 'wait',
      cost: 'high',
      when: { type: 'timeout', argument: 3 },
      instead: 'global#Atomics.waitAsync',
      sleeps: { milliseconds: 3 },
    })
  })

  test.each([
    ['global', 'JSON.parse'],
    ['global', 'JSON.stringify'],
    ['global', 'structuredClone'],
    ['node:crypto', 'createHash'],
    ['node:crypto', 'Hash.prototype.update'],
    ['node:crypto', 'hash'],
    ['node:crypto', 'randomFillSync'],
    ['node:crypto', 'hkdfSync'],
    ['node:crypto', 'generateKeySync'],
    ['node:zlib', 'crc32'],
    ['node:buffer', 'Buffer.concat'],
    ['node:util', 'inspect'],
    ['node:v8', 'deserialize'],
    ['node:worker_threads', 'Worker.prototype.postMessage'],
    ['node:module', 'stripTypeScriptTypes'],
  ])('%s#%s only does on large input', (module, path) => {
    expect(lookupApi(module, path)?.blocking?.when).toEqual({ type: 'large-input' })
  })

  test.each([
    ['global', 'require'],
    ['node:module', 'createRequire'],
  ])('%s#%s only does the first time', (module, path) => {
    expect(lookupApi(module, path)?.blocking?.when).toEqual({ type: 'first-call' })
  })

  test.each([
    ['node:fs', 'readFileSync', 'io', 'node:fs/promises#readFile'],
    ['node:fs', 'realpathSync.native', 'io', 'node:fs#realpath.native'],
    ['node:fs', 'readSync', 'io', 'node:fs/promises#FileHandle.read'],
    ['node:child_process', 'execSync', 'io', 'node:child_process#exec'],
    ['node:crypto', 'pbkdf2Sync', 'cpu', 'node:crypto#pbkdf2'],
    ['node:zlib', 'brotliCompressSync', 'cpu', 'node:zlib#brotliCompress'],
    ['node:sqlite', 'StatementSync.prototype.all', 'io', undefined],
  ])('%s#%s always does', (module, path, kind, instead) => {
    const blocking = lookupApi(module, path)?.blocking
    expect(blocking).toMatchObject({ kind })
    expect(blocking?.when).toBeUndefined()
    expect(blocking?.instead).toBe(instead)
  })
})

import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { allBlockingApis, allLeftOut } from '../../src/catalogue/index.js'
import { packageFamilies } from '../../src/catalogue/packages.js'
import type { BlockingApi } from '../../src/catalogue/types.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
let copy: string

beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'probe-test-'))
  cpSync(path.join(root, 'scripts'), path.join(copy, 'scripts'), { recursive: true })
  writeFileSync(path.join(copy, 'package.json'), '{ "type": "module" }')
})

afterEach(() => rmSync(copy, { recursive: true, force: true }))

interface Row {
  module: string
  path: string
  api: BlockingApi
}

const asBuilt: readonly Row[] = allBlockingApis()

/** Runs a script against a catalogue in which a few things are not as they should be. */
function run(script: string, apis: readonly Row[], ...options: string[]) {
  const folder = path.join(copy, 'dist/catalogue')
  cpSync(path.join(root, 'dist/catalogue'), folder, { recursive: true })
  writeFileSync(
    path.join(folder, 'index.js'),
    `export const allBlockingApis = () => (${JSON.stringify(apis)})
     export const allLeftOut = () => (${JSON.stringify(allLeftOut())})`,
  )
  writeFileSync(
    path.join(folder, 'packages.js'),
    `export const packageFamilies = (${JSON.stringify(packageFamilies)})`,
  )
  const file = path.join(copy, 'scripts', script)
  return spawnSync(process.execPath, [file, ...options], { encoding: 'utf8' })
}

const row = (module: string, path: string, api: BlockingApi): Row => ({ module, path, api })

describe('the probe', { timeout: 60_000 }, () => {
  test('finds the catalogue right on this Node.js', () => {
    const { status, stdout, stderr } = run('probe-catalogue.js', asBuilt)
    expect(stderr).toBe('')
    expect(stdout).toContain('; 0 failures.')
    expect(status).toBe(0)
  })

  test('reports what is missing, made up, of other versions, or not seen to block', () => {
    const wrong = [
      ...asBuilt.filter(
        ({ module, path }) =>
          module !== 'node:fs' ||
          !['readvSync', 'Dir.prototype.readSync', 'statSync'].includes(path),
      ),
      row('node:fs', 'statSync', { kind: 'io', cost: 'low', nodeVersions: [] }),
      row('node:fs', 'readFilesSync', { kind: 'io', cost: 'low', when: { type: 'large-input' } }),
      row('node:os', 'hostname', { kind: 'io', cost: 'low' }),
      row('node:crypto', 'randomBytes', {
        kind: 'cpu',
        cost: 'low',
        when: { type: 'no-callback', nodeVersions: [] },
      }),
    ]
    const { status, stderr } = run('probe-catalogue.js', wrong)
    expect(stderr.trim().split('\n').sort()).toEqual([
      'node:crypto#randomBytes with a callback: called.',
      'node:fs exports Dir.prototype.readSync, which the catalogue lacks.',
      'node:fs exports readvSync, which the catalogue lacks.',
      'node:fs#readFilesSync does not exist on this Node.js.',
      'node:fs#statSync exists on this Node.js, and the catalogue says that it does not.',
      'node:os#hostname was not seen to block: no call.',
    ])
    expect(status).toBe(1)
  })
})

describe('the probe of packages', () => {
  test('looks at exports, default exports and instances', () => {
    const folder = path.join(copy, 'scripts/probe-packages')
    const menus = path.join(folder, 'node_modules/menus')
    mkdirSync(menus, { recursive: true })
    writeFileSync(path.join(menus, 'package.json'), '{ "main": "menus.cjs" }')
    writeFileSync(
      path.join(menus, 'menus.cjs'),
      `class Menu { cookSync() {} get soup() { throw new Error('no soup') } }
       module.exports = Object.assign((name) => new Menu(), { Menu, price: 1, list: { sync() {} } })
       console.log('menus are loaded')`,
    )
    const returns = { default: 'Kitchen', Menu: 'Kitchen' }
    const outcomes = {
      default: 'function',
      'list.sync': 'function',
      price: 'number',
      listSync: 'undefined',
      'Menu.prototype.cookSync': 'function',
      'Kitchen.prototype.cookSync': 'function',
      'Kitchen.prototype.cook': 'undefined',
      'Menu.prototype.soup': 'property',
      'Cook.prototype.cookSync': 'no instance',
    }
    const claims = Object.keys(outcomes).map((wanted) => ({ path: wanted, returns }))
    const { stdout } = spawnSync(
      process.execPath,
      [path.join(folder, 'check-exports.mjs'), 'menus', JSON.stringify(claims)],
      { encoding: 'utf8', cwd: folder },
    )
    const [, answer = ''] = /^answer:(.*)$/m.exec(stdout) ?? []
    expect(JSON.parse(answer)).toEqual({
      results: Object.entries(outcomes).map(([wanted, outcome]) => ({ path: wanted, outcome })),
    })
  })
})

describe('the page', () => {
  const page = () => path.join(copy, 'docs/blocking-apis.md')

  test('is written once, and then has nothing to change', () => {
    mkdirSync(path.join(copy, 'docs'))
    expect(run('update-docs.js', asBuilt, '--check').status).toBe(1)
    expect(run('update-docs.js', asBuilt).status).toBe(0)
    expect(run('update-docs.js', asBuilt, '--check')).toMatchObject({ status: 0, stderr: '' })
    const text = readFileSync(page(), 'utf8')
    expect(text).toContain(
      '| `readFileSync` | I/O | high | always | `readFile` of `node:fs/promises` | all |',
    )
    expect(text).toContain('| `Hash#update` | computation | medium | in proportion to its input |')
    expect(text).toContain('| without a callback, in proportion to its argument 1 | `randomBytes` | all |')
    expect(text).toContain(
      '| `terser` | `minify` | computation | high | always, although it returns a promise | a worker thread |',
    )
  })

  test('that differs is reported', () => {
    mkdirSync(path.join(copy, 'docs'))
    run('update-docs.js', asBuilt)
    const { status, stderr } = run('update-docs.js', asBuilt.slice(1), '--check')
    expect(stderr).toContain('docs/blocking-apis.md does not say what src/catalogue says')
    expect(status).toBe(1)
  })

  test('in the repository says what the catalogue says', () => {
    mkdirSync(path.join(copy, 'docs'))
    run('update-docs.js', asBuilt)
    expect(readFileSync(path.join(root, 'docs/blocking-apis.md'), 'utf8')).toBe(
      readFileSync(page(), 'utf8'),
    )
  })
})

import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'

import { PackageVersions } from '../../../src/runtime/watcher/package-version.js'

const root = mkdtempSync(path.join(tmpdir(), 'event-loop-packages-'))
afterAll(() => rmSync(root, { recursive: true }))

const install = (folder: string, manifest: string): void => {
  mkdirSync(path.join(root, folder), { recursive: true })
  writeFileSync(path.join(root, folder, 'package.json'), manifest)
}
install('node_modules/router', '{ "version": "2.2.0" }')
install('node_modules/router/node_modules/@paths/match', '{ "version": "8.4.1" }')
install('node_modules/broken', '{ "version": ')

it.each([
  ['src/server.js', null],
  ['node_modules/router/lib/layer.js', 'router@2.2.0'],
  ['node_modules/router/node_modules/@paths/match/index.js', '@paths/match@8.4.1'],
  ['node_modules/broken/index.js', 'broken'],
  ['node_modules/missing/index.js', 'missing'],
])('%s is of %s', (file, label) => {
  expect(new PackageVersions().of(path.join(root, file))).toBe(label)
})

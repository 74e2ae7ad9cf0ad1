import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isLauncher } from '../../src/runtime/is-launcher.js'
import { makeFolder } from '../cli/run-cli.js'

test.each([
  ['/usr/local/lib/node_modules/npm/bin/npm-cli.js', true],
  ['/usr/local/lib/node_modules/npm/bin/npx-cli.js', true],
  ['/usr/local/lib/node_modules/npm/node_modules/node-gyp/bin/node-gyp.js', true],
  ['/usr/share/nodejs/npm/bin/npm-cli.js', true],
  ['/home/ada/.cache/node/corepack/v1/pnpm/9.1.0/bin/pnpm.cjs', true],
  ['/srv/shop/.yarn/releases/yarn-4.1.0.cjs', true],
  ['/srv/shop/node_modules/tsx/dist/cli.mjs', true],
  ['/srv/shop/node_modules/.pnpm/nodemon@3.1.0/node_modules/nodemon/bin/nodemon.js', true],
  ['/srv/shop/node_modules/@nestjs/cli/bin/nest.js', true],
  ['C:\\shop\\node_modules\\@nestjs\\cli\\bin\\nest.js', true],
  ['/srv/shop/node_modules/next/dist/bin/next', false],
  ['/srv/shop/node_modules/vite/bin/vite.js', false],
  ['/srv/shop/node_modules/verdaccio/bin/verdaccio', false],
  ['/srv/npm/server.js', false],
  ['/srv/shop/src/yarn-prices.js', false],
  [undefined, false],
])('%s', (mainScript, expected) => {
  expect(isLauncher(mainScript)).toBe(expected)
})

test('a link in node_modules/.bin leads to the package', () => {
  const folder = makeFolder({ 'node_modules/nodemon/bin/nodemon.js': '' })
  mkdirSync(join(folder, 'node_modules/.bin'))
  const link = join(folder, 'node_modules/.bin/nodemon')
  symlinkSync('../nodemon/bin/nodemon.js', link)
  expect(isLauncher(link)).toBe(true)
})

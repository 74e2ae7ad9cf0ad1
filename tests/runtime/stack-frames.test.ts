import { expect, it } from 'vitest'

import { isUserCode, packageOf } from '../../src/runtime/stack-frames.js'

it.each([
  ['/app/src/oven.ts', true],
  ['file:///app/src/oven.ts', true],
  ['webpack://bakery/./src/oven.ts', true],
  ['node:internal/timers', false],
  ['/app/node_modules/express/index.js', false],
  ['file:///app/node_modules/.vite-temp/vite.config.js.timestamp-1-a.mjs', true],
  ['C:\\app\\node_modules\\express\\index.js', false],
  ['turbopack:///[turbopack]/nodejs/runtime/runtime-base.ts', false],
  ['webpack://bakery/webpack/bootstrap', false],
])('%s is the user’s own: %s', (url, expected) => {
  expect(isUserCode(url)).toBe(expected)
})

it.each([
  ['/app/node_modules/@acme/oven/index.js', '@acme/oven'],
  ['/app/node_modules/a/node_modules/b/lib/x.js', 'b'],
  ['/app/src/oven.js', null],
])('%s belongs to the package %s', (file, name) => {
  expect(packageOf(file)).toBe(name)
})

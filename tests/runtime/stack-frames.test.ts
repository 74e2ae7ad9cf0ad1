import { expect, it } from 'vitest'

import { isUserCode, isUserSource, nameOfScript, packageOf, parseStackLine } from '../../src/runtime/stack-frames.js'

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
  ['/app/.next/dev/server/chunks/[turbopack]_runtime.js', false],
  ['/app/.next/server/webpack-runtime.js', false],
  ['/app/.next/dev/server/vendor-chunks/next.js', false],
  ['/app/.next/server/vendor-chunks/next.js', false],
  ['/app/src/vendor-chunks/oven.js', true],
  // Maps may lead on from here.
  ['/app/.next/dev/server/chunks/oven.js', true],
])('%s is the user’s own: %s', (url, expected) => {
  expect(isUserCode(url)).toBe(expected)
})

it.each([
  ['/app/src/oven.ts', true],
  ['/app/.next/dev/server/app/page.js', false],
  ['C:\\app\\.next\\dev\\server\\app\\page.js', false],
  ['/app/.next/server/app/page.js', true],
  ['/app/node_modules/express/index.js', false],
])('where maps lead no further, %s is the user’s own: %s', (file, expected) => {
  expect(isUserSource(file)).toBe(expected)
})

it.each([
  ['/app/node_modules/@acme/oven/index.js', '@acme/oven'],
  ['/app/node_modules/a/node_modules/b/lib/x.js', 'b'],
  ['/app/src/oven.js', null],
])('%s belongs to the package %s', (file, name) => {
  expect(packageOf(file)).toBe(name)
})

it.each([
  ['file:///app/src/oven.js', 'file:///app/src/oven.js'],
  ['data:text/javascript,const%20secret%20=%2042', 'data:text/javascript,…'],
  ['data:text/javascript;base64,Y29uc3Q=', 'data:text/javascript,…'],
  ['data:,const%20secret%20=%2042', 'data:,…'],
  [`data:${'secret'.repeat(20)}`, 'data:,…'],
])('the script %s is named %s', (url, expected) => {
  expect(nameOfScript(url)).toBe(expected)
})

it('the name of a script is short in stacks, too', () => {
  expect(parseStackLine('    at bake (data:text/javascript,bake():3:7)')).toMatchObject({
    functionName: 'bake',
    url: 'data:text/javascript,…',
    line: 3,
    column: 7,
  })
})

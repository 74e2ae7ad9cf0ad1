import { expect, it } from 'vitest'

import { pathOf } from '../../../src/runtime/loop/request-context.js'

it.each([
  ['/a/b?c=d#e', '/a/b'],
  ['/a#b', '/a'],
  ['/?', '/'],
  ['*', '*'],
  ['http://user:password@host/a?b', '/a'],
  ['/a\n?b', '/a\n'],
  ['', ''],
])('the path of %j is %j', (url, expected) => {
  expect(pathOf(url)).toBe(expected)
})

import { expect, it } from 'vitest'
import { pathOf, readRequestText, writeRequestText } from '../../src/runtime/request-text.js'
import { createSharedMemory, readText, Text, writeText } from '../../src/runtime/shared-memory.js'

function write(method: string, route: string | null, target: string): string {
  const memory = createSharedMemory()
  // What was there before must not be seen behind what is written, nor what lies next to it be touched.
  writeText(memory, Text.request, '#'.repeat(1600))
  writeText(memory, Text.argument, 'a'.repeat(512))
  writeText(memory, Text.caller, '[]')
  writeRequestText(memory, method, route, target)
  expect([readText(memory, Text.argument), readText(memory, Text.caller)]).toEqual(['a'.repeat(512), '[]'])
  return readText(memory, Text.request)
}

it.each([
  ['with a route', 'GET', '/menu/:id', '/menu/7', '/menu/7'],
  ['without one', 'POST', null, '/orders', '/orders'],
  ['with a query', 'GET', '/menu', '/menu?token=1#a', '/menu'],
  ['with a fragment', 'GET', null, '/menu#top?a', '/menu'],
  ['with a long query', 'GET', null, `/menu?${'a'.repeat(2000)}`, '/menu'],
  ['with a question mark in its route', 'GET', '/menu{/:id}?', '/menu/7?a', '/menu/7'],
  ['of the whole server', 'OPTIONS', null, '*', '*'],
  ['with its origin, and who asks', 'GET', null, 'http://user:password@host/a?b', '/a'],
  ['not ASCII', 'GET', '/k\u00e4se/:id', '/k%C3%A4se/7?a', '/k%C3%A4se/7'],
  ['beyond the basic plane', 'GET', null, '/\u{1F35E}?a', '/\u{1F35E}'],
  ['of forty characters', 'GET', null, `/${'a'.repeat(34)}`, `/${'a'.repeat(34)}`],
  ['of forty-one characters', 'GET', null, `/${'a'.repeat(35)}?b`, `/${'a'.repeat(35)}`],
  ['with a route of fifty characters', 'GET', `/${'a'.repeat(49)}`, '/b?c', '/b'],
  ['of a thousand characters', 'GET', null, `/${'a'.repeat(999)}?b`, `/${'a'.repeat(999)}`],
  // No parser lets it in, but any program can make a request up.
  ['with a line break', 'GET', null, '/a\n/b', '/a\n/b'],
  ['without anything', '', null, '', ''],
])('a request %s is written in three lines and read from them, without its query', (_, method, route, target, path) => {
  const text = write(method, route, target)
  expect(text).toBe([method, route ?? '', path].join('\n'))
  expect(readRequestText(text)).toEqual({ method, route, path })
})

it('of a path that is too long for its place, the beginning is kept', () => {
  expect(write('GET', null, `/${'a'.repeat(4000)}`)).toBe(`GET\n\n/${'a'.repeat(1530)}`)
})

it('no text is no request', () => {
  expect(readRequestText('')).toBeNull()
})

it.each([
  ['/a/b?c=d#e', '/a/b'],
  ['/a#b', '/a'],
  ['/a#b?c', '/a'],
  ['/?', '/'],
  ['*', '*'],
  ['http://user:password@host/a?b', '/a'],
  ['/a\n?b', '/a\n'],
  ['', ''],
])('the path of %j is %j', (url, expected) => {
  expect(pathOf(url)).toBe(expected)
})

import { expect, it } from 'vitest'
import { readRequestText, requestLines } from '../../src/runtime/request-text.js'

it.each([
  [{ method: 'GET', path: '/menu/7', route: '/menu/:id' }, 'GET\n/menu/:id\n/menu/7'],
  [{ method: 'POST', path: '/orders', route: null }, 'POST\n\n/orders'],
  // No parser lets it in, but any program can make a request up.
  [{ method: 'GET', path: '/a\n/b', route: null }, 'GET\n\n/a\n/b'],
])('%j is written in three lines and read from them', (request, text) => {
  expect(requestLines(request).join('\n')).toBe(text)
  expect(readRequestText(text)).toEqual(request)
})

it('no text is no request', () => {
  expect(readRequestText('')).toBeNull()
})

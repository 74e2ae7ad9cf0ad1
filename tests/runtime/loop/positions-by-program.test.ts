import { afterEach, expect, it } from 'vitest'

import { positionByProgram } from '../../../src/runtime/loop/positions-by-program.js'

const frame = { functionName: 'bake', url: 'file:///app/oven.ts', line: 40, column: 7, functionLine: 38 }

const ours = Error.prepareStackTrace
afterEach(() => {
  if (ours) Error.prepareStackTrace = ours
  else delete (Error as Partial<ErrorConstructor>).prepareStackTrace
})

it('is what the program says', () => {
  // As source-map-support does it: a copy of the site, with other answers.
  Error.prepareStackTrace = (error, sites) => {
    const lines = sites.map((site) => {
      const names = Object.getOwnPropertyNames(Object.getPrototypeOf(site)) as (keyof NodeJS.CallSite)[]
      const copy = Object.fromEntries(names.map((name) => [name, () => (site[name] as () => unknown).call(site)]))
      copy['getLineNumber'] = () => 4
      return `    at ${String(copy['getFunctionName']?.())} (${String(copy['getFileName']?.())}:${String(copy['getLineNumber']?.())}:${String(copy['getColumnNumber']?.())})`
    })
    return [String(error), ...lines].join('\n')
  }
  expect(positionByProgram(frame)).toMatchObject({ functionName: 'bake', url: 'file:///app/oven.ts', line: 4, column: 7 })
})

it.each<[string, typeof Error.prepareStackTrace | undefined]>([
  ['has no stack traces of its own', undefined],
  ['leaves the frame as it is', (error, sites) => [String(error), ...sites.map((site) => `    at ${String(site)}`)].join('\n')],
  ['gives something else', (_, sites) => sites],
  ['throws', () => { throw new Error('no') }],
])('is unknown when the program %s', (_, prepare) => {
  if (prepare) Error.prepareStackTrace = prepare
  else delete (Error as Partial<ErrorConstructor>).prepareStackTrace
  expect(positionByProgram(frame)).toBeNull()
})

import { describe, expect, it } from 'vitest'

import { builtins } from '../../../src/catalogue/builtins.js'
import { journalledApis, leftOut } from '../../../src/runtime/loop/journalled-apis.js'

const blocking = builtins.flatMap(({ specifiers, blocking: apis }) => {
  const module = specifiers[0]?.replace('node:', '')
  return Object.keys(apis ?? {}).map((path) => `${module}#${path}`)
})
const journalled = journalledApis.map(({ module, path }) => `${module}#${path}`)

describe('the journal', () => {
  it.each(blocking)('knows of %s', (api) => {
    const isNoted = journalled.includes(api)
    expect({ isNoted, isLeftOut: Object.hasOwn(leftOut, api) }).toEqual({ isNoted, isLeftOut: !isNoted })
  })

  it('has nothing that the catalogue lacks, and nothing twice', () => {
    expect([...journalled, ...Object.keys(leftOut)].filter((api) => !blocking.includes(api))).toEqual([])
    expect(new Set(journalled).size).toBe(journalled.length)
  })
})

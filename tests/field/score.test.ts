import { describe, expect, test } from 'vitest'
import { addScores, ratesOf, scorePlaces } from './score.js'

const menu = { file: 'src/menu.ts', line: 4, api: 'fs.readFileSync', verdict: 'serving' } as const
const oven = { file: 'src/oven.ts', line: 9, api: 'crypto.pbkdf2Sync', verdict: 'serving' } as const
const opening = { file: 'src/open.ts', line: 2, api: 'fs.existsSync', verdict: 'harmless' } as const
const token = { file: 'src/token.ts', line: 3, api: 'crypto.randomBytes', verdict: 'brief' } as const
const cellar = { file: 'src/cellar.ts', line: 7, api: 'fs.statSync', verdict: 'harmless' } as const

describe('scorePlaces', () => {
  test('tells what was found, missed, wrongly reported and rightly left out', () => {
    const places = [menu, oven, opening, cellar]
    expect(scorePlaces(places, [menu, opening])).toEqual({
      found: 1,
      missed: [oven],
      wrong: [opening],
      silent: 1,
    })
  })

  test('takes a report of what is brief for a wrong one, and silence for right', () => {
    expect(scorePlaces([token], [token])).toEqual({ found: 0, missed: [], wrong: [token], silent: 0 })
    expect(scorePlaces([token], [])).toEqual({ found: 0, missed: [], wrong: [], silent: 1 })
  })

  test('counts no report at a place that nobody has labelled', () => {
    const elsewhere = [
      { ...menu, line: 5 },
      { ...menu, file: 'src/menus.ts' },
    ]
    expect(scorePlaces([cellar], elsewhere)).toEqual({ found: 0, missed: [], wrong: [], silent: 1 })
  })

  test('keeps two calls on a line apart, by the last part of their names', () => {
    const stored = { ...menu, api: 'fs.existsSync', verdict: 'serving' } as const
    for (const api of ['fs-extra.readFileSync', 'fs-extra.Menus#readFileSync', 'readFileSync']) {
      const { found, missed } = scorePlaces([menu, stored], [{ ...menu, api }])
      expect({ found, missed }).toEqual({ found: 1, missed: [stored] })
    }
  })
})

describe('addScores', () => {
  test('puts the servers together', () => {
    const kitchen = { found: 3, missed: [menu], wrong: [], silent: 1 }
    const bar = { found: 2, missed: [oven], wrong: [opening], silent: 4 }
    expect(addScores([kitchen, bar])).toEqual({
      found: 5,
      missed: [menu, oven],
      wrong: [opening],
      silent: 5,
    })
  })
})

describe('ratesOf', () => {
  test('divides what was found by what was reported and by what is there', () => {
    const score = { found: 3, missed: [menu], wrong: [opening, cellar], silent: 0 }
    expect(ratesOf(score)).toEqual({ precision: 0.6, recall: 0.75 })
  })

  test('has no rate where nothing was reported or nothing is there', () => {
    expect(ratesOf({ found: 0, missed: [], wrong: [], silent: 2 })).toEqual({
      precision: null,
      recall: null,
    })
    expect(ratesOf({ found: 0, missed: [oven], wrong: [], silent: 0 })).toEqual({
      precision: null,
      recall: 0,
    })
  })
})

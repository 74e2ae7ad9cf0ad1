import { describe, expect, it } from 'vitest'

import { keepLastMatch } from '../../../src/runtime/loop/keep-last-match.js'

const names = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'] as const
const others = ['input', 'lastMatch', 'lastParen', 'leftContext', 'rightContext'] as const

/** What a program reads after a match: copied at once, for every further match changes it. */
const statics = (): readonly string[] => [...names, ...others].map((name) => RegExp[name])

describe('what RegExp says of the last match', () => {
  it.each<[string, RegExp, string]>([
    ['a group', /berth (\d+)/, 'the berth 42 is free'],
    ['no group', /berth/, 'the berth 42 is free'],
    ['an empty match', /(?:)/, 'berth'],
    ['a group that took no part', /(a)|(b)/, 'xby'],
    ['a group that is empty', /b(x*)(e)(y*)/, 'berth'],
    ['nine groups', /(.)(.)(.)(.)(.)(.)(.)(.)(.)/, 'harbourmaster'],
    ['more than nine groups', /(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)/, 'harbourmaster'],
    ['what looks ahead', /har(?=bour(master))/, 'the harbourmaster'],
    ['what looks behind', /(?<=(har)bour)master/, 'the harbourmaster'],
    ['characters that expressions give a meaning to', /\((.*)\)/, 'f($^.*+?[]{}|/\\)\n'],
    ['several lines', /^(b.*)$/m, 'a\nberth 1\nc'],
    ['a surrogate pair', /(🚢)./u, 'a 🚢🚢'],
    ['a repeated text', /(?:a)(b)/, 'b ab ab'],
  ])('stays: %s', (_name, expression, text) => {
    expression.exec(text)
    const before = statics()
    expression.exec(text)
    keepLastMatch(() => /(o)(ther)/.exec('another'))
    expect(statics()).toEqual(before)
  })

  it('stays when the work throws', () => {
    const kept = (): string => {
      ;/berth (\d+)/.exec('berth 42')
      try {
        return keepLastMatch(() => {
          'other'.replace(/(o)/, '')
          throw new Error('no room')
        })
      } catch {
        return RegExp.$1
      }
    }
    expect(kept()).toBe('42')
  })

  it('is not touched when the work matches nothing', () => {
    ;/berth (\d+)/.exec('berth 42')
    RegExp.input = 'written by the program'
    keepLastMatch(() => /x/.test('berth'))
    const [first, input] = [RegExp.$1, RegExp.input]
    expect([first, input]).toEqual(['42', 'written by the program'])
  })
})

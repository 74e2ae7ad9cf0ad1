import { describe, expect, it } from 'vitest'

import { hasTerminalColors } from '../../src/runtime/terminal-colors.js'

describe('colours on standard error', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ TERM: 'dumb' }, true, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
  ])('%j, terminal %s: %s', (environment, isTerminal, expected) => {
    expect(hasTerminalColors(environment, isTerminal)).toBe(expected)
  })
})

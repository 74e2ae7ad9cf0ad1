import { Linter } from 'eslint'
import { expect, it } from 'vitest'
import { findingsOfSourceCode } from '../../src/findings/findings-of-source.js'
import plugin from '../../src/index.js'

const code = `
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
createServer((request, response) => response.end(load()))
const load = () => readFileSync('a')`

function run(text: string): Linter {
  const linter = new Linter({ configType: 'flat' })
  linter.verify(text, [plugin.configs['flat/recommended']], { filename: 'server.js' })
  return linter
}

it('keeps the chain that a message has no room for', () => {
  const findings = findingsOfSourceCode(run(code).getSourceCode() as never)
  expect(findings).toHaveLength(1)
  const [finding] = findings
  expect(finding?.rule).toBe('no-blocking-call')
  expect(finding?.confidence).toBe('certain')
  expect(finding?.location.start).toEqual({ line: 5, column: 20 })
  expect(finding?.chain.map(({ type, name, position }) => ({ type, name, ...position }))).toEqual([
    { type: 'entry', name: 'HTTP request', line: 4, column: 14 },
    { type: 'call', name: 'load', line: 4, column: 50 },
    { type: 'blocking', name: 'fs.readFileSync', line: 5, column: 20 },
  ])
})

it('has nothing for a source that no rule has seen', () => {
  const linter = new Linter({ configType: 'flat' })
  linter.verify(code, [], { filename: 'server.js' })
  expect(findingsOfSourceCode(linter.getSourceCode() as never)).toEqual([])
})

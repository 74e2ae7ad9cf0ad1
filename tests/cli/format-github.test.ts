import { expect, test } from 'vitest'
import { formatGithub } from '../../src/cli/format-github.js'
import { makeFinding, makeResult } from './result-of.js'

const linesOf = (text: string): string[] => text.split('\n')

test('a finding is a command with its place, its rule and its chain', () => {
  const result = makeResult(makeFinding(), makeFinding({ confidence: 'likely', endLine: 14 }))
  const [first, second] = linesOf(formatGithub(result, '/'))
  const chain =
    'It blocks.%0AGET /invoices/:id (srv/routes.js:4)%0A→ render (srv/routes.js:6)' +
    '%0A→ fs.readFileSync (srv/templates.js:12)'
  expect(first).toBe(
    `::error file=srv/templates.js,line=12,col=5,endLine=12,endColumn=9,title=event-loop/no-blocking-call::${chain}`,
  )
  expect(second).toBe(
    `::warning file=srv/templates.js,line=12,col=5,endLine=14,title=event-loop/no-blocking-call::${chain}`,
  )
})

test('escapes what would end a property or the command', () => {
  const headline = 'Half, 50%: of\r\nit.'
  const rule = 'a,b:c'
  const lines = linesOf(formatGithub(makeResult(makeFinding({ api: null, headline, rule })), '/srv'))
  expect(lines).toEqual([
    '::error file=templates.js,line=12,col=5,endLine=12,endColumn=9,title=a%2Cb%3Ac::Half, 50%25: of%0D%0Ait.',
    '::error file=bad%2C 100%25.ts,line=1,col=9,title=Parsing error::Parsing error: Unexpected {.',
    '::error file=bad%2C 100%25.ts,title=File not readable::Cannot be read: EACCES: permission denied.',
    '1 finding; 2 files checked, 2 errors.',
    '',
  ])
})

import { describe } from 'vitest'
import { testMarkedLines } from './marked-lines.js'

const handler = (statements: string, before = ''): string => `
import fs from 'node:fs'
import express from 'express'
import { allowBlocking } from 'eslint-plugin-event-loop/runtime'
${before}
express().get('/menu', async (req, res) => {
${statements}
})
`

describe('what runs inside of allowBlocking', () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'is not reported, nor is what only it reaches',
      code: handler(
        `allowBlocking('two kilobytes', () => fs.readFileSync('menu'))
  await allowBlocking('rare', { budgetMs: 50 }, async () => { load() })
  allowBlocking('small', load)`,
        `function load() { return parse(fs.readFileSync('menu')) }
function parse(text) { return fs.statSync(text) }`,
      ),
    },
    {
      title: 'is reported where another chain gets there',
      code: handler(
        `allowBlocking('rare', () => load())
  load()`,
        `function load() { return fs.readFileSync('menu') } // !`,
      ),
    },
    {
      title: 'does not excuse its neighbours',
      code: handler(`allowBlocking(fs.readFileSync('reason'), () => 1) // !
  fs.statSync('menu') // !`),
    },
    {
      title: 'counts only by that import',
      code: handler(
        `excuse('rare', () => fs.readFileSync('menu')) // !`,
        `import { allowBlocking as excuse } from 'some-other-package'`,
      ),
    },
    {
      title: 'is not reported as likely either',
      code: `
import fs from 'node:fs'
import { allowBlocking } from 'eslint-plugin-event-loop/runtime'
export const load = () => allowBlocking('rare', async () => fs.readFileSync('menu'))
export const other = async () => fs.readFileSync('menu') // !`,
      options: { confidence: 'likely' },
    },
  ])
})

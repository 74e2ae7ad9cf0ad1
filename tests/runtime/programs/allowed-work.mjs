// What its first parameter says: work that `allowBlocking` accepts, or not.
import { execFileSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

const { allowBlocking } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)

function renderYearbook(ms) {
  const end = Date.now() + ms
  while (Date.now() < end) Math.random()
}

const works = {
  'within budget': () => allowBlocking('once a year', { budgetMs: 2000 }, () => renderYearbook(400)),
  'beyond budget': () => allowBlocking('once a year', { budgetMs: 200 }, () => renderYearbook(400)),
  'hang beyond budget': () => allowBlocking('once a year', { budgetMs: 200 }, () => renderYearbook(1500)),
  'hang without budget': () => allowBlocking('once a year', () => renderYearbook(1500)),
  'after await': () =>
    allowBlocking('once a year', async () => {
      await setTimeout(20)
      renderYearbook(400)
    }),
  'command after await': () =>
    allowBlocking('once a year', async () => {
      await setTimeout(20)
      execFileSync('sleep', ['0.4'])
    }),
  'beside it': async () => {
    const pending = allowBlocking('once a year', () => setTimeout(1000))
    await setTimeout(20)
    renderYearbook(400)
    await pending
  },
  'after it': async () => {
    await allowBlocking('once a year', () => setTimeout(20))
    renderYearbook(400)
  },
}

await setTimeout(50)
await works[process.argv[2]]()

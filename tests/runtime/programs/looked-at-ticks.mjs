// Callbacks of process.nextTick go on running although the thread is looked at all the time, Node's own code included.
import { Worker } from 'node:worker_threads'

const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
const watchdog = watchEventLoop({ origins: 'never', report: 'none', stallsFile: '' })
const looker = new Worker(
  `const { Session } = require('node:inspector')
  const { parentPort } = require('node:worker_threads')
  const session = new Session()
  session.connectToMainThread()
  let looks = 0
  const expression = "globalThis[Symbol.for('eslint-plugin-event-loop.watchdog')].snapshot()"
  const look = () => {
    session.post('Runtime.evaluate', { expression, returnByValue: true }, (error, answer) => {
      // The session has been ended meanwhile.
      if (error) return
      looks += answer.result.value?.includes('"frames"') ? 1 : 0
      timer = setTimeout(look, 1)
    })
  }
  let timer = setTimeout(look, 0)
  parentPort.once('message', () => {
    clearTimeout(timer)
    session.disconnect()
    parentPort.postMessage(looks)
  })`,
  { eval: true },
)
const end = (word) => {
  looker.once('message', (looks) => {
    console.log(word, looks > 100 ? 'after more than 100 looks' : `after ${looks} looks`)
    watchdog.stop()
  })
  looker.postMessage('stop')
}
const patience = setTimeout(() => end('dead'), 15_000)
let turns = 0
const until = process.cpuUsage().user + 2_000_000
const next = () => {
  turns += 1
  if (process.cpuUsage().user < until) return (turns % 3 === 0 ? process.nextTick : setImmediate)(next)
  clearTimeout(patience)
  end('alive')
}
next()

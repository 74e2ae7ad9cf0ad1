// Run by `doctor` in a process of its own: provokes the stall that its argument names.
import { clearInterval, setInterval } from 'node:timers'
import { watchEventLoop } from '../../runtime/index.js'
import { provokedStalls } from './stalls.js'

const watchdog = watchEventLoop({ stallsFile: '', report: 'json', origins: 'never' })
const alive = setInterval(() => {}, 1000)
await watchdog.ready
await provokedStalls[process.argv[2] ?? '']?.provoke()
await watchdog.settle()
clearInterval(alive)
watchdog.stop()

// Run by `doctor` in a process of its own: provokes the stall that its first argument names, of the
// module whose URL is the second.
import { clearInterval, setInterval } from 'node:timers'
import { watchEventLoop } from '../../runtime/index.js'
import type { ProvokedStall } from './stalls.js'

const [, , name = '', url = ''] = process.argv
const { provokedStalls } = (await import(url)) as { provokedStalls: Readonly<Record<string, ProvokedStall>> }
const watchdog = watchEventLoop({ stallsFile: '', report: 'json', origins: 'never' })
const alive = setInterval(() => {}, 1000)
await watchdog.ready
await provokedStalls[name]?.provoke()
await watchdog.settle()
clearInterval(alive)
watchdog.stop()

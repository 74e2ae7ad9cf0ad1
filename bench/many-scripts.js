// Prints, in milliseconds, how much processor time its main thread had used when it began (`start`;
// where the system does not count that, how old the process was), or the longest pause in a loop
// that computes while a thousand scripts are loaded (`look`).
import { existsSync, readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { setTimeout as pause } from 'node:timers/promises'

const schedule = `/proc/self/task/${process.pid}/schedstat`
if (process.argv[2] === 'start') {
  console.log(existsSync(schedule) ? Number(readFileSync(schedule, 'utf8').split(' ')[0]) / 1e6 : performance.now())
} else {
  const scripts = Array.from({ length: 1000 }, (_, index) => {
    return new Script(`function step${index}(a) { return a + ${index} }`, { filename: `/srv/step-${index}.js` })
  })
  for (const script of scripts) script.runInThisContext()
  await pause(500)
  console.log(longestPauseMs())
}

function longestPauseMs() {
  const end = performance.now() + 600
  let longest = 0
  for (let last = performance.now(); last < end; ) {
    const time = performance.now()
    longest = Math.max(longest, time - last)
    last = time
  }
  return longest
}

import { execSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'

// What RegExp remembers of the last match is the program's, whatever the watchdog does in between.
const grain = Buffer.alloc(100_000)
const calls = {
  looked: new Function(`
    const end = process.cpuUsage().user + 400_000
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random()
    //# sourceURL=/bakery/node_modules/oven/bake.js`),
  stat: () => fs.statSync('nowhere'),
  read: () => fs.readFileSync(new URL('file:///nowhere')),
  parse: () => JSON.parse(`[${'1,'.repeat(50_000)}`),
  hash: () => createHash('sha256').update(grain),
  command: () => execSync('exit 1', { stdio: 'ignore' }),
}
for (const [name, call] of Object.entries(calls)) {
  ;/loaf (\d+)/.exec('the loaf 42')
  try {
    call()
  } catch {
    // Only what is remembered counts.
  }
  const kept = RegExp.$1
  console.log(name, kept)
}

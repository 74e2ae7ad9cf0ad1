import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'event-loop-lazy-'))
const slow = join(folder, 'node_modules', 'slow')
mkdirSync(slow, { recursive: true })
writeFileSync(
  join(slow, 'index.mjs'),
  'const end = process.cpuUsage().user + 300_000\nwhile (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random()\n',
)
process.on('exit', () => rmSync(folder, { recursive: true }))

async function bake() {
  await import(join(slow, 'index.mjs')) // guilty
}

// Later than start-up, where modules may load in peace.
setTimeout(bake, 1500)

const { mkdtempSync, mkdirSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

const folder = mkdtempSync(join(tmpdir(), 'event-loop-lazy-'))
const slow = join(folder, 'node_modules', 'slow')
mkdirSync(slow, { recursive: true })
writeFileSync(
  join(slow, 'index.js'),
  'const end = process.cpuUsage().user + 300_000\nwhile (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random()\n',
)
process.on('exit', () => rmSync(folder, { recursive: true }))

// Later than start-up, where modules may load in peace.
setTimeout(() => {
  require(slow) // guilty
}, 1500)

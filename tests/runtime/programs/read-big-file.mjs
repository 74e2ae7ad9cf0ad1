import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const file = join(tmpdir(), `event-loop-big-${process.pid}.bin`)
writeFileSync(file, '')
truncateSync(file, 600_000_000)
process.on('exit', () => rmSync(file))
setTimeout(() => {
  readFileSync(file) // guilty
}, 60)

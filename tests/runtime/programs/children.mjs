import { execFileSync, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

const self = fileURLToPath(import.meta.url)
if (process.argv[2] === 'child') {
  console.log('forked')
} else {
  console.log(execFileSync(process.execPath, ['-p', '6 * 7'], { encoding: 'utf8' }).trim())
  fork(self, ['child']).on('exit', () => {
    new Worker('console.log("threaded")', { eval: true })
  })
}

import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

execFileSync('mkfifo', ['orders.pipe'])
spawn('sh', ['-c', 'sleep 0.5; echo done > orders.pipe'], { stdio: 'ignore' }).unref()

setTimeout(() => {
  readFileSync('orders.pipe') // guilty
}, 60)

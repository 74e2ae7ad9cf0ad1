import { Worker } from 'node:worker_threads'

new Worker('const end = Date.now() + 500; while (Date.now() < end) Math.random()', { eval: true })

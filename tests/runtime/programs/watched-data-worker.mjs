// A thread whose program is its URL blocks, with a secret in it.
import { Worker } from 'node:worker_threads'

const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
watchEventLoop({ report: 'none', stallsFile: process.env.EVENT_LOOP_STALLS_FILE, workers: true })
const text = `
  const secret = 'saffron'
  function bake() {
    const end = process.cpuUsage().user + 400_000
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random()
  }
  setTimeout(bake, 500)
  setTimeout(() => {}, 1500)
`
const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(text)}`))
worker.on('exit', (code) => console.log('exit', code))

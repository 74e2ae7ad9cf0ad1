import { Worker } from 'node:worker_threads'

const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
const stallsFile = process.env.EVENT_LOOP_STALLS_FILE
watchEventLoop({ report: 'none', stallsFile, workers: true })
const text = `
setTimeout(() => {}, 2500)
setTimeout(function bake() {
  const end = process.cpuUsage().user + 350_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random()
}, 1200)
`
new Worker(text, { eval: true }).on('exit', (code) => console.log(`exit ${code}`))

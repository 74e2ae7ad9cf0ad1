import { Worker } from 'node:worker_threads'

const worker = new Worker('require("node:worker_threads").parentPort.postMessage(1)', { eval: true })
worker.on('message', () => {
  const end = process.cpuUsage().user + 350_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
})

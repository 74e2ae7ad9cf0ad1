import { isMainThread, Worker } from 'node:worker_threads'

if (isMainThread) {
  new Worker(new URL(import.meta.url))
} else {
  const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
  const alive = setInterval(() => {}, 1000)
  const stallsFile = process.env.EVENT_LOOP_STALLS_FILE
  await watchEventLoop({ report: 'none', stallsFile }).ready
  clearInterval(alive)
  setTimeout(() => {}, 800)
  const end = process.cpuUsage().user + 350_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
}

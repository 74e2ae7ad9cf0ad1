import { isMainThread, Worker } from 'node:worker_threads'

if (isMainThread) {
  const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
  const stallsFile = process.env.EVENT_LOOP_STALLS_FILE
  const before = Worker
  const watchdog = watchEventLoop({ report: 'none', stallsFile, workers: true })
  class Baker extends Worker {}
  const baker = new Baker(new URL(import.meta.url), { execArgv: [], name: 'baker' })
  console.log(baker instanceof Worker, baker instanceof Baker, Worker.name)
  baker.on('exit', (code) => {
    watchdog.stop()
    console.log(`exit ${code}`, Worker === before)
  })
} else {
  setTimeout(() => {}, 2500)
  setTimeout(() => {
    const end = process.cpuUsage().user + 350_000
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random()
  }, 1200)
}

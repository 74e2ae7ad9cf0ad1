const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
const stallsFile = process.env.EVENT_LOOP_STALLS_FILE
const watchdog = watchEventLoop({ report: 'none', stallsFile, exitAfterMs: 600, exitCode: 42 })
const alive = setInterval(() => {}, 1000)
await watchdog.ready
clearInterval(alive)

process.on('exit', (code) => console.log(`cleans up before ${code}`))
for (;;) Math.random()

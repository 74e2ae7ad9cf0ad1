// Stalls under a watchdog with the options of its first parameter, and says how that went.
import { getActiveResourcesInfo } from 'node:process'
import { url } from 'node:inspector'

if (process.env.EVENT_LOOP_TEST_RUNTIME_NAME) {
  Object.defineProperty(process.versions, process.env.EVENT_LOOP_TEST_RUNTIME_NAME, { value: '1.0.0' })
}
const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
const watchdog = watchEventLoop({ origins: 'never', report: 'none', ...JSON.parse(process.argv[2]) })
const alive = setInterval(() => {}, 1000)
await watchdog.ready
const end = Date.now() + 500
while (Date.now() < end) Math.random()
await new Promise((resolve) => setTimeout(resolve, 300))
console.log('servers', getActiveResourcesInfo().filter((name) => /server/i.test(name)).length, url() ?? 'no port')
clearInterval(alive)

// What a million requests and ten thousand stalls leave in memory, in megabytes. Its argument is the
// URL of a module with the parts of the watchdog that remember.
import { channel } from 'node:diagnostics_channel'

const { trackRequests, StallCounts, SourcePositions, Quota, Reporter } = await import(process.argv[2])

const heap = async () => {
  await new Promise((resolve) => setImmediate(resolve))
  gc()
  return process.memoryUsage().heapUsed / 1e6
}
const before = await heap()
const tracker = trackRequests({ isFollowingFree: true })
const started = channel('http.server.request.start')
const finished = channel('http.server.response.finish')
const socket = { destroyed: false }
for (let number = 0; number < 1_000_000; number += 1) {
  const request = { method: 'GET', url: `/orders/${number}`, socket }
  started.publish({ request, socket })
  finished.publish({ request, socket })
  // What a WeakRef leads to is kept until the job ends, and a server's jobs are short.
  if (number % 1000 !== 0) continue
  tracker.endTurn()
  await new Promise((resolve) => setImmediate(resolve))
}
const afterRequests = await heap()
const counts = new StallCounts()
const positions = new SourcePositions({ workingDirectory: '/', startedAt: 0, stripsTypes: false })
const reporter = new Reporter({
  isAccepted: () => false,
  hints: { load: async () => {}, give: () => null },
  quota: new Quota({ sampleRate: 1, maxReportsPerMinute: 60 }),
  sinks: [{ write() {} }],
  notify() {},
})
for (let number = 0; number < 10_000; number += 1) {
  const group = `javascript /orders/${number}.js:1`
  positions.original({ functionName: 'serve', file: `/orders/${number}.js`, line: 1, column: 1 })
  reporter.write({ group, stillBlocked: false, ...counts.add(group, 100) }, number)
}
const afterStalls = await heap()
tracker.stop()
console.log(JSON.stringify({ requests: afterRequests - before, stalls: afterStalls - afterRequests }))

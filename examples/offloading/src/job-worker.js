// A process of its own, of which there may be several: works off what servers have put into the queue.
import { setTimeout as sleep } from 'node:timers/promises'
import { JobQueue } from './jobs/job-queue.js'
import { makeReport } from './make-report.js'

const processors = { report: makeReport }
const queue = new JobQueue(process.env.JOBS_FOLDER ?? 'jobs', { maxWaiting: 100 })

let isStopping = false
process.once('SIGTERM', () => (isStopping = true))

while (!isStopping) {
  const job = await queue.take()
  if (job === null) {
    await sleep(50)
    continue
  }
  try {
    await queue.finish(job.id, 'completed', { result: processors[job.name](job.data) })
  } catch (error) {
    await queue.finish(job.id, 'failed', { error: error.message })
  }
}

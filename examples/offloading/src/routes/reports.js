import express from 'express'
import { JobQueue, QueueFullError } from '../jobs/job-queue.js'

const queue = new JobQueue(process.env.JOBS_FOLDER ?? 'jobs', { maxWaiting: 100 })

export const reports = express.Router()

reports.post('/reports', async (req, res) => {
  const { rounds } = req.body
  try {
    const id = await queue.add('report', { rounds })
    res.status(202).location(`/reports/${id}`).json({ id })
  } catch (error) {
    if (!(error instanceof QueueFullError)) throw error
    res.set('Retry-After', '60').sendStatus(503)
  }
})

reports.get('/reports/:id', async (req, res) => {
  const job = await queue.get(req.params.id)
  if (job === null) res.sendStatus(404)
  else res.json(job)
})

import { fileURLToPath } from 'node:url'
import express from 'express'
import workerpool from 'workerpool'

const pool = workerpool.pool(fileURLToPath(new URL('../workers/policy-worker.js', import.meta.url)), {
  workerType: 'process',
  maxWorkers: 2,
  maxQueueSize: 20,
})

export const policies = express.Router()

policies.post('/policies', async (req, res) => {
  const { holder, pages } = req.body
  try {
    res.json(await pool.exec('setPolicy', [{ holder, pages }]))
  } catch (error) {
    if (!error.message.startsWith('Max queue size')) throw error
    res.set('Retry-After', '1').sendStatus(503)
  }
})

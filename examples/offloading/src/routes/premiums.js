import express from 'express'
import { Piscina } from 'piscina'

const pool = new Piscina({
  filename: new URL('../workers/premium-worker.js', import.meta.url).href,
  maxThreads: 2,
  maxQueue: 20,
})

export const premiums = express.Router()

premiums.post('/premiums', async (req, res) => {
  // The task gets the fields that it needs, and nothing of the request.
  const { age, rounds } = req.body
  try {
    res.json({ premium: await pool.run({ age, rounds }) })
  } catch (error) {
    if (error.message !== 'Task queue is at limit') throw error
    res.set('Retry-After', '1').sendStatus(503)
  }
})

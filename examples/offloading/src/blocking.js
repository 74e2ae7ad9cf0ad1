import { pbkdf2Sync } from 'node:crypto'
import express from 'express'
import { estimatePremium } from './estimate-premium.js'
import { makeReport } from './make-report.js'
import { setPolicy } from './set-policy.js'

const app = express()
app.use(express.json())

app.post('/logins', (req, res) => {
  const { password, rounds } = req.body
  res.json({ key: pbkdf2Sync(password, 'salt', rounds, 32, 'sha512').toString('hex') })
})

app.post('/premiums', (req, res) => {
  res.json({ premium: estimatePremium(req.body) })
})

app.post('/policies', (req, res) => {
  res.json(setPolicy(req.body))
})

app.post('/reports', (req, res) => {
  res.json(makeReport(req.body))
})

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`)
})

import express from 'express'
import { logins } from './routes/logins.js'
import { policies } from './routes/policies.js'
import { premiums } from './routes/premiums.js'
import { reports } from './routes/reports.js'

const app = express()
app.use(express.json())
app.use(logins, premiums, policies, reports)

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`)
})

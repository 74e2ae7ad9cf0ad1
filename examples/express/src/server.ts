import express from 'express'
import { config } from './config.js'
import { accounts } from './routes/accounts.js'
import { archives } from './routes/archives.js'
import { invoices } from './routes/invoices.js'
import { reports } from './routes/reports.js'
import { status } from './routes/status.js'

const app = express()
app.use(express.json())
app.use('/accounts', accounts)
app.use('/archives', archives)
app.use('/invoices', invoices)
app.use('/reports', reports)
app.use('/status', status)

const server = app.listen(Number(process.env['PORT'] ?? 3000), config.host, () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : address
  console.log(`Listening on http://${config.host}:${port}`)
})
process.once('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
})

import { Router } from 'express'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { invoices } from '../services/ledger.js'

const MAIL_QUEUE = fileURLToPath(new URL('../../bin/mail-queue.sh', import.meta.url))

export const status = Router()

// Blocks: whoever watches over the server stops it for as long as the command takes.
status.get('/', (_request, response) => {
  const mail = execFileSync('sh', [MAIL_QUEUE], { encoding: 'utf8' }).trim()
  response.json({ invoices: invoices.length, mail, uptimeSeconds: Math.round(process.uptime()) })
})

import { Router } from 'express'
import { constants, gzipSync } from 'node:zlib'
import { invoices, payments, totalOf } from '../services/ledger.js'

export const archives = Router()

// Blocks: serialising and compressing the whole ledger is one turn of the event loop.
archives.get('/ledger.json.gz', (_request, response) => {
  const statements = invoices.map((invoice) => ({ ...invoice, total: totalOf(invoice) }))
  const text = JSON.stringify({ invoices, payments, statements }, null, 2)
  const archive = gzipSync(text, { level: constants.Z_BEST_COMPRESSION })
  response.type('application/gzip').send(archive)
})

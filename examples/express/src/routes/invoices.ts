import { Router } from 'express'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { config } from '../config.js'
import { findInvoice, invoices as ledger, totalOf, type Invoice } from '../services/ledger.js'

const TEMPLATE = new URL('../../templates/invoice.html', import.meta.url)

export const invoices = Router()

// Blocks: the template is read again for every invoice, two calls further down.
invoices.get('/print', (_request, response) => {
  response.type('html').send(ledger.map((invoice) => renderInvoice(invoice)).join('\n'))
})

// Fine: the file is read without holding up anybody else.
invoices.get('/template', async (_request, response) => {
  response.type('html').send(await readFile(TEMPLATE, 'utf8'))
})

invoices.get('/:id', (request, response) => {
  const invoice = findInvoice(request.params.id)
  if (invoice === undefined) {
    response.status(404).json({ error: 'No such invoice' })
    return
  }
  response.json({ ...invoice, total: totalOf(invoice) })
})

function renderInvoice(invoice: Invoice): string {
  const values: Record<string, string> = {
    company: config.company,
    id: invoice.id,
    customer: invoice.customer,
    issued: invoice.issued.toISOString().slice(0, 10),
    lines: invoice.lines.map(({ text, amount }) => `<tr><td>${text}<td>${euros(amount)}`).join(''),
    total: euros(totalOf(invoice)),
  }
  return loadTemplate().replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}

function loadTemplate(): string {
  return readFileSync(TEMPLATE, 'utf8')
}

function euros(cents: number): string {
  return `€ ${(cents / 100).toFixed(2)}`
}

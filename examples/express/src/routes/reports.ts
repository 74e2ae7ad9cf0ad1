import { Router } from 'express'
import { findOverdue } from '../services/find-overdue.js'
import { totalOf } from '../services/ledger.js'

export const reports = Router()

reports.get('/overdue', (_request, response) => {
  const overdue = findOverdue(new Date('2024-07-01'))
  response.json({
    invoices: overdue.length,
    amount: overdue.reduce((sum, invoice) => sum + totalOf(invoice), 0),
  })
})

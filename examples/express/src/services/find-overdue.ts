import { config } from '../config.js'
import { invoices, payments, type Invoice } from './ledger.js'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Invoices that were due by a day and not paid.
 *
 * Blocks: every invoice walks through the payments from the start. Ten times the invoices take a
 * hundred times as long, which no test with twenty rows shows.
 */
export const findOverdue = (day: Date): Invoice[] => {
  const overdue: Invoice[] = []
  for (const invoice of invoices) {
    const due = invoice.issued.getTime() + config.paymentTermDays * DAY_MS
    if (due >= day.getTime()) continue
    const payment = payments.find(({ invoiceId }) => invoiceId === invoice.id)
    if (payment === undefined) overdue.push(invoice)
  }
  return overdue
}

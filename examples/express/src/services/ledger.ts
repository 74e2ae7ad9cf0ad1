/** The books, kept in memory: what a database would hold. Amounts are in cents. */
export interface Invoice {
  id: string
  customer: string
  issued: Date
  lines: readonly { text: string; amount: number }[]
}

export interface Payment {
  invoiceId: string
  received: Date
  amount: number
}

const CUSTOMERS = ['Alder & Sons', 'Birch Bakery', 'Cedar Cinema', 'Dogwood Dental', 'Elm Electric']
const GOODS = ['Rope, 20 m', 'Lamp oil, 5 l', 'Sailcloth, 3 m²', 'Brass fittings', 'Tar, 10 kg']
const FIRST_DAY = Date.UTC(2024, 0, 1)
const DAY_MS = 24 * 60 * 60 * 1000
const COUNT = 20_000

const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T

const BASKETS: readonly Invoice['lines'][] = Array.from({ length: 60 }, (_, i) =>
  Array.from({ length: 1 + (i % 4) }, (_line, n) => ({
    text: pick(GOODS, i + n),
    amount: 500 + ((i * 37 + n * 911) % 9500),
  })),
)

export const invoices: readonly Invoice[] = Array.from({ length: COUNT }, (_, i) => ({
  id: `INV-${String(i + 1).padStart(6, '0')}`,
  customer: pick(CUSTOMERS, i * 7),
  issued: new Date(FIRST_DAY + (i % 600) * DAY_MS),
  lines: pick(BASKETS, i * 7),
}))

/** Two of three invoices are paid, some of them late. */
export const payments: readonly Payment[] = invoices
  .filter((_, i) => i % 3 !== 0)
  .map((invoice, i) => ({
    invoiceId: invoice.id,
    received: new Date(invoice.issued.getTime() + (5 + (i % 50)) * DAY_MS),
    amount: totalOf(invoice),
  }))
  .reverse()

const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]))

export const findInvoice = (id: string): Invoice | undefined => byId.get(id)

export function totalOf({ lines }: Invoice): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0)
}

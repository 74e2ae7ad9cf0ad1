import { readFileSync } from 'node:fs'

export interface Config {
  host: string
  company: string
  paymentTermDays: number
}

// Read before the server listens, when nobody waits: this is not reported.
export const config = JSON.parse(
  readFileSync(new URL('../config.json', import.meta.url), 'utf8'),
) as Config

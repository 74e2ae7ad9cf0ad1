// Servers of any size, made of the same kinds of files: routes, services, stores, models and what they share.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const AREA_FILES = 5

/**
 * Writes a server of about so many files, 1,000 lines every ten files or so.
 * @returns how many files and lines it has
 */
export function writeServer(folder, files) {
  const areas = Math.max(1, Math.round((files - 3) / AREA_FILES))
  let lines = 0
  let written = 0
  const write = (path, text) => {
    lines += text.split('\n').length
    written += 1
    writeFileSync(join(folder, path), text)
  }
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  mkdirSync(join(folder, 'src'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "name": "generated-server", "type": "module" }\n')
  write('src/log.ts', logFile)
  write('src/each.ts', eachFile)
  write('src/server.ts', serverFile(areas))
  for (let area = 0; area < areas; area += 1) {
    mkdirSync(join(folder, `src/area${area}`), { recursive: true })
    for (const [name, text] of Object.entries(areaFiles(area, areas))) {
      write(`src/area${area}/${name}.ts`, text)
    }
  }
  return { files: written, lines }
}

const logFile = `
export interface Logger { info(message: string, details?: unknown): void }
export const log: Logger = { info: (message, details) => console.log(message, details) }
`

const eachFile = `
export function each<T>(items: readonly T[], visit: (item: T, index: number) => void): void {
  items.forEach((item, index) => visit(item, index))
}
export const wrap = (handler: any) => async (req: any, res: any, next: any) => {
  try { await handler(req, res, next) } catch (error) { next(error) }
}
`

function serverFile(areas) {
  const numbers = Array.from({ length: areas }, (_, area) => area)
  return `import express from 'express'
${numbers.map((area) => `import { router as router${area} } from './area${area}/routes'`).join('\n')}
const app = express()
${numbers.map((area) => `app.use('/area${area}', router${area})`).join('\n')}
app.listen(3000)
`
}

function areaFiles(area, areas) {
  const next = (area + 1) % areas
  const times = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('\n')
  return {
    routes: `import { Router } from 'express'
import { wrap } from '../each'
import { log } from '../log'
import { Service } from './service'
import { store } from './store'
export const router = Router()
const service = new Service(store)
${times(
  12,
  (i) => `router.get('/orders${i}/:id', wrap(async (req, res) => {
  log.info('order ${i}', { id: req.params.id })
  const order = await service.find${i}(req.params.id)
  res.json(order)
}))`,
)}
`,
    service: `import { each } from '../each'
import { log } from '../log'
import type { Store } from './store'
import { describe0 } from './describe'
import { total } from '../area${next}/describe'
export class Service {
  #store: Store
  constructor(store: Store) { this.#store = store }
${times(
  12,
  (i) => `  async find${i}(id: string) {
    const found = this.#store.read${i}(id)
    const names: string[] = []
    each(found.lines, (line) => { names.push(describe0(line.name)) })
    log.info('found', names.length)
    if (found.lines.length > ${i + 3}) return this.find${(i + 1) % 12}(id)
    return { ...found, names, total: total(found.lines) }
  }`,
)}
}
`,
    store: `import fs from 'node:fs'
import { join } from 'node:path'
import type { Order } from './model'
export interface Store {
${times(12, (i) => `  read${i}(id: string): Order`)}
}
const folder = process.env.ORDERS ?? 'orders'
const cache = new Map<string, Order>()
class FileStore implements Store {
${times(
  12,
  (i) => `  read${i}(id: string): Order {
    const known = cache.get(id)
    if (known !== undefined) return known
    const text = ${i % 4 === 0 ? `fs.readFileSync(join(folder, id), 'utf8')` : `String(id).padStart(${i})`}
    const order: Order = { id, lines: text.split(',').map((name, index) => ({ name, price: index })) }
    cache.set(id, order)
    return order
  }`,
)}
}
export const store: Store = new FileStore()
`,
    describe: `import type { Line } from './model'
${times(10, (i) => `export function describe${i}(name: string): string {
  const parts = name.split('-').map((part) => part.trim())
  if (parts.length > ${i}) {
    return parts.slice(0, ${i + 1}).join(' ')
  }
  return ${i < 9 ? `describe${i + 1}(name)` : `name.toUpperCase()`}
}`)}
export const total = (lines: readonly Line[]): number =>
  lines.reduce((sum, { price }) => sum + price, 0)
`,
    model: `${times(15, (i) => `export interface Model${i} {
  readonly id: string
  readonly name${i}: string
  readonly created: Date
  readonly parent: Model${(i + 1) % 15} | null
}`)}
export interface Line { readonly name: string; readonly price: number }
export interface Order { readonly id: string; readonly lines: readonly Line[] }
`,
  }
}

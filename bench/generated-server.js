// Servers of any size, made of the same kinds of files: routes, services, stores, models and what they share.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const AREA_FILES = 5
/** Of each area; with as many, a file is as long as files of servers are. */
const orders = 6

/**
 * Writes a server of about so many files, of some 150 lines each, with as many calls (20 in 100 lines), functions,
 * variables and comments as published servers have in their sources.
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
  orders,
  (i) => `
/**
 * Shows a page of the lines of order ${i}.
 * Answers 404 when there is no such order.
 */
router.get('/orders${i}/:id', wrap(async (req, res) => {
  const { id } = req.params
  const page = Number(req.query.page ?? 1)
  const size = 20

  const order = await service.find${i}(id)
  if (order === null) {
    res.status(404).end()
    return
  }

  // The first page has number 1.
  const first = (page - 1) * size
  const answer = {
    id: order.id,
    page,
    lines: order.lines.slice(first, first + size),
    links: {
      self: req.path,
      area: '/area${area}',
      next: page + 1,
    },
  }
  log.info('order ${i}', {
    id,
    page,
  })
  res.json(answer)
}))`,
)}
`,
    service: `import { each } from '../each'
import { log } from '../log'
import type { Store } from './store'
import { describe0 } from './describe'
import { total } from '../area${next}/describe'

/** What the routes of this area ask for. */
export class Service {
  #store: Store

  constructor(store: Store) {
    this.#store = store
  }
${times(
  orders,
  (i) => `
  /**
   * Finds order ${i}, with names and a total.
   * An order with very many lines stands for another one.
   */
  async find${i}(id: string) {
    const found = this.#store.read${i}(id)
    if (found === null) {
      return null
    }

    const names: string[] = []
    each(found.lines, (line) => {
      names.push(describe0(line.name))
    })
    log.info('found', {
      id,
      count: found.lines.length,
    })

    const limit = ${i + 3}
    if (found.lines.length > limit) {
      return this.find${(i + 1) % orders}(id)
    }
    return {
      ...found,
      names,
      total: total(found.lines),
    }
  }`,
)}
}
`,
    store: `import fs from 'node:fs'
import { join } from 'node:path'
import type { Order } from './model'

/** Where orders come from. */
export interface Store {
${times(orders, (i) => `  read${i}(id: string): Order | null`)}
}

const folder = process.env.ORDERS ?? 'orders'
const cache = new Map<string, Order>()

class FileStore implements Store {
${times(
  orders,
  (i) => `
  /** Reads order ${i}, once. */
  read${i}(id: string): Order | null {
    const known = cache.get(id)
    if (known !== undefined) {
      return known
    }

    const separator = ','
    const text = ${i % 4 === 0 ? `fs.readFileSync(join(folder, id), 'utf8')` : `String(id).padStart(${i})`}
    if (text === '') {
      return null
    }

    // The price of a line is its place, as long as nobody has said what it is.
    const order: Order = {
      id,
      state: 'open',
      lines: text.split(separator).map((name, index) => ({
        name,
        price: index,
      })),
    }
    cache.set(id, order)
    return order
  }`,
)}
}

export const store: Store = new FileStore()
`,
    describe: `import type { Line } from './model'
${times(orders, (i) => `
/** Describes what has up to ${i + 1} parts. */
export function describe${i}(name: string): string {
  const separator = '-'
  const most = ${i + 1}
  const parts = name
    .split(separator)
    .map((part) => part.trim())

  if (parts.length > most) {
    return parts
      .slice(0, most)
      .join(' ')
  }
  return ${i < orders - 1 ? `describe${i + 1}(name)` : `name.toUpperCase()`}
}`)}

/** What all lines cost together. */
export const total = (lines: readonly Line[]): number => {
  let sum = 0
  for (const { price } of lines) {
    sum += price
  }
  return sum
}
`,
    model: `${times(orders, (i) => `
/** What is stored of model ${i}. */
export interface Model${i} {
  readonly id: string
  readonly name${i}: string
  readonly created: Date
  readonly parent: Model${(i + 1) % orders} | null
}

export const empty${i} = {
  id: '',
  name${i}: 'none',
  created: null,
  parent: null,
}`)}

export interface Line {
  readonly name: string
  readonly price: number
}

export interface Order {
  readonly id: string
  readonly state: string
  readonly lines: readonly Line[]
}
`,
  }
}

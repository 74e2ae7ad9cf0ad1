import { expect, it } from 'vitest'
import { expectMarked, type Files, reportedIn } from './marked-files.js'

const nest = `import { Controller, Get, Inject, Injectable, Module } from '@nestjs/common'`
const fs = `import fs from 'node:fs'`

const controller = (type: string, from: string): string => `${nest}
import { ${type} } from '${from}'
@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: ${type}) {}
  @Get(':id') show() { return this.orders.find() }
}`

const service = (type: string): string => `${nest}
import type { ${type} } from './store'
@Injectable()
export class OrdersService {
  constructor(@Inject('store') private readonly store: ${type}) {}
  async find() { return this.store.read() }
  async other() { return this.store.write() }
}`

it.each<[string, Files]>([
  [
    'a service and a class behind it',
    {
      'orders.controller.ts': controller('OrdersService', './orders.service'),
      'orders.service.ts': service('Store'),
      'store.ts': `${fs}
export class Store {
  read() { return fs.readFileSync('orders') } // !
  write() { fs.writeFileSync('orders', '') }
}`,
    },
  ],
  [
    'an interface',
    {
      'orders.controller.ts': controller('OrdersService', './orders.service'),
      'orders.service.ts': service('Store'),
      'store.ts': `export interface Store { read(): Buffer; write(): void }`,
      'file-store.ts': `${fs}
import type { Store } from './store'
export class FileStore implements Store {
  read() { return fs.readFileSync('orders') } // !
  write() { fs.writeFileSync('orders', '') }
}`,
      'orders.module.ts': `${nest}
import { FileStore } from './file-store'
@Module({ providers: [{ provide: 'store', useClass: FileStore }] })
export class OrdersModule {}`,
    },
  ],
  [
    'an abstract class, extended or implemented',
    {
      'orders.controller.ts': controller('OrdersService', './orders.service'),
      'orders.service.ts': service('Store'),
      'store.ts': `export abstract class Store { abstract read(): Buffer; abstract write(): void }`,
      'file-store.ts': `${fs}
import { Store } from './store'
export class FileStore extends Store {
  read() { return fs.readFileSync('orders') } // !
  write() { fs.writeFileSync('orders', '') }
}`,
      'other-store.ts': `${fs}
import { Store } from './store'
export class OtherStore implements Store {
  read() { return fs.readFileSync('others') } // !
  write() { fs.writeFileSync('others', '') }
}
export class Unrelated { read() { return fs.readFileSync('none') } }`,
    },
  ],
  [
    'a member that the class has itself, whatever its heirs do',
    {
      'orders.controller.ts': controller('OrdersService', './orders.service'),
      'orders.service.ts': service('Store'),
      'store.ts': `export class Store { read() { return null } }`,
      'file-store.ts': `${fs}
import { Store } from './store'
export class FileStore extends Store { read() { return fs.readFileSync('orders') } }`,
    },
  ],
  [
    'more heirs than one can tell apart',
    {
      'orders.controller.ts': controller('OrdersService', './orders.service'),
      'orders.service.ts': service('Store'),
      'store.ts': `export abstract class Store { abstract read(): Buffer }`,
      'stores.ts': `${fs}
import { Store } from './store'
export class A extends Store { read() { return fs.readFileSync('a') } }
export class B extends Store { read() { return fs.readFileSync('b') } }
export class C extends A { read() { return fs.readFileSync('c') } }
export class D extends B { read() { return fs.readFileSync('d') } }`,
    },
  ],
  [
    'classes that extend each other in a circle',
    {
      'orders.controller.ts': controller('A', './circle'),
      'circle.ts': `${fs}
export class A extends B { a() {} }
export class B extends A { find() { return fs.readFileSync('b') } } // !`,
    },
  ],
])('a controller finds its way through %s', (_, files) => expectMarked(files))

it('names the route and each hop', () => {
  const files = {
    'orders.controller.ts': controller('OrdersService', './orders.service'),
    'orders.service.ts': service('Store'),
    'store.ts': `${fs}\nexport class Store { read() { return fs.readFileSync('orders') } }`,
  }
  expect(reportedIn(files)).toEqual([
    'store.ts:2 GET /orders/:id (orders.controller.ts:6) → OrdersService.find (orders.controller.ts:6) → Store.read (orders.service.ts:6) → fs.readFileSync (line 2)',
  ])
})

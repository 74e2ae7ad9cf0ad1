import 'reflect-metadata'
import { Controller, Get, Module, Param } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { request } from './serve-once.mjs'

class LoavesController {
  bake(id) {
    const end = process.cpuUsage().user + 350_000
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
    return `loaf ${id}`
  }
}
const bake = Object.getOwnPropertyDescriptor(LoavesController.prototype, 'bake')
Get(':id')(LoavesController.prototype, 'bake', bake)
Param('id')(LoavesController.prototype, 'bake', 0)
Controller('loaves')(LoavesController)

class Bakery {}
Module({ controllers: [LoavesController] })(Bakery)

const application = await NestFactory.create(Bakery, { logger: false }) // prepares
await application.listen(0, '127.0.0.1') // prepares
request(application.getHttpServer().address().port, '/loaves/3?key=1', () => application.close())

import { describe, expect, it } from 'vitest'
import { testMarkedLines } from '../marked-lines.js'
import { entryNamesOf } from './entry-names-of.js'

const rule = 'no-blocking-call'
const typescript = true

describe('NestJS', () => {
  testMarkedLines(rule, [
    {
      title: 'routes of controllers, and what is none',
      typescript,
      code: `
import { Controller, Get, Injectable, Post as Create, Sse } from '@nestjs/common'
import * as nest from '@nestjs/common'
import fs from 'node:fs'
@Controller('orders')
export class OrdersController {
  private readonly template = fs.readFileSync('order.html')
  @Get(':id') show() { return fs.readFileSync('order') } // !
  @Create() place() { return this.save() }
  @nest.Delete() remove() { fs.rmSync('order') } // !
  @Sse('progress') progress = () => fs.statSync('progress') // !
  save() { fs.writeFileSync('order', '') } // !
  neverCalled() { fs.rmSync('orders') }
}
@Injectable()
export class Menu {
  get() { return fs.readFileSync('menu') }
}`,
    },
    {
      title: 'decorators of the same name that are not of the framework',
      typescript,
      code: `
import { Get } from './own-decorators.js'
import { Controller } from '@nestjs/common'
import fs from 'node:fs'
const Post = (path: string) => (target: unknown) => target
@Controller('orders')
export class OrdersController {
  @Get() show() { return fs.readFileSync('order') }
  @Post('a') place() { fs.writeFileSync('order', '') }
}`,
    },
    {
      title: 'decorators that are composed of others',
      typescript,
      code: `
import { applyDecorators, Get, SetMetadata } from '@nestjs/common'
import fs from 'node:fs'
const Public = () => SetMetadata('public', true)
const GetPublic = (path: string) => applyDecorators(Public(), Get(path))
const GetMenu = () => Get('menu')
export class MenuController {
  @GetPublic('menu') menu() { return fs.readFileSync('menu') } // !
  @GetMenu() short() { return fs.readFileSync('menu') } // !
  @Public() draft() { return fs.readFileSync('draft') }
}`,
    },
    {
      title: 'what is called around a route',
      typescript,
      code: `
import { type ArgumentsHost, type CanActivate, Catch, type ExceptionFilter, Injectable, type NestInterceptor, type NestMiddleware, type PipeTransform, createParamDecorator } from '@nestjs/common'
import { BaseExceptionFilter } from '@nestjs/core'
import { AuthGuard, PassportStrategy } from '@nestjs/passport'
import { Strategy } from 'passport-jwt'
import fs from 'node:fs'
@Injectable()
export class RolesGuard implements CanActivate {
  canActivate() { return fs.existsSync('roles') } // !
  other() { return fs.existsSync('roles') }
}
export class Timing implements NestInterceptor {
  intercept() { fs.appendFileSync('times', '') } // !
}
export class ParsePrice implements PipeTransform {
  transform(value: string) { fs.statSync(value) } // !
}
export class Audit implements NestMiddleware {
  use(req: unknown, res: unknown, next: () => void) { fs.appendFileSync('log', ''); next() } // !
}
@Catch()
export class Anything {
  catch(error: Error, host: ArgumentsHost) { fs.appendFileSync('errors', error.message) } // !
}
abstract class Logged implements ExceptionFilter {
  catch(error: Error) { this.log(error) }
  abstract log(error: Error): void
}
export class LoggedToFile extends Logged {
  log(error: Error) { fs.appendFileSync('errors', error.message) } // !
}
export class Fallback extends BaseExceptionFilter {
  catch(error: Error) { fs.appendFileSync('errors', error.message) } // !
}
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() { super({ key: fs.readFileSync('key') }) }
  validate() { return fs.readFileSync('users') } // !
}
export class JwtGuard extends AuthGuard('jwt') {
  handleRequest() { return fs.readFileSync('users') } // !
}
export const User = createParamDecorator(() => fs.readFileSync('user')) // !
export class Unrelated {
  canActivate() { return fs.existsSync('roles') }
  catch() { return fs.existsSync('errors') }
}`,
    },
    {
      title: 'middleware that a module or an application applies',
      typescript,
      code: `
import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import fs from 'node:fs'
class Audit {
  use() { fs.appendFileSync('log', '') } // !
}
function trace() { fs.appendFileSync('trace', '') } // !
@Module({})
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    fs.readFileSync('routes')
    consumer.apply(Audit, trace).forRoutes('*')
  }
}
async function bootstrap() {
  const app = await NestFactory.create(AppModule, { cert: fs.readFileSync('cert') })
  app.use((req, res, next) => { fs.statSync('page'); next() }) // !
  await app.listen(80, () => fs.writeFileSync('ready', ''))
}
void bootstrap()`,
    },
    {
      title: 'hooks of the life cycle are start-up',
      typescript,
      code: `
import { Controller, Get, type OnModuleInit, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common'
import fs from 'node:fs'
@Controller()
export class MenuController implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  #menu?: Buffer
  async onModuleInit() { this.load() }
  async onApplicationBootstrap() { fs.readdirSync('menus') }
  async onModuleDestroy() { fs.rmSync('cache') }
  @Get() menu() { return (this.#menu ??= this.load()) }
  load() { return fs.readFileSync('menu') }
}`,
    },
    {
      title: 'gateways, messages, jobs and schedules',
      typescript,
      code: `
import { type OnGatewayConnection, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'
import { EventPattern, GrpcMethod, MessagePattern } from '@nestjs/microservices'
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Cron, Interval, Timeout } from '@nestjs/schedule'
import { OnEvent } from '@nestjs/event-emitter'
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq'
import { OnQueueFailed, Process } from '@nestjs/bull'
import { CommandHandler, type IQueryHandler } from '@nestjs/cqrs'
import fs from 'node:fs'
@WebSocketGateway()
export class Chat implements OnGatewayConnection {
  afterInit() { fs.mkdirSync('chats') }
  handleConnection() { fs.statSync('a') } // !
  handleDisconnect() { fs.statSync('b') } // !
  @SubscribeMessage('post') post() { fs.statSync('c') } // !
}
export class Billing {
  @MessagePattern({ cmd: 'bill' }) bill() { fs.statSync('d') } // !
  @EventPattern('paid') paid() { fs.statSync('e') } // !
  @GrpcMethod('Billing') total() { fs.statSync('f') } // !
}
@Resolver()
export class Dishes {
  @Query(() => String) dish() { fs.statSync('g') } // !
  @Mutation(() => String) cook() { fs.statSync('h') } // !
  @ResolveField() price() { fs.statSync('i') } // !
}
export class Reports {
  @Cron('0 * * * *') hourly() { fs.statSync('j') } // !
  @Interval(1000) often() { fs.statSync('k') } // !
  @Timeout(1000) once() { fs.statSync('l') }
  @OnEvent('order.placed') placed() { fs.statSync('m') } // !
}
@Processor('mails')
export class Mails extends WorkerHost {
  async process() { fs.statSync('n') } // !
  @OnWorkerEvent('failed') failed() { fs.statSync('o') } // !
}
export class OldMails {
  @Process() send() { fs.statSync('p') } // !
  @OnQueueFailed() failed() { fs.statSync('q') } // !
}
@CommandHandler(Object)
export class PlaceOrder {
  execute() { fs.statSync('r') } // !
}
export class FindOrder implements IQueryHandler {
  execute() { fs.statSync('s') } // !
}`,
    },
  ])

  it('names entry points as people do', () => {
    const code = `
import { Body, Controller, Get, Post, Put, type CanActivate } from '@nestjs/common'
import { MessagePattern } from '@nestjs/microservices'
import { Cron } from '@nestjs/schedule'
import { base } from './routes.js'
import fs from 'node:fs'
const orders = 'orders'
@Controller(orders)
export class OrdersController {
  @Get(':id') show() { fs.statSync('a') }
  @Post(['place', 'order']) place() { fs.statSync('b') }
  @Put(\`/:id/\`) change() { fs.statSync('c') }
  @Cron('* * * * *') tidy() { fs.statSync('d') }
  @MessagePattern('order placed') placed() { fs.statSync('e') }
}
@Controller({ path: '/menus', version: '2' })
export class MenusController { @Get() list() { fs.statSync('f') } }
@Controller(base)
export class HiddenController { @Get('x') find() { fs.statSync('g') } }
export class Open implements CanActivate { canActivate() { return fs.existsSync('h') } }`
    expect(entryNamesOf(code)).toEqual([
      'GET /orders/:id',
      'POST /orders/place',
      'PUT /orders/:id',
      'cron job OrdersController.tidy',
      'message "order placed"',
      'GET /menus',
      'HiddenController.find',
      'guard Open.canActivate',
    ])
  })
})

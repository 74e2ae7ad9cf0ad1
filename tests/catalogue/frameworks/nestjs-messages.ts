import type { HandlerTable } from './handler-table.js'

export const nestjsMessages: HandlerTable = {
  '@nestjs/bull': `
import { OnQueueActive, OnGlobalQueueActive, OnQueueCleaned, OnGlobalQueueCleaned, OnQueueCompleted, OnGlobalQueueCompleted, OnQueueDrained, OnGlobalQueueDrained, OnQueueError, OnGlobalQueueError, OnQueueFailed, OnGlobalQueueFailed, OnQueuePaused, OnGlobalQueuePaused, OnQueueProgress, OnGlobalQueueProgress, OnQueueRemoved, OnGlobalQueueRemoved, OnQueueResumed, OnGlobalQueueResumed, OnQueueStalled, OnGlobalQueueStalled, OnQueueWaiting, OnGlobalQueueWaiting, OnQueueEvent, Process } from '@nestjs/bull'

export class Decorated {
  @OnQueueActive('/menus') byOnQueueActive$$ // serving
  @OnGlobalQueueActive('/menus') byOnGlobalQueueActive$$ // serving
  @OnQueueCleaned('/menus') byOnQueueCleaned$$ // serving
  @OnGlobalQueueCleaned('/menus') byOnGlobalQueueCleaned$$ // serving
  @OnQueueCompleted('/menus') byOnQueueCompleted$$ // serving
  @OnGlobalQueueCompleted('/menus') byOnGlobalQueueCompleted$$ // serving
  @OnQueueDrained('/menus') byOnQueueDrained$$ // serving
  @OnGlobalQueueDrained('/menus') byOnGlobalQueueDrained$$ // serving
  @OnQueueError('/menus') byOnQueueError$$ // serving
  @OnGlobalQueueError('/menus') byOnGlobalQueueError$$ // serving
  @OnQueueFailed('/menus') byOnQueueFailed$$ // serving
  @OnGlobalQueueFailed('/menus') byOnGlobalQueueFailed$$ // serving
  @OnQueuePaused('/menus') byOnQueuePaused$$ // serving
  @OnGlobalQueuePaused('/menus') byOnGlobalQueuePaused$$ // serving
  @OnQueueProgress('/menus') byOnQueueProgress$$ // serving
  @OnGlobalQueueProgress('/menus') byOnGlobalQueueProgress$$ // serving
  @OnQueueRemoved('/menus') byOnQueueRemoved$$ // serving
  @OnGlobalQueueRemoved('/menus') byOnGlobalQueueRemoved$$ // serving
  @OnQueueResumed('/menus') byOnQueueResumed$$ // serving
  @OnGlobalQueueResumed('/menus') byOnGlobalQueueResumed$$ // serving
  @OnQueueStalled('/menus') byOnQueueStalled$$ // serving
  @OnGlobalQueueStalled('/menus') byOnGlobalQueueStalled$$ // serving
  @OnQueueWaiting('/menus') byOnQueueWaiting$$ // serving
  @OnGlobalQueueWaiting('/menus') byOnGlobalQueueWaiting$$ // serving
  @OnQueueEvent('/menus') byOnQueueEvent$$ // serving
  @Process('/menus') byProcess$$ // paced
}`,
  '@nestjs/bullmq': `
import { WorkerHost, OnQueueEvent, OnWorkerEvent } from '@nestjs/bullmq'

export class OwnWorkerHost extends WorkerHost {
  process$$ // data other paced
}
export class Decorated {
  @OnQueueEvent('/menus') byOnQueueEvent$$ // serving
  @OnWorkerEvent('/menus') byOnWorkerEvent$$ // serving
}`,
  '@nestjs/cqrs': `
import { ICommandHandler, IEventHandler, IQueryHandler, CommandHandler, EventsHandler, QueryHandler } from '@nestjs/cqrs'

export class OwnICommandHandler extends ICommandHandler {
  execute$$ // data
}
export class OwnIEventHandler extends IEventHandler {
  handle$$ // data
}
export class OwnIQueryHandler extends IQueryHandler {
  execute$$ // data
}
export class Decorated {
}
@CommandHandler()
export class IsCommandHandler {
  execute$$ // data
}
@EventsHandler()
export class IsEventsHandler {
  handle$$ // data
}
@QueryHandler()
export class IsQueryHandler {
  execute$$ // data
}`,
  '@nestjs/event-emitter': `
import { OnEvent } from '@nestjs/event-emitter'

export class Decorated {
  @OnEvent('/menus') byOnEvent$$ // data
}`,
  '@nestjs/graphql': `
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, ResolveProperty, ResolveReference, Root, Subscription } from '@nestjs/graphql'

export class Decorated {
  @Mutation('/menus') byMutation$$ // serving
  @Query('/menus') byQuery$$ // serving
  @ResolveField('/menus') byResolveField$$ // serving
  @ResolveProperty('/menus') byResolveProperty$$ // serving
  @ResolveReference('/menus') byResolveReference$$ // serving
  @Subscription('/menus') bySubscription$$ // serving
  @Mutation('/menus') withArgs$$(@Args()) // data
  @Mutation('/menus') withContext$$(@Context()) // context
  @Mutation('/menus') withInfo$$(@Info()) // other
  @Mutation('/menus') withParent$$(@Parent()) // data
  @Mutation('/menus') withRoot$$(@Root()) // data
}`,
  '@nestjs/microservices': `
import { KafkaContext, MqttContext, NatsContext, RedisContext, RmqContext, TcpContext, Ctx, EventPattern, GrpcMethod, GrpcStreamCall, GrpcStreamMethod, MessagePattern, Payload } from '@nestjs/microservices'

export const ofKafkaContext = $<KafkaContext> // context
export const ofMqttContext = $<MqttContext> // context
export const ofNatsContext = $<NatsContext> // context
export const ofRedisContext = $<RedisContext> // context
export const ofRmqContext = $<RmqContext> // context
export const ofTcpContext = $<TcpContext> // context
export class Decorated {
  @EventPattern('/menus') byEventPattern$$ // data context
  @GrpcMethod('/menus') byGrpcMethod$$ // serving
  @GrpcStreamCall('/menus') byGrpcStreamCall$$ // serving
  @GrpcStreamMethod('/menus') byGrpcStreamMethod$$ // serving
  @MessagePattern('/menus') byMessagePattern$$ // data context
  @EventPattern('/menus') withCtx$$(@Ctx()) // context
  @EventPattern('/menus') withPayload$$(@Payload()) // data
}`,
  '@nestjs/schedule': `
import { Cron, Interval, Timeout } from '@nestjs/schedule'

export class Decorated {
  @Cron('/menus') byCron$$ // paced
  @Interval('/menus') byInterval$$ // paced
  @Timeout('/menus') byTimeout$$ // startup
}`,
  '@nestjs/websockets': `
import { OnGatewayConnection, OnGatewayDisconnect, OnGatewayInit, Ack, ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'

export class OwnOnGatewayConnection extends OnGatewayConnection {
  handleConnection$$ // socket
}
export class OwnOnGatewayDisconnect extends OnGatewayDisconnect {
  handleDisconnect$$ // socket
}
export class OwnOnGatewayInit extends OnGatewayInit {
  afterInit$$ // startup
}
export class Decorated {
  @SubscribeMessage('/menus') bySubscribeMessage$$ // socket data
  @SubscribeMessage('/menus') withAck$$(@Ack()) // other
  @SubscribeMessage('/menus') withConnectedSocket$$(@ConnectedSocket()) // socket
  @SubscribeMessage('/menus') withMessageBody$$(@MessageBody()) // data
}
@WebSocketGateway()
export class IsWebSocketGateway {
  handleConnection$$ // socket
  handleDisconnect$$ // socket
  afterInit$$ // startup
}`,
}

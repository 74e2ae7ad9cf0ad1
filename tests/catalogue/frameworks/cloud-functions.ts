import type { HandlerTable } from './handler-table.js'

export const cloudFunctions: HandlerTable = {
  '@azure/functions': `
import { app, HttpHandler, TimerHandler, HttpRequest, InvocationContext } from '@azure/functions'

app.http('menu', $) // request context
app.http('menu', { handler: $ }) // request context
app.get('menu', $) // request context
app.get('menu', { handler: $ }) // request context
app.put('menu', $) // request context
app.put('menu', { handler: $ }) // request context
app.post('menu', $) // request context
app.post('menu', { handler: $ }) // request context
app.patch('menu', $) // request context
app.patch('menu', { handler: $ }) // request context
app.deleteRequest('menu', $) // request context
app.deleteRequest('menu', { handler: $ }) // request context
app.timer('menu', $) // data context
app.timer('menu', { handler: $ }) // data context
app.storageBlob('menu', $) // data context
app.storageBlob('menu', { handler: $ }) // data context
app.storageQueue('menu', $) // data context
app.storageQueue('menu', { handler: $ }) // data context
app.serviceBusQueue('menu', $) // data context
app.serviceBusQueue('menu', { handler: $ }) // data context
app.serviceBusTopic('menu', $) // data context
app.serviceBusTopic('menu', { handler: $ }) // data context
app.eventHub('menu', $) // data context
app.eventHub('menu', { handler: $ }) // data context
app.eventGrid('menu', $) // data context
app.eventGrid('menu', { handler: $ }) // data context
app.cosmosDB('menu', $) // data context
app.cosmosDB('menu', { handler: $ }) // data context
app.sql('menu', $) // data context
app.sql('menu', { handler: $ }) // data context
app.mySql('menu', $) // data context
app.mySql('menu', { handler: $ }) // data context
app.webPubSub('menu', $) // data context
app.webPubSub('menu', { handler: $ }) // data context
app.mcpTool('menu', $) // data context
app.mcpTool('menu', { handler: $ }) // data context
app.mcpResource('menu', $) // data context
app.mcpResource('menu', { handler: $ }) // data context
app.mcpPrompt('menu', $) // data context
app.mcpPrompt('menu', { handler: $ }) // data context
app.connectorTrigger('menu', $) // data context
app.connectorTrigger('menu', { handler: $ }) // data context
app.generic('menu', $) // data context
app.generic('menu', { handler: $ }) // data context
app.hook.preInvocation($) // context
app.hook.postInvocation($) // context
app.hook.appStart($) // startup
app.hook.appTerminate($) // startup
export const asHttpHandler: HttpHandler = $ // request context
export const asTimerHandler: TimerHandler = $ // data context
export const ofHttpRequest = $<HttpRequest> // request
export const ofInvocationContext = $<InvocationContext> // context`,
  '@google-cloud/functions-framework': `
import { http, cloudEvent, CloudEventFunction, EventFunction, HttpFunction, Request, Response } from '@google-cloud/functions-framework'

http('menu', $) // request response
cloudEvent('menu', $) // data
export const asCloudEventFunction: CloudEventFunction = $ // data
export const asEventFunction: EventFunction = $ // data
export const asHttpFunction: HttpFunction = $ // request response
export const ofRequest = $<Request> // request
export const ofResponse = $<Response> // response`,
}

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
  'firebase-functions/v2': `
import { https, alerts, database, eventarc, firestore, identity, pubsub, remoteConfig, scheduler, storage, tasks, testLab } from 'firebase-functions/v2'

https.onCall($) // data
https.onCallGenkit($) // data
https.onRequest($) // request response
alerts.onAlertPublished($) // data
database.onValueCreated($) // data
database.onValueDeleted($) // data
database.onValueUpdated($) // data
database.onValueWritten($) // data
eventarc.onCustomEventPublished($) // data
firestore.onDocumentCreated($) // data
firestore.onDocumentCreatedWithAuthContext($) // data
firestore.onDocumentDeleted($) // data
firestore.onDocumentDeletedWithAuthContext($) // data
firestore.onDocumentUpdated($) // data
firestore.onDocumentUpdatedWithAuthContext($) // data
firestore.onDocumentWritten($) // data
firestore.onDocumentWrittenWithAuthContext($) // data
identity.beforeEmailSent($) // data
identity.beforeSmsSent($) // data
identity.beforeUserCreated($) // data
identity.beforeUserSignedIn($) // data
pubsub.onMessagePublished($) // data
remoteConfig.onConfigUpdated($) // data
scheduler.onSchedule($) // data
storage.onObjectArchived($) // data
storage.onObjectDeleted($) // data
storage.onObjectFinalized($) // data
storage.onObjectMetadataUpdated($) // data
tasks.onTaskDispatched($) // data
testLab.onTestMatrixCompleted($) // data`,
  'firebase-functions/v2/https': `
import { onCall, onCallGenkit, onRequest, Request } from 'firebase-functions/v2/https'

onCall($) // data
onCallGenkit($) // data
onRequest($) // request response
export const ofRequest = $<Request> // request`,
  'firebase-functions/v2/alerts': `
import { onAlertPublished } from 'firebase-functions/v2/alerts'

onAlertPublished($) // data`,
  'firebase-functions/v2/database': `
import { onValueCreated, onValueDeleted, onValueUpdated, onValueWritten } from 'firebase-functions/v2/database'

onValueCreated($) // data
onValueDeleted($) // data
onValueUpdated($) // data
onValueWritten($) // data`,
  'firebase-functions/v2/eventarc': `
import { onCustomEventPublished } from 'firebase-functions/v2/eventarc'

onCustomEventPublished($) // data`,
  'firebase-functions/v2/firestore': `
import { onDocumentCreated, onDocumentCreatedWithAuthContext, onDocumentDeleted, onDocumentDeletedWithAuthContext, onDocumentUpdated, onDocumentUpdatedWithAuthContext, onDocumentWritten, onDocumentWrittenWithAuthContext } from 'firebase-functions/v2/firestore'

onDocumentCreated($) // data
onDocumentCreatedWithAuthContext($) // data
onDocumentDeleted($) // data
onDocumentDeletedWithAuthContext($) // data
onDocumentUpdated($) // data
onDocumentUpdatedWithAuthContext($) // data
onDocumentWritten($) // data
onDocumentWrittenWithAuthContext($) // data`,
  'firebase-functions/v2/identity': `
import { beforeEmailSent, beforeSmsSent, beforeUserCreated, beforeUserSignedIn } from 'firebase-functions/v2/identity'

beforeEmailSent($) // data
beforeSmsSent($) // data
beforeUserCreated($) // data
beforeUserSignedIn($) // data`,
  'firebase-functions/v2/pubsub': `
import { onMessagePublished } from 'firebase-functions/v2/pubsub'

onMessagePublished($) // data`,
  'firebase-functions/v2/remoteConfig': `
import { onConfigUpdated } from 'firebase-functions/v2/remoteConfig'

onConfigUpdated($) // data`,
  'firebase-functions/v2/scheduler': `
import { onSchedule } from 'firebase-functions/v2/scheduler'

onSchedule($) // data`,
  'firebase-functions/v2/storage': `
import { onObjectArchived, onObjectDeleted, onObjectFinalized, onObjectMetadataUpdated } from 'firebase-functions/v2/storage'

onObjectArchived($) // data
onObjectDeleted($) // data
onObjectFinalized($) // data
onObjectMetadataUpdated($) // data`,
  'firebase-functions/v2/tasks': `
import { onTaskDispatched } from 'firebase-functions/v2/tasks'

onTaskDispatched($) // data`,
  'firebase-functions/v2/testLab': `
import { onTestMatrixCompleted } from 'firebase-functions/v2/testLab'

onTestMatrixCompleted($) // data`,
}

import { describe, expect, it } from 'vitest'
import { dependingOn, entriesOf, expectMarked, type Files } from '../../analysis/marked-files.js'

const fs = `import { readFileSync, statSync } from 'node:fs'`

describe('functions that a cloud calls', () => {
  it.each<[string, Files]>([
    [
      'AWS Lambda, by the type of the handler',
      {
        'src/upload.ts': `${fs}
import type { APIGatewayProxyHandler, Handler, SQSEvent, SQSHandler } from 'aws-lambda'
const menu = readFileSync('cold start')
export const upload: APIGatewayProxyHandler = async (e) => ({ statusCode: 200, body: readFileSync(e.path) }) // !
export const consume = (async (batch) => { statSync(batch.Records[0].body) }) satisfies SQSHandler // !
export const main: Handler<SQSEvent> = async () => { statSync('a') } // !
export const draw = async (e) => readFileSync(e.path)`,
      },
    ],
    [
      'AWS Lambda, by name and parameters in a package that is made for it',
      {
        'package.json': dependingOn('@types/aws-lambda'),
        'src/orders.js': `${fs}
exports.handler = async (event, context) => { readFileSync(event.path) } // !
exports.helper = async (event) => { readFileSync(event.path) }`,
        'src/menus.js': `
const { readFileSync } = require('fs')
module.exports = { list, size }
module.exports.show = (event, _context, callback) => callback(null, readFileSync(event.path)) // !
async function list(event, context) { return readFileSync(event.path) } // !
function size(menu, context) { return readFileSync(menu) }`,
        'src/bills.ts': `${fs}
export async function handler(event) { return readFileSync(event.path) } // !`,
        'src/drag.ts': `${fs}
export const handler = async (menu) => readFileSync(menu)`,
      },
    ],
    [
      'no function that is only called so',
      {
        'package.json': dependingOn('express'),
        'src/orders.js': `${fs}\nexports.handler = async (event, context) => { readFileSync(event.path) }`,
        'src/types.ts': `${fs}
import type { APIGatewayProxyHandler } from './types'
export const upload: APIGatewayProxyHandler = async (e) => readFileSync(e.path)`,
      },
    ],
    [
      'Middy and streaming responses',
      {
        'src/upload.ts': `${fs}
import middy from '@middy/core'
import cors from '@middy/http-cors'
const upload = async (e, c) => readFileSync(e.path) // !
export const handler = middy(upload).use(cors()).use({ before: async () => { statSync('a') } }) // !
export const other = middy().before(() => { statSync('b') }).handler(show) // !
async function show(e) { statSync(e.path) } // !
export const stream = awslambda.streamifyResponse(async (e, response) => { response.end(readFileSync(e.path)) }) // !`,
      },
    ],
    [
      'Azure',
      {
        'src/functions/orders.ts': `${fs}
import { app, type HttpRequest } from '@azure/functions'
app.http('orders', { methods: ['GET'], handler: async (request) => ({ body: readFileSync(request.url) }) }) // !
app.get('menus', async () => ({ body: readFileSync('menus') })) // !
app.timer('clean', { schedule: '0 * * * *', handler: () => { statSync('tmp') } }) // !
app.hook.preInvocation(() => { statSync('a') }) // !
app.hook.appStart(() => { statSync('b') })
export const nameOf = (r: HttpRequest) => statSync(r.url) // !`,
      },
    ],
    [
      'Google Cloud and Firebase',
      {
        'index.js': `
const { readFileSync, statSync } = require('fs')
const functions = require('@google-cloud/functions-framework')
functions.http('orders', (req, res) => { res.send(readFileSync('orders')) }) // !
functions.cloudEvent('clean', (event) => { statSync(event.id) }) // !`,
        'firebase.ts': `${fs}
import { onCall, onRequest } from 'firebase-functions/v2/https'
import { onDocumentCreated } from 'firebase-functions/firestore'
import { https } from 'firebase-functions'
export const orders = onRequest({ cors: true }, (req, res) => { res.send(readFileSync('orders')) }) // !
export const pay = onCall(async ({ data }) => readFileSync(data.path)) // !
export const greet = onDocumentCreated('guests/{id}', (event) => { statSync(event.id) }) // !
export const show = https.onRequest((req, res) => { res.send(readFileSync('menu')) }) // !`,
        'typed.ts': `${fs}
import type { HttpFunction } from '@google-cloud/functions-framework'
export const show: HttpFunction = (a, b) => { b.send(readFileSync('menu')) } // !`,
      },
    ],
    [
      'Netlify',
      {
        'package.json': dependingOn('@netlify/functions'),
        'netlify/functions/orders.mts': `${fs}\nexport default async (incoming) => new Response(readFileSync('orders')) // !`,
        'netlify/functions/bills/index.js': `${fs}\nexport async function handler(e) { return { body: readFileSync('bill') } } // !\nexport const helper = () => readFileSync('a')`,
        'src/tasks.ts': `${fs}\nimport { schedule } from '@netlify/functions'\nexport const clean = schedule('@daily', async () => { statSync('tmp') }) // !`,
        'src/orders.ts': `${fs}\nexport default async (incoming) => readFileSync('orders')`,
      },
    ],
    [
      'Vercel',
      {
        'package.json': dependingOn('@vercel/node'),
        'api/orders.ts': `${fs}\nexport default (incoming, outgoing) => outgoing.end(readFileSync('orders')) // !`,
        'api/bills/index.ts': `${fs}\nexport const GET = () => new Response(readFileSync('bills')) // !`,
        'src/api/orders.ts': `${fs}\nexport default (incoming, outgoing) => outgoing.end(readFileSync('orders'))`,
        'src/show.ts': `${fs}\nimport type { VercelRequest } from '@vercel/node'\nexport const show = (a: VercelRequest) => readFileSync(a.url) // !`,
      },
    ],
    [
      'nothing in those folders without proof',
      {
        'package.json': dependingOn('express'),
        'api/orders.ts': `${fs}\nexport default (a, b) => b.end(readFileSync('orders'))`,
        'netlify/functions/orders.ts': `${fs}\nexport default async (a) => new Response(readFileSync('orders'))`,
      },
    ],
  ])('%s', (_, files) => expectMarked(files))

  it('each has the name that a person gives it', () => {
    expect(
      entriesOf({
        'package.json': dependingOn('@netlify/functions', '@types/aws-lambda'),
        'src/upload.ts': `${fs}\nimport type { S3Handler } from 'aws-lambda'\nexport const upload: S3Handler = async () => { statSync('a') }`,
        'src/pay.ts': `${fs}\nimport { onCall } from 'firebase-functions/v2/https'\nexport const pay = onCall(() => readFileSync('a'))`,
        'src/azure.ts': `${fs}\nimport { app } from '@azure/functions'\napp.timer('clean', { handler: () => { statSync('tmp') } })`,
        'netlify/functions/orders.ts': `${fs}\nexport default () => readFileSync('a')`,
      }),
    ).toEqual(['Lambda handler', 'function "clean"', 'function /orders', 'function pay'])
  })
})

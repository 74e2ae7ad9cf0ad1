import { describe, expect, it } from 'vitest'
import { lint, testMarkedLines } from './marked-lines.js'

describe('handlers that settings declare', () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'the last argument of an export',
      settings: { handlers: [{ module: '@acme/web', export: 'route' }] },
      code: `
import fs from 'node:fs'
import { route, other } from '@acme/web'
route('/menu', { quiet: true }, () => fs.statSync('menu')) // !
other('/menu', () => fs.statSync('menu'))`,
    },
    {
      title: 'arguments by position, of a default export',
      settings: { handlers: [{ module: 'acme-jobs', handlers: [0, 2] }] },
      code: `
import fs from 'node:fs'
import define from 'acme-jobs'
define(
  () => fs.statSync('a'), // !
  () => fs.statSync('b'),
  () => fs.statSync('c'), // !
)`,
    },
    {
      title: 'properties of an options object',
      settings: {
        handlers: [
          { module: 'acme-jobs', export: 'define', handlers: { argument: 1, properties: ['run', 'retry'] } },
        ],
      },
      code: `
const fs = require('fs')
const { define } = require('acme-jobs')
define('orders', {
  run: () => fs.statSync('a'), // !
  retry() { fs.statSync('b') }, // !
  describe: () => fs.statSync('c'),
})`,
    },
    {
      title: 'methods of what a class makes',
      settings: { handlers: [{ module: '@acme/web', export: 'Router.prototype.on', handlers: 'every' }] },
      code: `
import fs from 'node:fs'
import { Router } from '@acme/web'
const router = new Router()
router.on('menu', () => fs.statSync('a'), check) // !
router.off('menu', () => fs.statSync('c'))
function check() { fs.statSync('b') } // !`,
    },
    {
      title: 'methods by the type of a parameter',
      typescript: true,
      settings: { handlers: [{ module: '@acme/web', export: 'Router#on' }] },
      code: `
import fs from 'node:fs'
import type { Router } from '@acme/web'
export const plug = (router: Router) => {
  router.on('menu', () => fs.statSync('a')) // !
}`,
    },
    {
      title: 'of a function of the project',
      settings: { handlers: [{ module: './src/server.js', export: 'route' }] },
      code: `
import fs from 'node:fs'
const handlers = new Map()
function route(path, handler) { handlers.set(path, handler) }
route('/menu', () => fs.statSync('menu')) // !`,
    },
    {
      title: 'that run at start-up',
      settings: { handlers: [{ module: '@acme/web', export: 'setup', phase: 'startup' }] },
      code: `
import fs from 'node:fs'
import { setup } from '@acme/web'
setup(() => fs.statSync('menu'))`,
    },
  ])

  it('are named by their kind and the first argument', () => {
    const code = `
import fs from 'node:fs'
import { route, define } from '@acme/web'
route('/menu', () => fs.statSync('menu'))
define(() => fs.statSync('menu'))`
    const settings = {
      handlers: [
        { module: '@acme/web', export: 'route' },
        { module: '@acme/web', export: 'define', name: 'order job' },
      ],
    }
    const messages = lint('no-blocking-call', { code, settings }).map(({ message }) => message)
    expect(messages.map((message) => /in (.*?)\./.exec(message)?.[1])).toEqual([
      'route "/menu"',
      'order job',
    ])
  })
})

describe('parameters that settings declare', () => {
  testMarkedLines('no-request-in-worker', [
    {
      title: 'are request objects',
      settings: {
        handlers: [{ module: '@acme/web', export: 'route', parameters: ['data', 'request'] }],
      },
      code: `
import { Worker } from 'node:worker_threads'
import { route } from '@acme/web'
const worker = new Worker('./print.js')
route('/menu', (data, incoming) => {
  worker.postMessage(data)
  worker.postMessage(incoming) // !
})`,
    },
  ])
})

describe('offloaders that settings declare', () => {
  const settings = {
    offloaders: [
      { module: '@acme/pool', export: 'inWorker', functions: [0], data: [1] },
      { module: './src/server.js', export: 'ship', functions: [0] },
    ],
  }
  testMarkedLines('no-blocking-call', [
    {
      title: 'run what they are given elsewhere',
      settings,
      code: `
import fs from 'node:fs'
import express from 'express'
import { inWorker, other } from '@acme/pool'
const ship = (run) => pool(run)
const pool = (run) => run()
express().get('/menu', (req, res) => {
  inWorker(() => fs.statSync('a'), fs.statSync('b')) // !
  ship(() => fs.statSync('c'))
  other(() => fs.statSync('d')) // !
})`,
    },
  ])
  testMarkedLines('no-request-in-worker', [
    {
      title: 'copy the data that they are given',
      settings,
      code: `
import express from 'express'
import { inWorker } from '@acme/pool'
express().get('/menu', (req, res) => {
  inWorker(print, req) // !
  inWorker(print, req.body)
})
function print() {}`,
    },
  ])
})

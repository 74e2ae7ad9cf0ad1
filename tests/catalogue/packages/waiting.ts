import type { CallTable } from '../reports-of.js'

export const waiting: CallTable = {
  '@prettier/sync': `
import prettier from '@prettier/sync'

prettier.check(req.query) // wait @prettier/sync.check
prettier.format(req.query) // wait @prettier/sync.format
prettier.formatWithCursor(req.query) // wait @prettier/sync.formatWithCursor
prettier.resolveConfig(req.query) // wait @prettier/sync.resolveConfig`,
  'atomic-sleep': `
const atomicSleep = require('atomic-sleep')

atomicSleep(req.query) // wait atomic-sleep`,
  deasync: `
const deasync = require('deasync')
const readMenu = deasync((name, done) => done(null, name))

readMenu('soup') // wait deasync.deasync()
deasync.loopWhile(() => !done) // wait deasync.loopWhile
deasync.runLoopOnce() // wait deasync.runLoopOnce
deasync.sleep(10) // wait deasync.sleep`,
  'make-synchronous': `
import makeSynchronous from 'make-synchronous'
const readMenu = makeSynchronous(async (name) => name)

readMenu('soup') // wait make-synchronous.makeSynchronous()`,
  sleep: `
import sleep from 'sleep'

sleep.msleep(10) // wait sleep.msleep
sleep.sleep(1) // wait sleep.sleep
sleep.usleep(10) // wait sleep.usleep`,
  'sync-fetch': `
import syncFetch from 'sync-fetch'

syncFetch(req.query) // wait sync-fetch`,
  'sync-request': `
const syncRequest = require('sync-request')

syncRequest(req.query) // wait sync-request`,
  'sync-threads': `
import { createSyncFn } from 'sync-threads'
const readMenu = createSyncFn('worker.js')

readMenu('soup') // wait sync-threads.createSyncFn()`,
  synckit: `
import { createSyncFn } from 'synckit'
const readMenu = createSyncFn('worker.js')

readMenu('soup') // wait synckit.createSyncFn()`,
  'system-sleep': `
const sleep = require('system-sleep')

sleep(10) // wait system-sleep`,
  'thread-sleep': `
import sleep from 'thread-sleep'

sleep(10) // wait thread-sleep`,
}

import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isMainThread } from 'node:worker_threads'

import { watchAlone } from './blocked-at-alone.js'
import type { Watchdog } from './index.js'
import { installJournal } from './loop/journal.js'
import { trackRequests } from './loop/request-context.js'
import { watchLoop } from './loop/watched-loop.js'
import type { WatcherSettings } from './messages.js'
import type { ResolvedOptions } from './options.js'
import { createSharedMemory } from './shared-memory.js'
import { hasTerminalColors } from './terminal-colors.js'
import { startWatcherThread, type WatcherLink } from './watcher-link.js'
import { warn } from './write-text.js'

interface Running {
  /** Called by the watcher, see WatcherSettings. */
  readonly snapshot: () => string
  readonly ready: Promise<void>
  readonly stop: () => void
  users: number
}

// A registered symbol, because the watcher has to find the loop's side in the global object, and
// so has a second copy of this package.
const key = Symbol.for('eslint-plugin-event-loop.watchdog')
const registry = globalThis as { [key]?: Running }

/** Starts the process's watchdog, or joins it. */
export function startWatchdog(options: ResolvedOptions): Watchdog {
  if (!isMainThread) {
    warn('worker threads are not watched; start the watchdog on the main thread.')
    return { ready: Promise.resolve(), stop: () => {} }
  }
  const running = registry[key] ?? start(options)
  running.users += 1
  let isStopped = false
  return {
    ready: running.ready,
    stop: () => {
      if (isStopped) return
      isStopped = true
      running.users -= 1
      if (running.users === 0) running.stop()
    },
  }
}

function start(requested: ResolvedOptions): Running {
  const canCapture = process.features.inspector && (process.permission?.has('inspector') ?? true)
  // Without a stack of what blocks, the one that scheduled it is all there is.
  const options: ResolvedOptions = canCapture ? requested : { ...requested, origins: 'always' }
  const memory = createSharedMemory()
  const requests = trackRequests()
  const journal = installJournal(memory, requests)
  const settings: WatcherSettings = {
    options,
    memory: memory.buffer,
    canCapture,
    hasColors: hasTerminalColors(process.env),
    workingDirectory: process.cwd(),
    apis: journal.apis,
    ownUrls: ownUrls(),
    snapshotExpression: `globalThis[Symbol.for(${JSON.stringify(key.description)})].snapshot()`,
  }

  let isStopped = false
  const link = openLink()
  const loop = watchLoop(options, memory, journal, requests, link.send)
  const onExit = (): void => {
    loop.end()
    link.flush()
  }
  const stop = (): void => {
    if (isStopped) return
    isStopped = true
    loop.stop()
    journal.stop()
    requests.stop()
    link.flush()
    link.close()
    process.off('exit', onExit)
    delete registry[key]
  }
  process.on('exit', onExit)
  const running: Running = { snapshot: loop.snapshot, ready: link.ready, stop, users: 0 }
  // Not enumerable, so that a program that lists its globals sees what it would without us.
  Object.defineProperty(globalThis, key, { value: running, configurable: true })
  return running

  function openLink(): WatcherLink {
    try {
      const opened = startWatcherThread(settings, memory, () => stop())
      if (!canCapture) warn('this Node.js has no inspector, so blocked-at alone tells of stacks.')
      return opened
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      warn(`no thread can be had, so blocked-at alone watches: ${reason}`)
      return watchAlone(settings)
    }
  }
}

/** The watchdog's own files, as URLs and as paths: stacks have either. */
function ownUrls(): readonly string[] {
  const here = new URL('.', import.meta.url).href
  const blockedAt = createRequire(import.meta.url).resolve('blocked-at')
  const folders = [here, pathToFileURL(path.dirname(blockedAt) + path.sep).href]
  return folders.flatMap((url) => [url, fileURLToPath(url)])
}

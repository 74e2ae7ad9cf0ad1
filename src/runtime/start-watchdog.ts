import { createRequire } from 'node:module'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { threadId } from 'node:worker_threads'

import { watchAlone } from './blocked-at-alone.js'
import type { Watchdog } from './index.js'
import { foreignRuntime } from './foreign-runtime.js'
import { isBundled } from './is-bundled.js'
import { Allowances } from './loop/allowances.js'
import { installJournal } from './loop/journal.js'
import { OpenTelemetry } from './loop/open-telemetry.js'
import { Publisher, type Listeners } from './loop/publish.js'
import { trackRequests } from './loop/request-context.js'
import { mayHaveWaitedIn, watchLoop } from './loop/watched-loop.js'
import type { StallNotice, WatcherSettings } from './messages.js'
import type { ResolvedOptions } from './options.js'
import { register, runningWatchdog, unregister, watchdogExpression, type RunningWatchdog } from './registry.js'
import { ownTask, runDelayOf } from './run-delay.js'
import { createSharedMemory } from './shared-memory.js'
import { hasTerminalColors } from './terminal-colors.js'
import { watchWorkers } from './watch-workers.js'
import { watchedName } from './watched-name.js'
import { startWatcherThread, type WatcherLink } from './watcher-link.js'
import { warn } from './write-text.js'

const inert: Watchdog = { ready: Promise.resolve(), settle: () => Promise.resolve(), stop: () => {} }

/** Starts the process's watchdog, or joins it. */
export function startWatchdog(options: ResolvedOptions, listeners: Listeners): Watchdog {
  const foreign = foreignRuntime()
  if (foreign !== null) {
    warn(`${foreign} is not watched; the watchdog needs Node.js.`)
    return inert
  }
  if (isBundled()) {
    warn(
      'the watchdog cannot run as a part of a bundle: have eslint-plugin-event-loop loaded from node_modules (serverExternalPackages in the configuration of Next.js).',
    )
    return inert
  }
  const running = runningWatchdog() ?? start(options)
  running.users += 1
  const removeListeners = running.publisher.add(listeners)
  let isStopped = false
  return {
    ready: running.ready,
    settle: running.settle,
    stop: () => {
      if (isStopped) return
      isStopped = true
      running.users -= 1
      // In this order, because a stall that is under way is still reported.
      if (running.users === 0) running.stop()
      removeListeners()
    },
  }
}

function start(requested: ResolvedOptions): RunningWatchdog {
  const canCapture = process.features.inspector && (process.permission?.has('inspector') ?? true)
  // Without a stack of what blocks, the one that scheduled it is all there is.
  const options: ResolvedOptions = canCapture ? requested : { ...requested, origins: 'always' }
  const memory = createSharedMemory()
  const requests = trackRequests({ mayHaveWaited: mayHaveWaitedIn(memory, options.thresholdMs) })
  const allowances = new Allowances(memory)
  const publisher = new Publisher()
  const task = ownTask()
  const runDelay = runDelayOf(task)
  const journal = installJournal(memory, requests, allowances)
  const settings: WatcherSettings = {
    options,
    memory: memory.buffer,
    name: watchedName(),
    threadId,
    task,
    canCapture,
    hasColors: hasTerminalColors(process.env),
    workingDirectory: process.cwd(),
    startedAt: performance.timeOrigin,
    stripsTypes: Boolean(process.features.typescript),
    ownUrls: ownUrls(),
    snapshotExpression: `${watchdogExpression}.snapshot()`,
  }

  let isStopped = false
  const onNotice = (notice: StallNotice): void => {
    // Not for what nobody can mend, such as loading modules at the start, for a window is expensive.
    if (!isStopped && notice.report.cause !== 'starved') loop.noteStall()
    publisher.publish(notice)
  }
  const link = openLink()
  const telemetry = new OpenTelemetry()
  if (options.openTelemetry) {
    telemetry.start()
    publisher.addCounter((notice) => telemetry.count(notice))
  }
  const loop = watchLoop(options, memory, runDelay.read, journal, requests, allowances, telemetry, link.send)
  const ignoreWorkers = options.workers ? watchWorkers(options) : null
  const onExit = (): void => {
    loop.end()
    link.flush()
  }
  const stop = (): void => {
    if (isStopped) return
    isStopped = true
    loop.stop()
    runDelay.close()
    journal.stop()
    requests.stop()
    allowances.stop()
    ignoreWorkers?.()
    link.flush()
    telemetry.stop()
    link.close()
    process.off('exit', onExit)
    unregister()
  }
  process.on('exit', onExit)
  const running: RunningWatchdog = {
    snapshot: loop.snapshot,
    allowances,
    publisher,
    ready: link.ready,
    settle: () => {
      loop.beat()
      return link.settle()
    },
    stop,
    users: 0,
  }
  register(running)
  return running

  function openLink(): WatcherLink {
    try {
      const opened = startWatcherThread(settings, memory, onNotice, () => stop())
      if (!canCapture) warn('no inspector can be had, so blocked-at alone tells of stacks.')
      return opened
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      warn(`no thread can be had, so blocked-at alone watches: ${reason}`)
      return watchAlone(settings, onNotice)
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

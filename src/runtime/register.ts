/**
 * Starts a watchdog with the settings of the environment.
 *
 * For `node --import eslint-plugin-event-loop/register`, `node -r` of the same, or an import at the
 * beginning of a development server's entry. Never throws, and does nothing in worker threads,
 * which inherit the flag, unless they are to be watched, nor in package managers and runners, which
 * start others to do the work.
 */
import { isMainThread } from 'node:worker_threads'

import { watchEventLoop } from './index.js'
import { isLauncher } from './is-launcher.js'
import { optionsFromEnvironment } from './options.js'
import { startWatchdog } from './start-watchdog.js'
import { optionsOfThread } from './watch-workers.js'
import { warn } from './write-text.js'

if (!isMainThread) watchThread()
else if (!isLauncher(process.argv[1])) watchProcess()

function watchProcess(): void {
  const { options, warnings } = optionsFromEnvironment(process.env)
  for (const warning of warnings) warn(warning)
  quietly(() => watchEventLoop(options))
}

function watchThread(): void {
  quietly(() => {
    const options = optionsOfThread()
    if (options) startWatchdog(options, {})
  })
}

function quietly(start: () => void): void {
  try {
    start()
  } catch (error) {
    warn(`the watchdog could not start: ${error instanceof Error ? error.message : String(error)}`)
  }
}

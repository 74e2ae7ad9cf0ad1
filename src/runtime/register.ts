/**
 * Starts a watchdog with the settings of the environment.
 *
 * For `node --import eslint-plugin-event-loop/register`, `node -r` of the same, or an import at the
 * beginning of a development server's entry. Never throws, and does nothing in worker threads,
 * which inherit the flag, and in package managers and runners, which start others to do the work.
 */
import { isMainThread } from 'node:worker_threads'

import { watchEventLoop } from './index.js'
import { isLauncher } from './is-launcher.js'
import { optionsFromEnvironment } from './options.js'
import { warn } from './write-text.js'

if (isMainThread && !isLauncher(process.argv[1])) {
  const { options, warnings } = optionsFromEnvironment(process.env)
  for (const warning of warnings) warn(warning)
  try {
    watchEventLoop(options)
  } catch (error) {
    warn(`the watchdog could not start: ${error instanceof Error ? error.message : String(error)}`)
  }
}

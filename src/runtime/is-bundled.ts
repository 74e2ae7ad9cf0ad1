import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { callerFrames } from './loop/caller-frames.js'
import { fileOf } from './stack-frames.js'

/** Apart, because bundlers replace what is written as one expression. */
const threadFile = 'watcher/thread.cjs'

/**
 * Whether a bundler has put this package into the program, as Next.js does with what `instrumentation.js` imports:
 * then its own frames cannot be told from the program's, and the file of its thread is not where it was.
 */
export function isBundled(): boolean {
  try {
    const here = import.meta.url
    const [frame] = callerFrames(callerFrames, 1)
    const runsElsewhere = frame !== undefined && fileOf(frame.url) !== fileURLToPath(here)
    return runsElsewhere || !existsSync(new URL(threadFile, here))
  } catch {
    return true
  }
}

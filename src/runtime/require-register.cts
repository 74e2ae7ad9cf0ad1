/**
 * Starts a watchdog as `register` does, for `node -r` in processes that may be of any Node.js: one that cannot load ES
 * modules this way says so in a line and runs its program without.
 */
try {
  require('./register.js')
} catch (error) {
  const { writeSync } = require('node:fs') as typeof import('node:fs')
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
  try {
    writeSync(2, `eslint-plugin-event-loop: Node.js ${process.versions.node} is not watched: ${reason}\n`)
  } catch {
    // Standard error is closed or full; the program goes on.
  }
}

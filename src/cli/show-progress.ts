const BEFORE_FIRST_MS = 500
const BETWEEN_MS = 100

export interface Progress {
  at(done: number, name: string): void
  end(): void
}

/** Says on the terminal how far long work has got; silent in a pipe, a file and CI. */
export const showProgress = (total: number): Progress => {
  const { stderr } = process
  if (!stderr.isTTY || process.env['TERM'] === 'dumb') return { at: () => {}, end: () => {} }

  let next = performance.now() + BEFORE_FIRST_MS
  let isShown = false
  return {
    at: (done, name) => {
      const now = performance.now()
      if (now < next) return
      next = now + BETWEEN_MS
      isShown = true
      const line = `Checking ${done + 1} of ${total}: ${name}`
      // A line that wraps could not be erased.
      stderr.write(`\r\u001B[K${line.slice(0, (stderr.columns || 80) - 1)}`)
    },
    end: () => {
      if (isShown) stderr.write('\r\u001B[K')
    },
  }
}

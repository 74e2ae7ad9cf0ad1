const BEFORE_FIRST_MS = 1000
const BETWEEN_MS = 100

export interface Progress {
  at(text: string): void
  end(): void
}

/** Says on the terminal how far long work has got; silent in a pipe, a file and CI. */
export const showProgress = (): Progress => {
  const { stderr, env } = process
  if (!stderr.isTTY || env['TERM'] === 'dumb' || env['CI']) return { at: () => {}, end: () => {} }

  let next = performance.now() + BEFORE_FIRST_MS
  let isShown = false
  return {
    at: (text) => {
      const now = performance.now()
      if (now < next) return
      next = now + BETWEEN_MS
      isShown = true
      // A line that wraps could not be erased.
      stderr.write(`\r\u001B[K${text.slice(0, (stderr.columns || 80) - 1)}`)
    },
    end: () => {
      if (isShown) stderr.write('\r\u001B[K')
    },
  }
}

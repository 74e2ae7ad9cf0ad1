import { inputSize, largeSize } from './input-size.js'
import type { JournalledApi } from './journalled-apis.js'

/** Parsing a text of this length takes some ten milliseconds. */
const longTextSize = 1_000_000
const quickCryptoApis = new Set(['hkdfSync', 'randomFillSync', 'randomBytes', 'generateKeySync'])
const standardInput = 0

/**
 * Whether a call is sure to take so long that reading its stack beforehand costs next to nothing
 * in comparison: then its line is known even while it hangs.
 */
export function isSlowCall({ module, path }: JournalledApi, { 0: first }: ArrayLike<unknown>): boolean {
  if (module === 'child_process' || path === 'Atomics.wait' || path === 'DatabaseSync.prototype.exec') {
    return true
  }
  if (module === 'crypto') return path.endsWith('Sync') && !quickCryptoApis.has(path)
  if (module === 'zlib') return inputSize(first) > largeSize
  if (path === 'JSON.parse') return inputSize(first) > longTextSize
  return module === 'fs' && isTerminal(first)
}

/** It waits for a person, or for another process. */
function isTerminal(file: unknown): boolean {
  return file === standardInput || file === '/dev/stdin' || file === '/dev/tty'
}

import type { Builtin } from './wrap-builtins.js'

/** Below it, compression takes less time than reading the stack. */
const largeInputBytes = 65_536
const quickCryptoApis = new Set(['hkdfSync', 'randomFillSync', 'generateKeySync'])

/**
 * Whether a call is sure to take so long that reading its stack beforehand costs next to nothing
 * in comparison: then its line is known even while it hangs.
 */
export function isSlowCall({ module, name }: Builtin, { 0: first }: ArrayLike<unknown>): boolean {
  if (module === 'child_process') return true
  if (module === 'crypto') return !quickCryptoApis.has(name)
  if (module !== 'zlib') return false
  const { byteLength, length } = (first ?? {}) as { byteLength?: unknown; length?: unknown }
  return Number(byteLength ?? length) > largeInputBytes
}

import type { RawFrame } from '../messages.js'
import type { Builtin } from './wrap-builtins.js'

/** Below it, compression takes less time than reading the stack. */
const largeInputBytes = 65_536
const maximumFrames = 16
const quickCryptoApis = new Set(['hkdfSync', 'randomFillSync', 'generateKeySync'])

/**
 * Whether a call is likely to take so long that reading its stack beforehand costs next to nothing
 * in comparison: then its line is known even while it hangs.
 */
export function isCallerWanted({ module, name }: Builtin, { 0: first }: ArrayLike<unknown>): boolean {
  if (module === 'child_process') return true
  if (module === 'crypto') return !quickCryptoApis.has(name)
  if (module !== 'zlib') return false
  const { byteLength, length } = (first ?? {}) as { byteLength?: unknown; length?: unknown }
  return Number(byteLength ?? length) > largeInputBytes
}

/** The stack above `callee`, innermost first; null when it cannot be had. */
export function callerFrames(callee: (...parameters: never[]) => unknown): readonly RawFrame[] | null {
  const prepare = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace')
  const limit = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')
  try {
    const holder: { stack?: unknown } = {}
    Error.stackTraceLimit = maximumFrames
    Error.prepareStackTrace = (_error, sites) => sites.map(toRawFrame)
    Error.captureStackTrace(holder, callee)
    return holder.stack as readonly RawFrame[]
  } catch {
    return null
  } finally {
    if (limit) restore('stackTraceLimit', limit)
    if (prepare) restore('prepareStackTrace', prepare)
    else delete (Error as { prepareStackTrace?: unknown }).prepareStackTrace
  }
}

function restore(name: 'stackTraceLimit' | 'prepareStackTrace', property: PropertyDescriptor): void {
  try {
    Object.defineProperty(Error, name, property)
  } catch {
    // Frozen by the program: then it was never changed either.
  }
}

function toRawFrame(site: NodeJS.CallSite): RawFrame {
  const line = site.getLineNumber() ?? 1
  return {
    functionName: site.getFunctionName() ?? '',
    url: site.getFileName() ?? '',
    line,
    column: site.getColumnNumber() ?? 1,
    functionLine: site.getEnclosingLineNumber() ?? line,
  }
}

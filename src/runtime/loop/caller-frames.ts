import type { RawFrame } from '../messages.js'
import { nameOfScript } from '../stack-frames.js'
import { keepLastMatch } from './keep-last-match.js'

/**
 * The stack above `callee`, innermost first, without what has no file, such as `Array.prototype.sort`
 * and evaluated code; empty when it cannot be had.
 *
 * Awaiting callers that V8 knows of come last, with `async ` before their names.
 */
export function callerFrames(
  callee: (...parameters: never[]) => unknown,
  maximumFrames: number,
): readonly RawFrame[] {
  const prepare = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace')
  const limit = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')
  try {
    const holder: { stack?: unknown } = {}
    Error.stackTraceLimit = maximumFrames
    Error.prepareStackTrace = (_error, sites) => sites.flatMap(toRawFrame)
    Error.captureStackTrace(holder, callee)
    // Formatted on first access, so before the program's own formatter is put back.
    const frames = holder.stack
    return Array.isArray(frames) ? (frames as RawFrame[]) : []
  } catch {
    return []
  } finally {
    restore('stackTraceLimit', limit)
    restore('prepareStackTrace', prepare)
  }
}

/** The lines of a stack that are frames, each with the newline before it. No regular expression: see `keepLastMatch`. */
export function framesIn(stack: string): readonly string[] {
  const [, ...lines] = stack.split('\n')
  return lines.filter((line) => line.startsWith('    at ')).map((line) => `\n${line}`)
}

/** The lines above `callee` as the program's own errors have them, each with the newline before it. */
export function callerLines(
  callee: (...parameters: never[]) => unknown,
  maximumFrames: number,
): readonly string[] {
  const limit = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')
  try {
    const holder: { stack?: unknown } = {}
    Error.stackTraceLimit = maximumFrames
    Error.captureStackTrace(holder, callee)
    return typeof holder.stack === 'string' ? framesIn(holder.stack) : []
  } finally {
    restore('stackTraceLimit', limit)
  }
}

function restore(
  name: 'stackTraceLimit' | 'prepareStackTrace',
  property: PropertyDescriptor | undefined,
): void {
  try {
    if (property) Object.defineProperty(Error, name, property)
    else delete (Error as Partial<ErrorConstructor>)[name]
  } catch {
    // Frozen by the program: then it was never changed either.
  }
}

const fileName = /^(?:[\\/]|[A-Za-z]:[\\/]|[a-z][a-z+.-]+:\/\/)/

/** Null for evaluated code without a name, and for names that lead to no file, as `vm` gives. */
function sourceUrlOf(site: NodeJS.CallSite): string | null {
  const name = site.getScriptNameOrSourceURL()
  return name && keepLastMatch(() => fileName.test(name)) ? name : null
}

function toRawFrame(site: NodeJS.CallSite): RawFrame[] {
  // Development servers evaluate what they compile, and name it by a `sourceURL` comment.
  const file = site.getFileName()
  const url = file ?? sourceUrlOf(site)
  const line = site.getLineNumber()
  if (!url || line === null) return []
  const name = site.getFunctionName() ?? ''
  return [
    {
      functionName: site.isAsync() ? `async ${name}`.trim() : name,
      url: nameOfScript(url),
      line,
      column: site.getColumnNumber() ?? 1,
      functionLine: site.getEnclosingLineNumber() ?? line,
      ...(file ? {} : { isEvaluated: true as const }),
    },
  ]
}

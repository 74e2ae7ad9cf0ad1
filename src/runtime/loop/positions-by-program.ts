import type { RawFrame } from '../messages.js'
import { parseStackLine } from '../stack-frames.js'

/**
 * Where a frame stands in the original, as the program's own `Error.prepareStackTrace` says: that is
 * how vitest, Vite, ts-node and source-map-support map what they have compiled in memory. Null when
 * there is none, or it leaves the frame as it is.
 */
export function positionByProgram(frame: RawFrame): RawFrame | null {
  try {
    const prepare: unknown = Error.prepareStackTrace
    if (typeof prepare !== 'function') return null
    const error = new Error('position')
    const text: unknown = prepare.call(Error, error, [new Site(frame)])
    if (typeof text !== 'string') return null
    const found = parseStackLine(text.split('\n').find((line) => /^\s*at /.test(line)) ?? '')
    const isSame = found?.url === frame.url && found.line === frame.line && found.column === frame.column
    return found && !isSame ? found : null
  } catch {
    // It is the program's function, and may expect more than it gets here.
    return null
  }
}

/** A call site as V8 makes them, with methods on its prototype, for they get copied from there. */
class Site {
  readonly #frame: RawFrame

  constructor(frame: RawFrame) {
    this.#frame = frame
  }

  getFileName(): string {
    return this.#frame.url
  }

  getScriptNameOrSourceURL(): string {
    return this.#frame.url
  }

  getLineNumber(): number {
    return this.#frame.line
  }

  getColumnNumber(): number {
    return this.#frame.column
  }

  getEnclosingLineNumber(): number {
    return this.#frame.functionLine
  }

  getEnclosingColumnNumber(): number {
    return 1
  }

  getPosition(): number {
    return 0
  }

  getFunctionName(): string | null {
    return this.#frame.functionName || null
  }

  getMethodName(): null {
    return null
  }

  getTypeName(): null {
    return null
  }

  getThis(): undefined {
    return undefined
  }

  getFunction(): undefined {
    return undefined
  }

  getEvalOrigin(): undefined {
    return undefined
  }

  getPromiseIndex(): null {
    return null
  }

  getScriptHash(): string {
    return ''
  }

  isToplevel(): boolean {
    return true
  }

  isEval(): boolean {
    return false
  }

  isNative(): boolean {
    return false
  }

  isConstructor(): boolean {
    return false
  }

  isAsync(): boolean {
    return false
  }

  isPromiseAll(): boolean {
    return false
  }

  toString(): string {
    const { functionName, url, line, column } = this.#frame
    return functionName ? `${functionName} (${url}:${line}:${column})` : `${url}:${line}:${column}`
  }
}

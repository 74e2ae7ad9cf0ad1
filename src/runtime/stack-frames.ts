import { fileURLToPath } from 'node:url'

import type { RawFrame } from './messages.js'
import type { StackFrame } from './types.js'

/** Node's own code, which only ever runs on behalf of somebody. */
export function isInternal(url: string): boolean {
  return url.startsWith('node:')
}

/** A package that was installed; not the project's own configuration, which Vite compiles to there. */
export function isDependency(url: string): boolean {
  return /[\\/]node_modules[\\/]/.test(url) && !/[\\/]node_modules[\\/]\.vite-temp[\\/][^\\/]+$/.test(url)
}

/** The name of the package that a file belongs to; null for what is not installed. */
export function packageOf(file: string): string | null {
  if (!isDependency(file)) return null
  const [scopeOrName = '', name = ''] = file.split(/[\\/]node_modules[\\/]/).at(-1)!.split(/[\\/]/)
  return scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName
}

/** What a bundler adds to load its chunks, as its source maps name it, or as Next.js writes it. */
export function isBundlerRuntime(url: string): boolean {
  return bundlerRuntimes.some((expression) => expression.test(url))
}

const bundlerRuntimes = [
  /^(?:turbopack|webpack)[\w-]*:\/\/.*(?:\[turbopack\]|webpack\/(?:runtime|bootstrap))/,
  /[\\/](?:\[turbopack\]_runtime|webpack-runtime)\.js$/,
  // Installed packages, each as a text that is evaluated under a name of its own.
  /[\\/]\.next[\\/](?:dev[\\/])?server[\\/]vendor-chunks[\\/]/,
]

/** Code that the user wrote: neither Node's nor installed, nor a bundler's. */
export function isUserCode(url: string): boolean {
  return !isInternal(url) && !isDependency(url) && !isBundlerRuntime(url)
}

/**
 * The same of a frame that source maps have led as far as they lead: what Next.js's development server compiles has
 * maps, so what is left there is what it adds to load modules.
 */
export function isUserSource(file: string): boolean {
  return isUserCode(file) && !/[\\/]\.next[\\/]dev[\\/]/.test(file)
}

/** How a script is named: a `data:` URL is a whole program, with whatever secrets that has, and only its kind is told. */
export function nameOfScript(url: string): string {
  if (!url.startsWith('data:')) return url
  const [beforeData = ''] = url.slice(0, longestKind).split(',', 1)
  const [kind = ''] = beforeData.split(';', 1)
  return `${kind.length === longestKind ? 'data:' : kind},…`
}

/** Characters of `data:` and a media type. */
const longestKind = 60

/** Reads a line of `Error.stack`; null for what is no frame, such as the message. */
export function parseStackLine(line: string): RawFrame | null {
  const match = /^\s*at (?:(.*?) \()?(?:async )?(.+?):(\d+):(\d+)\)?$/.exec(line)
  if (!match) return null
  const [, name = '', url = '', lineText, columnText] = match
  return {
    functionName: name.replace(/^async /, ''),
    url: nameOfScript(url),
    line: Number(lineText),
    column: Number(columnText),
    functionLine: Number(lineText),
  }
}

export function toStackFrame(frame: RawFrame): StackFrame {
  return {
    functionName: frame.functionName,
    file: fileOf(frame.url),
    line: frame.line,
    column: frame.column,
    ...(frame.isEvaluated && { isCompiled: true }),
  }
}

/** The path of a `file:` URL; any other name as it is. */
export function fileOf(url: string): string {
  if (!url.startsWith('file:')) return url
  try {
    return fileURLToPath(url)
  } catch {
    return url
  }
}

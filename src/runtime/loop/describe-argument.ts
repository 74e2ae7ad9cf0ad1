import { fileURLToPath } from 'node:url'

import { inputSize } from './input-size.js'
import { keepLastMatch } from './keep-last-match.js'
import type { JournalledApi } from './journalled-apis.js'

/**
 * Says which file, command, statement or amount of data a call is about; never contents, secrets or
 * the arguments of a command.
 *
 * @param receiver the object that the API is a method of
 */
export function describeArgument(
  { module, path }: JournalledApi,
  { 0: first, 1: second, 2: third, 3: fourth }: ArrayLike<unknown>,
  receiver?: unknown,
): string | null {
  try {
    switch (module) {
      case 'fs':
        return typeof first === 'string' ? first : describeFile(first)
      case 'child_process':
        return typeof first === 'string' ? keepLastMatch(() => commandOf(first, path)) : null
      case 'sqlite':
        return keepLastMatch(() => describeStatement(first, receiver))
      case 'crypto':
        return describeCryptography(path, first, second, third)
      case 'process':
      case 'v8':
        return typeof first === 'string' ? first : path === 'dlopen' ? String(second) : describeSize(first)
    }
    if (path === 'Atomics.wait') return describeTimeout(fourth)
    if (path === 'Buffer.prototype.toString') return describeSize(receiver)
    return describeSize(first)
  } catch {
    return null
  }
}

/** How many characters a call has made, where its arguments did not tell how much there is to do. */
export function sizeOfResult({ gate }: JournalledApi, result: unknown): number | null {
  return gate === 'object' && typeof result === 'string' ? result.length : null
}

export function describeCharacters(count: number): string {
  return `${count} characters`
}

function describeFile(file: unknown): string | null {
  if (typeof file === 'number') return `file descriptor ${file}`
  if (file instanceof URL) return keepLastMatch(() => fileURLToPath(file))
  return Buffer.isBuffer(file) ? file.toString() : null
}

/** Of a shell's line only the program, for its arguments and variables may be secrets. */
function commandOf(command: string, name: string): string | null {
  if (name !== 'execSync') return command
  const quoted = /^\s*(?:"([^"]+)"|'([^']+)')/.exec(command)
  if (quoted) return quoted[1] ?? quoted[2] ?? null
  const words = command.trim().split(/\s+/)
  const program = words.find((word) => !/^\w+=/.test(word))
  return program?.replace(/[;&|<>()`$].*$/s, '') || null
}

const maximumStatementLength = 120

/** A statement of SQL with `?` for each literal: these may be anybody's data. */
function describeStatement(first: unknown, receiver: unknown): string | null {
  const prepared = (receiver as { sourceSQL?: unknown } | null | undefined)?.sourceSQL
  const text = typeof prepared === 'string' ? prepared : first
  if (typeof text !== 'string') return null
  const start = text.slice(0, 4 * maximumStatementLength)
  const statement = start
    .replace(/--[^\n]*|\/\*.*?(?:\*\/|$)/gs, ' ')
    // In double quotes, too: where SQLite finds no column of that name, it takes a text.
    .replace(/'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|\b\d+(?:\.\d+)?\b/g, '?')
    .replace(/\s+/g, ' ')
    .trim()
  return statement.length <= maximumStatementLength
    ? statement
    : `${statement.slice(0, maximumStatementLength)}…`
}

/** How the names of those begin whose first argument is data, or its size. */
const takesData = ['random', 'Cipher', 'Decipher', 'Hash', 'Hmac', 'Sign', 'Verify']

function describeCryptography(
  path: string,
  first: unknown,
  second: unknown,
  third: unknown,
): string | null {
  if (path === 'pbkdf2Sync') return typeof third === 'number' ? `${third} iterations` : null
  if (path === 'hash') return describeSize(second)
  if (path.startsWith('generateKey')) return typeof first === 'string' ? first : null
  if (path.startsWith('generatePrime')) return typeof first === 'number' ? `${first} bits` : null
  return takesData.some((name) => path.startsWith(name)) ? describeSize(first) : null
}

/** Milliseconds, as `Atomics.wait` takes them. */
function describeTimeout(timeout: unknown): string {
  return typeof timeout === 'number' && Number.isFinite(timeout) ? `${timeout} ms` : 'no timeout'
}

function describeSize(data: unknown): string | null {
  if (typeof data === 'string') return describeCharacters(data.length)
  const size = inputSize(data)
  return size > 0 && Number.isFinite(size) ? `${size} bytes` : null
}

import { fileURLToPath } from 'node:url'

import type { Builtin } from './wrap-builtins.js'

/**
 * Says which file, command or amount of data a call is about; never contents, secrets or the
 * arguments of a command.
 */
export function describeArgument(
  { module, name }: Builtin,
  { 0: first }: ArrayLike<unknown>,
): string | null {
  try {
    if (module === 'fs') return typeof first === 'string' ? first : describeFile(first)
    if (module === 'child_process') return typeof first === 'string' ? commandOf(first, name) : null
    if (module === 'zlib') return describeSize(first)
    return name.startsWith('generateKey') && typeof first === 'string' ? first : null
  } catch {
    return null
  }
}

function describeFile(file: unknown): string | null {
  if (typeof file === 'number') return `file descriptor ${file}`
  if (file instanceof URL) return fileURLToPath(file)
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

function describeSize(data: unknown): string | null {
  if (typeof data === 'string') return `${data.length} characters`
  const { byteLength } = (data ?? {}) as { byteLength?: unknown }
  return typeof byteLength === 'number' ? `${byteLength} bytes` : null
}

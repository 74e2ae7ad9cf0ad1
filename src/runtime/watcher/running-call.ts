import type { JournalSummary, RawFrame } from '../messages.js'
import { readRequestText } from '../request-text.js'
import { Flag, readText, Text, Time, type SharedMemory } from '../shared-memory.js'

/** A synchronous call that the watched thread is inside of. */
export interface RunningCall {
  readonly beganAt: number
  readonly summary: JournalSummary
}

/** Reads the journal's entry while the loop cannot answer; null when no call runs. */
export function readRunningCall(memory: SharedMemory, time: number): RunningCall | null {
  const { flags, times } = memory
  const version = Atomics.load(flags, Flag.JournalVersion)
  const isRunning = flags[Flag.InCall] === 1
  const api = readText(memory, Text.api)
  const beganAt = times[Time.JournalStart] ?? 0
  const argument = readText(memory, Text.argument)
  const request = readText(memory, Text.request)
  const caller = readText(memory, Text.caller)
  // The thread has gone on meanwhile, so the parts may belong to different calls.
  const isTorn = version % 2 === 1 || Atomics.load(flags, Flag.JournalVersion) !== version
  if (isTorn || !isRunning) return null
  const summary = {
    api,
    argument: argument === '' ? null : argument,
    calls: 1,
    totalMs: time - beganAt,
    allowedMs: 0,
    longestMs: time - beganAt,
    allMs: time - beganAt,
    caller: parseFrames(caller),
    request: readRequestText(request),
  }
  return { beganAt, summary }
}

/** A text that was cut off because it was too long is as good as none. */
function parseFrames(text: string): RawFrame[] | null {
  if (text === '') return null
  try {
    return JSON.parse(text) as RawFrame[]
  } catch {
    return null
  }
}

/**
 * What crosses between the threads while the loop hangs.
 *
 * Everything else travels in messages; this is only what has to be readable when the watched
 * thread cannot send any.
 */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer
  /** See {@link Flag}. */
  readonly flags: Int32Array
  /** Milliseconds of the shared clock, see {@link Time}. */
  readonly times: Float64Array
  /** UTF-8 texts about the call that is running, see {@link Text}. */
  readonly text: Buffer
}

/** Indexes into `flags`. */
export const Flag = {
  /** Messages that the loop has sent to the watcher. */
  Sent: 0,
  /** Messages that the watcher has dealt with. */
  Handled: 1,
  /** 1 while the watcher has an inspector session on the watched thread. */
  Capturing: 2,
  /** Odd while the journal writes, so that a reader can tell a torn entry. */
  JournalVersion: 3,
  /** 1 while a journalled call runs. */
  InCall: 4,
  /** Length in bytes of each text. */
  ArgumentLength: 5,
  RequestLength: 6,
  CallerLength: 7,
  /** How often the watched thread has described itself. */
  Snapshots: 9,
  /** 1 from when no more captures may begin, because the program ends. */
  Ended: 10,
  /** 1 until the program has started. */
  Startup: 8,
  /** 1 while an inspector listens, so that the thread may come to stand at a breakpoint. */
  Debugged: 11,
  /** Length in bytes of the text about the `allowBlocking` that runs; 0 while none does. */
  AllowanceLength: 12,
  ApiLength: 13,
  /** 1 while the loop has had nothing to do for a while, and beats more rarely. */
  Resting: 14,
} as const

/** Indexes into `times`. */
export const Time = {
  Beat: 0,
  /** When the running synchronous call began. */
  JournalStart: 1,
  /** When the microtask and the tick that a capture had queued ran. */
  MicrotaskProbe: 2,
  TickProbe: 3,
  /** When the `allowBlocking` began that runs. */
  AllowanceStart: 4,
  /** For how long the watched thread had waited for a processor, at the last beat; not a number where unknown. */
  RunDelay: 5,
} as const

/** Where each text lies. */
export const Text = {
  argument: { offset: 0, bytes: 512, length: Flag.ArgumentLength },
  request: { offset: 512, bytes: 1536, length: Flag.RequestLength },
  caller: { offset: 2048, bytes: 6144, length: Flag.CallerLength },
  allowance: { offset: 8192, bytes: 512, length: Flag.AllowanceLength },
  api: { offset: 8704, bytes: 128, length: Flag.ApiLength },
} as const

const flagBytes = 128
const timeBytes = 128
const textBytes = 8832

export function createSharedMemory(): SharedMemory {
  return openSharedMemory(new SharedArrayBuffer(flagBytes + timeBytes + textBytes))
}

export function openSharedMemory(buffer: SharedArrayBuffer): SharedMemory {
  return {
    buffer,
    flags: new Int32Array(buffer, 0, flagBytes / 4),
    times: new Float64Array(buffer, flagBytes, timeBytes / 8),
    text: Buffer.from(buffer, flagBytes + timeBytes, textBytes),
  }
}

type TextSlot = (typeof Text)[keyof typeof Text]

/** Writes as much of `value` as fits. */
export function writeText({ flags, text }: SharedMemory, slot: TextSlot, value: string): void {
  flags[slot.length] = text.write(value, slot.offset, slot.bytes, 'utf8')
}

export function readText(memory: SharedMemory, slot: TextSlot): string {
  const length = memory.flags[slot.length] ?? 0
  return memory.text.toString('utf8', slot.offset, slot.offset + length)
}

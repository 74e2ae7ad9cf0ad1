import { appendStall } from '../../../stalls-file.js'
import type { StallSink } from '../../types.js'
import { warn, writeText } from '../../write-text.js'

/** One JSON object a line on a file descriptor, until that is closed. */
export function jsonLinesTo(descriptor: number): StallSink {
  let isOpen = true
  return {
    write: (report) => {
      isOpen &&= writeText(descriptor, `${JSON.stringify(report)}\n`)
    },
  }
}

/**
 * One JSON object a line at the end of the stalls file. The first failure is told, and the last: a
 * disk that is full has no use for more.
 */
export function jsonLinesIn(file: string, maximumBytes: number): StallSink {
  let isWritable = true
  return {
    write: (report) => {
      if (!isWritable) return
      try {
        appendStall(file, report, maximumBytes)
      } catch (error) {
        isWritable = false
        warn(`stalls are not recorded, ${file} cannot be written: ${messageOf(error)}`)
      }
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

// blocked-at by itself, at the same threshold, as its own documentation uses it.
import { appendFileSync } from 'node:fs'
import blockedAt from 'blocked-at'

blockedAt(
  (durationMs, stack) => {
    const frames = stack.flatMap((line) => {
      const [, file, number] = /\(?(?:file:\/\/)?(\/[^:()]+|node:[^:()]+):(\d+):\d+\)?$/.exec(line) ?? []
      return file === undefined ? [] : [{ file, line: Number(number) }]
    })
    appendFileSync(process.env.COMPARED_REPORTS, `${JSON.stringify({ durationMs, frames })}\n`)
  },
  { threshold: 100 },
)

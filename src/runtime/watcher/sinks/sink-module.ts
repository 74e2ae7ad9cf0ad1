import type { StallReport, StallSink } from '../../types.js'
import { warn } from '../../write-text.js'

/** A module that takes so long to load that more reports wait for it is not worth waiting for. */
const maximumWaiting = 100

/** A sink that is the default export of a module; reports wait until it has loaded. */
export function sinkFromModule(url: string): StallSink {
  let waiting: StallReport[] | null = []
  let loaded: StallSink | null = null
  import(url).then(
    (module: { default?: unknown }) => {
      const sink = module.default
      if (isSink(sink)) {
        loaded = sink
        for (const report of waiting ?? []) write(sink, report)
      } else {
        warn(`${url} is no sink: its default export has no function "write".`)
      }
      waiting = null
    },
    (error: unknown) => {
      waiting = null
      warn(`the sink ${url} cannot be loaded: ${messageOf(error)}`)
    },
  )
  return {
    write: (report) => {
      if (loaded) loaded.write(report)
      else if (waiting && waiting.length < maximumWaiting) waiting.push(report)
    },
  }
}

function write(sink: StallSink, report: StallReport): void {
  try {
    sink.write(report)
  } catch (error) {
    warn(`a sink has failed: ${messageOf(error)}`)
  }
}

function isSink(value: unknown): value is StallSink {
  return typeof (value as Partial<StallSink> | null | undefined)?.write === 'function'
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { defaultStallsFile } from '../stalls-file.js'
import type { Listeners } from './loop/publish.js'
import { optionChecks, quote } from './option-checks.js'
import type { StallReport, StallSink } from './types.js'

/** Where stalls are printed: for a person, as JSON lines on standard error, or nowhere. */
export type ReportFormat = 'terminal' | 'json' | 'none'

/** When blocked-at listens for the stack that scheduled a blocking callback. */
export type OriginsMode = 'after-stall' | 'always' | 'never'

/** Where stalls are accepted; in every name `*` stands for any text. */
export interface AllowedPlaces {
  /** As reports name them: `fs.existsSync`, `crypto.*`. */
  readonly apis: readonly string[]
  /** Names of functions of your own code: `renderInvoice`, `InvoiceService.*`. */
  readonly functions: readonly string[]
  /** Files of your own code, relative to the working directory: `src/reports/*`. */
  readonly files: readonly string[]
  /** Packages whose code was executing: `sharp`, `@acme/*`. */
  readonly packages: readonly string[]
}

/** Which stalls are reported of those that are not accepted. */
export interface ReportPolicy {
  /** The share of them, 0 to 1. */
  readonly sampleRate: number
  /** At most so many in any 60 seconds. */
  readonly maxReportsPerMinute: number
}

export interface WatchdogOptions {
  /** Milliseconds that a turn of the loop may take; 10 to 3,600,000, default 100. */
  readonly thresholdMs?: number
  /**
   * File that stalls are appended to, default `.event-loop/stalls.jsonl`; a relative path starts
   * at the working directory, an empty string means no file.
   */
  readonly stallsFile?: string
  /** Bytes that the stalls file may have before it is rotated, at least 10,000; default 10,000,000. */
  readonly maxStallsFileBytes?: number
  /** Watches worker threads as well that are started from now on, each on its own; default false. */
  readonly workers?: boolean
  /**
   * Milliseconds after which the process is ended when its loop still hangs, default never: with
   * `exitCode` where it executes JavaScript, else by SIGKILL.
   */
  readonly exitAfterMs?: number
  /** From 0 to 255, default 70. */
  readonly exitCode?: number
  /** Default `terminal`. */
  readonly report?: ReportFormat
  /**
   * Default `after-stall`: short windows after a stall, because blocked-at multiplies the cost of
   * a request while it listens.
   */
  readonly origins?: OriginsMode
  /** Where stalls are not reported; default nowhere. */
  readonly allow?: Partial<AllowedPlaces>
  /** The share of stalls that is reported, 0 to 1, default 1. */
  readonly sampleRate?: number
  /** At most so many stalls are reported in any 60 seconds; default 60. */
  readonly maxReportsPerMinute?: number
  /**
   * Called with each reported stall when the loop turns again. What it throws, or its promise
   * rejects with, is told once on standard error and goes no further.
   */
  readonly onStall?: (report: StallReport) => unknown
  /**
   * Further places that reports go to: objects, which are called on this thread when the loop turns
   * again, and modules (a `file:` URL or a path) whose default export is one, which are loaded on
   * the watchdog's thread and called while the loop may hang.
   */
  readonly sinks?: readonly (StallSink | URL | string)[]
  /** Whether to report to OpenTelemetry where the program has set it up; default true. */
  readonly openTelemetry?: boolean
}

/** Options with every default filled in, without what cannot go to another thread. */
export interface ResolvedOptions extends ReportPolicy {
  readonly thresholdMs: number
  /** An absolute path, or null. */
  readonly stallsFile: string | null
  readonly maxStallsFileBytes: number
  readonly workers: boolean
  /** Null for never. */
  readonly exitAfterMs: number | null
  readonly exitCode: number
  readonly report: ReportFormat
  readonly origins: OriginsMode
  readonly allow: AllowedPlaces
  /** URLs. */
  readonly sinkModules: readonly string[]
  readonly openTelemetry: boolean
}

const defaults = {
  thresholdMs: 100,
  stallsFile: defaultStallsFile,
  maxStallsFileBytes: 10_000_000,
  workers: false,
  exitCode: 70,
  report: 'terminal',
  origins: 'after-stall',
  sampleRate: 1,
  maxReportsPerMinute: 60,
  openTelemetry: true,
} as const satisfies WatchdogOptions

const nowhere: AllowedPlaces = { apis: [], functions: [], files: [], packages: [] }

/**
 * Fills in defaults.
 *
 * @throws TypeError that names the option and its value, also for an unknown option.
 */
export function resolveOptions(
  options: WatchdogOptions = {},
  workingDirectory: string = process.cwd(),
): ResolvedOptions {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`The watchdog's options must be an object, not ${quote(options)}.`)
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    if (!Object.hasOwn(optionChecks, name)) {
      throw new TypeError(`The watchdog has no option "${name}" (value ${quote(value)}).`)
    }
    const { text, isValid } = optionChecks[name as keyof WatchdogOptions]
    if (!isValid(value)) {
      throw new TypeError(`The watchdog's option "${name}" must be ${text}, not ${quote(value)}.`)
    }
  }
  const stallsFile = options.stallsFile ?? defaults.stallsFile
  const modules = (options.sinks ?? []).filter((sink) => typeof sink === 'string' || sink instanceof URL)
  return {
    thresholdMs: options.thresholdMs ?? defaults.thresholdMs,
    stallsFile: stallsFile === '' ? null : path.resolve(workingDirectory, stallsFile),
    maxStallsFileBytes: options.maxStallsFileBytes ?? defaults.maxStallsFileBytes,
    workers: options.workers ?? defaults.workers,
    exitAfterMs: options.exitAfterMs ?? null,
    exitCode: options.exitCode ?? defaults.exitCode,
    report: options.report ?? defaults.report,
    origins: options.origins ?? defaults.origins,
    allow: { ...nowhere, ...options.allow },
    sampleRate: options.sampleRate ?? defaults.sampleRate,
    maxReportsPerMinute: options.maxReportsPerMinute ?? defaults.maxReportsPerMinute,
    openTelemetry: options.openTelemetry ?? defaults.openTelemetry,
    sinkModules: modules.map((module) => {
      const text = String(module)
      return text.startsWith('file:') ? text : pathToFileURL(path.resolve(workingDirectory, text)).href
    }),
  }
}

/** What of the options stays on this thread; they have been checked. */
export function listenersOf({ onStall, sinks = [] }: WatchdogOptions): Listeners {
  const isObject = (sink: unknown): sink is StallSink => {
    return typeof sink === 'object' && !(sink instanceof URL)
  }
  return { onStall, sinks: sinks.filter(isObject) }
}

// Number('') is 0 and Number('0x64') is 100: neither is what a person meant.
const toNumber = (text: string): unknown => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text)

const switches = new Map([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
])

const variables = {
  EVENT_LOOP_THRESHOLD_MS: { name: 'thresholdMs', parse: toNumber },
  EVENT_LOOP_STALLS_FILE: { name: 'stallsFile', parse: (text) => text },
  EVENT_LOOP_WORKERS: { name: 'workers', parse: (text) => switches.get(text.trim()) ?? text },
  EVENT_LOOP_REPORT: { name: 'report', parse: (text) => text },
  EVENT_LOOP_MAX_REPORTS_PER_MINUTE: { name: 'maxReportsPerMinute', parse: toNumber },
} as const satisfies Record<
  string,
  { name: keyof typeof defaults; parse: (text: string) => unknown }
>

/**
 * Reads the preload's settings from environment variables.
 *
 * A value that cannot be used is left out, and `warnings` has one line for it that names the
 * variable.
 */
export function optionsFromEnvironment(environment: NodeJS.ProcessEnv): {
  readonly options: WatchdogOptions
  readonly warnings: readonly string[]
} {
  const options: Partial<Record<keyof WatchdogOptions, unknown>> = {}
  const warnings: string[] = []
  for (const [variable, { name, parse }] of Object.entries(variables)) {
    const text = environment[variable]
    if (text === undefined) continue
    const value = parse(text)
    if (optionChecks[name].isValid(value)) {
      options[name] = value
    } else {
      warnings.push(
        `${variable} must be ${optionChecks[name].text}, not ${quote(text)}; ` +
          `using ${quote(defaults[name])}.`,
      )
    }
  }
  return { options: options as WatchdogOptions, warnings }
}

import path from 'node:path'

import { defaultStallsFile } from '../stalls-file.js'

/** Where stalls are printed: for a person, as JSON lines on standard error, or nowhere. */
export type ReportFormat = 'terminal' | 'json' | 'none'

/** When blocked-at listens for the stack that scheduled a blocking callback. */
export type OriginsMode = 'after-stall' | 'always' | 'never'

export interface WatchdogOptions {
  /** Milliseconds that a turn of the loop may take; 10 to 3,600,000, default 100. */
  readonly thresholdMs?: number
  /**
   * File that stalls are appended to, default `.event-loop/stalls.jsonl`; a relative path starts
   * at the working directory, an empty string means no file.
   */
  readonly stallsFile?: string
  /** Default `terminal`. */
  readonly report?: ReportFormat
  /**
   * Default `after-stall`: short windows after a stall, because blocked-at multiplies the cost of
   * a request while it listens.
   */
  readonly origins?: OriginsMode
}

/** Options with every default filled in; `stallsFile` is absolute or null. */
export interface ResolvedOptions {
  readonly thresholdMs: number
  readonly stallsFile: string | null
  readonly report: ReportFormat
  readonly origins: OriginsMode
}

const defaults = {
  thresholdMs: 100,
  stallsFile: defaultStallsFile,
  report: 'terminal',
  origins: 'after-stall',
} as const satisfies Required<WatchdogOptions>

type OptionName = keyof WatchdogOptions

const expectations: Record<OptionName, { text: string; isValid: (value: unknown) => boolean }> = {
  thresholdMs: {
    text: 'a number of milliseconds from 10 to 3600000',
    isValid: (value) => typeof value === 'number' && value >= 10 && value <= 3_600_000,
  },
  stallsFile: {
    text: 'a path, or an empty string for no file',
    isValid: (value) => typeof value === 'string' && !value.includes('\0'),
  },
  report: {
    text: '"terminal", "json" or "none"',
    isValid: (value) => value === 'terminal' || value === 'json' || value === 'none',
  },
  origins: {
    text: '"after-stall", "always" or "never"',
    isValid: (value) => value === 'after-stall' || value === 'always' || value === 'never',
  },
}

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
    if (!Object.hasOwn(expectations, name)) {
      throw new TypeError(`The watchdog has no option "${name}" (value ${quote(value)}).`)
    }
    const { text, isValid } = expectations[name as OptionName]
    if (!isValid(value)) {
      throw new TypeError(`The watchdog's option "${name}" must be ${text}, not ${quote(value)}.`)
    }
  }
  const stallsFile = options.stallsFile ?? defaults.stallsFile
  return {
    thresholdMs: options.thresholdMs ?? defaults.thresholdMs,
    stallsFile: stallsFile === '' ? null : path.resolve(workingDirectory, stallsFile),
    report: options.report ?? defaults.report,
    origins: options.origins ?? defaults.origins,
  }
}

const variables: Record<string, { name: OptionName; parse: (text: string) => unknown }> = {
  EVENT_LOOP_THRESHOLD_MS: {
    name: 'thresholdMs',
    // Number('') is 0 and Number('0x64') is 100: neither is what a person meant.
    parse: (text) => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text),
  },
  EVENT_LOOP_STALLS_FILE: { name: 'stallsFile', parse: (text) => text },
  EVENT_LOOP_REPORT: { name: 'report', parse: (text) => text },
}

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
  const options: Partial<Record<OptionName, unknown>> = {}
  const warnings: string[] = []
  for (const [variable, { name, parse }] of Object.entries(variables)) {
    const text = environment[variable]
    if (text === undefined) continue
    const value = parse(text)
    if (expectations[name].isValid(value)) {
      options[name] = value
    } else {
      warnings.push(
        `${variable} must be ${expectations[name].text}, not ${quote(text)}; ` +
          `using ${quote(defaults[name])}.`,
      )
    }
  }
  return { options: options as WatchdogOptions, warnings }
}

function quote(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}

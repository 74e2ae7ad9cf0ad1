import type { AllowedPlaces, WatchdogOptions } from './options.js'

/** What a value has to be, in words, and whether it is. */
export interface OptionCheck {
  readonly text: string
  readonly isValid: (value: unknown) => boolean
}

const isText = (value: unknown): boolean => typeof value === 'string' && !value.includes('\0')

const isBetween = (minimum: number, maximum: number) => (value: unknown) => {
  return typeof value === 'number' && value >= minimum && value <= maximum
}

const isOneOf = (...values: readonly string[]) => {
  return (value: unknown) => typeof value === 'string' && values.includes(value)
}

const placeNames: readonly string[] = [
  'apis',
  'functions',
  'files',
  'packages',
] satisfies (keyof AllowedPlaces)[]

const isPlaces = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).every(([name, patterns]) => {
    if (!placeNames.includes(name)) return false
    return Array.isArray(patterns) && patterns.every((pattern) => isText(pattern) && pattern !== '')
  })
}

const isSinks = (value: unknown): boolean => {
  if (!Array.isArray(value)) return false
  return value.every((sink: unknown) => {
    if (typeof sink === 'string') return isText(sink) && sink !== ''
    if (sink instanceof URL) return sink.protocol === 'file:'
    return typeof (sink as { write?: unknown } | null)?.write === 'function'
  })
}

export const optionChecks: Record<keyof WatchdogOptions, OptionCheck> = {
  thresholdMs: {
    text: 'a number of milliseconds from 10 to 3600000',
    isValid: isBetween(10, 3_600_000),
  },
  stallsFile: { text: 'a path, or an empty string for no file', isValid: isText },
  maxStallsFileBytes: {
    text: 'a number of bytes from 10000',
    isValid: isBetween(10_000, Number.MAX_SAFE_INTEGER),
  },
  workers: { text: 'true or false', isValid: (value) => typeof value === 'boolean' },
  exitAfterMs: {
    text: 'a number of milliseconds from 100 to 3600000',
    isValid: isBetween(100, 3_600_000),
  },
  exitCode: {
    text: 'a whole number from 0 to 255',
    isValid: (value) => Number.isInteger(value) && isBetween(0, 255)(value),
  },
  report: {
    text: '"terminal", "json" or "none"',
    isValid: isOneOf('terminal', 'json', 'none'),
  },
  origins: {
    text: '"after-stall", "always" or "never"',
    isValid: isOneOf('after-stall', 'always', 'never'),
  },
  allow: {
    text: 'an object with lists of names under "apis", "functions", "files" and "packages"',
    isValid: isPlaces,
  },
  sampleRate: { text: 'a share from 0 to 1', isValid: isBetween(0, 1) },
  maxReportsPerMinute: {
    text: 'a number of reports from 1 to 100000',
    isValid: isBetween(1, 100_000),
  },
  onStall: { text: 'a function', isValid: (value) => typeof value === 'function' },
  openTelemetry: { text: 'true or false', isValid: (value) => typeof value === 'boolean' },
  sinks: {
    text: 'a list of objects with a function "write", and of paths or file URLs of modules',
    isValid: isSinks,
  },
}

/** A value as an error shows it. */
export function quote(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}

import path from 'node:path'

import { packageOf } from '../stack-frames.js'
import type { AllowedPlaces, ReportPolicy } from '../options.js'
import type { StallReport } from '../types.js'

/**
 * Whether the options accept a stall for where it happened.
 *
 * It is judged by the API that blocked, by the function and the file of the first frame of the user's
 * own code, and by the package of the innermost frame.
 */
export function acceptsPlace(
  { apis, functions, files, packages }: AllowedPlaces,
  workingDirectory: string,
): (report: StallReport) => boolean {
  const isApi = matcher(apis.map((name) => name.replace(/^node:/, '')))
  const isFunction = matcher(functions)
  const isFile = matcher(files.map((file) => toSlashes(path.resolve(workingDirectory, file))))
  const isPackage = matcher(packages)
  return ({ api, blockedAt, place }) => {
    if (api && isApi(api.name)) return true
    // Where the thread was next says nothing about what took so long.
    if (!blockedAt || blockedAt.confidence === 'late') return false
    const [innermost] = blockedAt.frames
    const owner = innermost && packageOf(innermost.file)
    if (owner && isPackage(owner)) return true
    if (!place) return false
    return isFunction(place.functionName) || isFile(toSlashes(place.file))
  }
}

/** Patterns, in which `*` stands for any text. */
function matcher(patterns: readonly string[]): (text: string) => boolean {
  if (patterns.length === 0) return () => false
  const sources = patterns.map((pattern) => {
    return pattern.split(/\*+/).map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('.*')
  })
  const expression = new RegExp(`^(?:${sources.join('|')})$`, 's')
  return (text) => expression.test(text)
}

function toSlashes(file: string): string {
  return file.replaceAll('\\', '/')
}

const minuteMs = 60_000

/** Picks the stalls that are reported: a share of them, and so many a minute. */
export class Quota {
  readonly #policy: ReportPolicy
  readonly #random: () => number
  #reportedAt: number[] = []
  #omitted = 0

  constructor(policy: ReportPolicy, random: () => number = Math.random) {
    this.#policy = policy
    this.#random = random
  }

  /** Whether another stall is reported at `time`, in milliseconds of any clock. */
  take(time: number): boolean {
    const { sampleRate, maxReportsPerMinute } = this.#policy
    this.#reportedAt = this.#reportedAt.filter((at) => time - at < minuteMs)
    if (this.#random() >= sampleRate || this.#reportedAt.length >= maxReportsPerMinute) {
      this.#omitted += 1
      return false
    }
    this.#reportedAt.push(time)
    return true
  }

  /** How many were left out since this was last asked. */
  takeOmitted(): number {
    const omitted = this.#omitted
    this.#omitted = 0
    return omitted
  }
}

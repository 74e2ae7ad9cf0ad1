import type { AllowedTime } from '../messages.js'
import { readText, Text, Time, type SharedMemory } from '../shared-memory.js'
import type { Allowance } from '../types.js'
import type { Evidence } from './classify.js'

/** What is left to report of a stall in which `allowBlocking` ran. */
export interface Unallowed {
  readonly evidence: Evidence
  /** Set when the stall is there because the accepted code took longer than its budget. */
  readonly allowance: Allowance | null
}

/**
 * Takes out of a stall what was accepted.
 *
 * @param allowed what the watched thread has timed; of asynchronous continuations only the samples tell.
 * @returns null when nothing is left that exceeds the threshold.
 */
export function judgeAllowances(
  evidence: Evidence,
  allowed: AllowedTime | null,
  thresholdMs: number,
): Unallowed | null {
  const { durationMs, samples, journal } = evidence
  const sampled = new Map<string, Allowance & { tookMs: number }>()
  let observedMs = 0
  for (const { allowance, coversMs } of samples) {
    observedMs += coversMs
    if (!allowance) continue
    const key = JSON.stringify(allowance)
    const tookMs = (sampled.get(key)?.tookMs ?? 0) + coversMs
    sampled.set(key, { ...allowance, tookMs })
  }
  // What no sample covers is as what they do cover.
  const scale = observedMs > 0 ? durationMs / observedMs : 0
  const sampledMs = [...sampled.values()].reduce((sum, { tookMs }) => sum + tookMs * scale, 0)
  const allowedMs = Math.max(allowed?.allowedMs ?? 0, sampledMs)
  if (allowedMs === 0) return { evidence, allowance: null }

  if (durationMs - allowedMs >= thresholdMs) {
    const restMs = (journal?.totalMs ?? 0) - (journal?.allowedMs ?? 0)
    const isJournalLeft = journal !== null && restMs > journal.allowedMs
    return {
      evidence: {
        ...evidence,
        samples: samples.filter(({ allowance }) => !allowance),
        journal: isJournalLeft
          ? { ...journal, totalMs: restMs, allowedMs: 0, allMs: journal.allMs - journal.allowedMs }
          : null,
      },
      allowance: null,
    }
  }
  const exceeded =
    allowed?.exceeded ??
    [...sampled.values()].find(({ budgetMs, tookMs }) => {
      return budgetMs !== null && tookMs * scale > budgetMs
    })
  if (!exceeded) return null
  const { reason, budgetMs } = exceeded
  return { evidence, allowance: { reason, budgetMs } }
}

/** What is accepted of a turn that goes on, where the thread says that accepted code is on its stack. */
export function readRunningAllowance(
  memory: SharedMemory,
  turnBeganAt: number,
  time: number,
): AllowedTime | null {
  const text = readText(memory, Text.allowance)
  if (text === '') return null
  const beganAt = memory.times[Time.AllowanceStart] ?? 0
  if (beganAt < turnBeganAt) return null
  try {
    const allowance = JSON.parse(text) as Allowance
    const tookMs = time - beganAt
    const isExceeded = allowance.budgetMs !== null && tookMs > allowance.budgetMs
    return { allowedMs: tookMs, exceeded: isExceeded ? { ...allowance, tookMs } : null }
  } catch {
    // Cut off because it is too long, or read while it was written.
    return null
  }
}

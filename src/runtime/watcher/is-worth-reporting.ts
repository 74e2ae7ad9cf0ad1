import type { ProgramPhase } from '../messages.js'
import { isUserCode } from '../stack-frames.js'
import type { Verdict } from './classify.js'

/**
 * Every program loads modules when it starts, and Node.js waits for its own threads when it ends;
 * then nobody is being served, and there is no line to mend.
 */
export function isWorthReporting({ cause, api, blockedAt }: Verdict, phase: ProgramPhase): boolean {
  if (phase === 'running') return true
  if (cause === 'module-loading') return phase === 'ending'
  return api !== null || (blockedAt !== null && blockedAt.confidence !== 'late')
}

/** A pool's thread that has nothing to do: Piscina's and Tinypool's wait in `Atomics.wait` for the next task. */
export function isWaitingForTasks({ api, blockedAt }: Verdict): boolean {
  return api?.api === 'Atomics.wait' && !blockedAt?.frames.some(({ url }) => isUserCode(url))
}

import type { ProgramPhase } from '../messages.js'
import { isUserCode } from '../stack-frames.js'
import type { Verdict } from './classify.js'

/**
 * Every program loads modules when it starts, its packages set themselves up, and Node.js waits for its own threads
 * when it ends; then nobody is being served, and there is no line to mend.
 */
export function isWorthReporting({ cause, api, blockedAt }: Verdict, phase: ProgramPhase): boolean {
  if (phase === 'running') return true
  if (cause === 'module-loading') return phase === 'ending'
  if (api !== null) return true
  if (blockedAt === null || blockedAt.confidence === 'late') return false
  return phase === 'ending' || blockedAt.frames.some(({ url }) => isUserCode(url))
}

/** A pool's thread that has nothing to do: Piscina's and Tinypool's wait in `Atomics.wait` for the next task. */
export function isWaitingForTasks({ api, blockedAt }: Verdict): boolean {
  return api?.api === 'Atomics.wait' && !blockedAt?.frames.some(({ url }) => isUserCode(url))
}

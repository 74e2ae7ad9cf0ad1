import { nameOfFunction } from '../../analysis/entries/entry-names.js'
import { comesBack } from '../../analysis/entries/repeated-timers.js'
import type { WaitFacts } from '../../analysis/facts.js'
import { type CallSite, functionKey, functionOf, type Program } from '../../analysis/link/program.js'
import { isThenOfSettled } from '../settled-promise.js'

/** A function that has itself run again before the event loop turns. */
export interface Rescheduling {
  readonly site: CallSite
  /** Its name; empty for one without. */
  readonly name: string
  /** What is known of the wait when it does so only under a condition; null when it always does. */
  readonly wait: WaitFacts | null
}

/** The functions of a file that have themselves run again, by `nextTick` or as a microtask. */
export function reschedulingsIn(file: number, program: Program): readonly Rescheduling[] {
  return (program.sites[file] ?? []).flatMap((site): readonly Rescheduling[] => {
    if (!schedulesAtOnce(site, program)) return []
    const from = functionKey(file, site.call.function)
    const facts = functionOf(program, from)?.facts
    // What it awaits may give the event loop its turn.
    if (facts === undefined || facts.awaits) return []
    const isAgain = (program.edgesFrom.get(from) ?? []).some(
      ({ site: by, to }) =>
        by === site &&
        functionOf(program, to)?.facts.awaits !== true &&
        comesBack(to, from, program.edgesFrom),
    )
    if (!isAgain) return []
    const name = nameOfFunction(facts, '')
    if (!site.call.sometimes) return [{ site, name, wait: null }]
    const wait = (program.files[file]?.waits ?? []).find(
      ({ schedules }) => schedules !== undefined && program.files[file]?.calls[schedules] === site.call,
    )
    return wait === undefined ? [] : [{ site, name, wait }]
  })
}

/** Whether what a call schedules runs before the event loop turns. */
export function schedulesAtOnce({ apis, call, file }: CallSite, program: Program): boolean {
  if (apis.some(({ path }) => path === 'nextTick' || /^(process\.nextTick|queueMicrotask)$/.test(path))) {
    return true
  }
  return isThenOfSettled({ call, file }, program)
}

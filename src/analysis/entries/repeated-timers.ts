import {
  type CallSite,
  type Edge,
  type EdgesFrom,
  type EntryPoint,
  type FunctionKey,
  functionKey,
} from '../link/program.js'

// The closure that the timer gets, the function that it calls, and what goes on after a promise in there.
const longestRound = 3

/**
 * The functions that a timer calls again and again because they always set it anew, such as
 * `async function poll() { …; setTimeout(poll, 1000) }`: they go on while the server serves, as an interval does.
 * What tries again after a failure is not among them.
 */
export function repeatedTimers(
  timers: readonly CallSite[],
  edgesFrom: EdgesFrom,
): readonly EntryPoint[] {
  return timers.flatMap((site) => {
    const { call, file } = site
    const from = functionKey(file, call.function)
    const called = (edgesFrom.get(from) ?? []).filter((edge) => edge.site === site)
    return called
      .filter(({ to }) => comesBack(to, from, edgesFrom))
      .map(({ to }) => ({
        function: to,
        phase: 'serving' as const,
        name: 'repeated timer',
        registered: `${file}:${call.range.join(':')}`,
        registrar: from,
        roles: [],
        passes: [],
        wrapped: false,
        isPaced: true as const,
      }))
  })
}

/** Whether a call sets a timer that runs once, whenever it is come to. */
export function setsTimer({ call, apis }: CallSite): boolean {
  return !call.sometimes && apis.some(({ path }) => /^(.+\.)?set(Timeout|Immediate)$/.test(path))
}

/** Whether control gets from one function to another in a few calls, each of which is sure to come. */
export function comesBack(
  start: FunctionKey,
  goal: FunctionKey,
  edgesFrom: EdgesFrom,
): boolean {
  let front = [start]
  for (let length = 0; length < longestRound; length += 1) {
    if (front.includes(goal)) return true
    front = front.flatMap((key) => (edgesFrom.get(key) ?? []).filter(goesOn).map(({ to }) => to))
  }
  return false
}

/** A function that is called, or what goes on when a promise is kept; but no listener, and nothing after a failure. */
function goesOn({ site: { call, functions }, to }: Edge): boolean {
  if (functions.includes(to)) return true
  const method = call.callee.type === 'member' ? call.callee.property : ''
  return method === 'finally' || (method === 'then' && call.arguments.length === 1)
}

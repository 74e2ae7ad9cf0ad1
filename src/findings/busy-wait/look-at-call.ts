import type { ReadSource } from '../../catalogue/types.js'
import type { Reference } from '../../analysis/facts.js'
import { type CallSite, functionOf, type Program } from '../../analysis/link/program.js'

// `elapsed()` may call `now()`, which calls `performance.now()`.
const deepestHelper = 3

/** What a call looks at, if looking is all it does; null when it does more, or when that is not known. */
export function lookAtCall(site: CallSite, program: Program, depth = 0): ReadSource | null {
  const { call, apis, functions } = site
  const api = apis.find(({ facts }) => facts.reads)
  if (api !== undefined) {
    // A date that is made of something tells no time.
    const isMade = api.path === 'Date' && call.arguments.length > 0
    return isMade ? 'arguments' : (api.facts.reads ?? null)
  }
  if (functions.length > 0) return lookInHelpers(site, program, depth)
  return isReadOfDate(call.callee, site, program) ? 'clock' : null
}

/** Functions of the project that give back what such a call gives them, and make no other calls. */
function lookInHelpers({ functions }: CallSite, program: Program, depth: number): ReadSource | null {
  if (depth >= deepestHelper) return null
  const looks = functions.map((key) => {
    const found = functionOf(program, key)
    const [given, ...others] = found?.facts.returns ?? []
    if (found === null || given?.type !== 'call' || others.length > 0) return null
    const sites = program.sites[found.file] ?? []
    const own = sites.filter(({ call }) => functionOf(program, `${found.file}:${call.function}`)?.facts === found.facts)
    const all = own.map((site) => lookAtCall(site, program, depth + 1))
    const at = own.findIndex(({ call }) => call === program.files[found.file]?.calls[given.call])
    return all.includes(null) ? null : (all[at] ?? null)
  })
  const [first = null] = looks
  return looks.every((look) => look === first) ? first : null
}

/** `new Date().getTime()`, or `now.getTime()` where `now` is a new date. */
function isReadOfDate(callee: Reference, site: CallSite, program: Program): boolean {
  if (callee.type !== 'member' || !['getTime', 'valueOf'].includes(callee.property)) return false
  const facts = program.files[site.file]
  const { object } = callee
  const made =
    object.type === 'variable' ? (facts?.variables[object.variable]?.writes ?? []) : [object]
  return (
    made.length > 0 &&
    made.every((value) => {
      const call = value.type === 'call' ? facts?.calls[value.call] : undefined
      return call?.callee.type === 'global' && call.callee.name === 'Date'
    })
  )
}

import type { EntryPointCall, EntryPointResult, FileResult } from './check-result.js'

const costs = ['high', 'medium', 'low'] as const

/** The entry points that reach blocking calls, those that reach the most costly ones first. */
export const groupByEntryPoint = (files: readonly FileResult[]): readonly EntryPointResult[] => {
  const groups = new Map<string, Omit<EntryPointResult, 'calls'> & { calls: EntryPointCall[] }>()
  for (const { path, findings } of files) {
    for (const { api, cost, line, column, entryPoints } of findings) {
      if (api === null) continue
      for (const entry of entryPoints) {
        const key = JSON.stringify([entry.name, entry.file, entry.line, entry.column])
        const group = groups.get(key) ?? { ...entry, calls: [] }
        groups.set(key, group)
        group.calls.push({ api, cost, file: path, line, column })
      }
    }
  }
  for (const { calls } of groups.values()) calls.sort((a, b) => rank(a) - rank(b))
  return [...groups.values()].sort(byWeight)
}

const rank = ({ cost }: EntryPointCall): number => (cost === null ? costs.length : costs.indexOf(cost))

const byWeight = (a: EntryPointResult, b: EntryPointResult): number => {
  for (const cost of costs) {
    const difference = countOf(b, cost) - countOf(a, cost)
    if (difference !== 0) return difference
  }
  return compare(a.name, b.name) || compare(a.file, b.file) || a.line - b.line || a.column - b.column
}

const countOf = ({ calls }: EntryPointResult, cost: (typeof costs)[number]): number =>
  calls.filter((call) => call.cost === cost).length

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

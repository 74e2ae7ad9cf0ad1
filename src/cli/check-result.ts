import type { SkipReason } from '../analysis/skip-reason.js'
import { groupByEntryPoint } from './group-by-entry-point.js'

/**
 * What `check --format json` prints. The shape is stable: members are only ever added while
 * `version` stays the same. Lines and columns count from 1, paths are absolute, order is by path and
 * position.
 */
export interface CheckResult {
  readonly version: 1
  /** Only the files with something to say. */
  readonly files: readonly FileResult[]
  /** Files below the given folders that were passed over: those of tests, and what nobody wrote. */
  readonly skipped: readonly SkippedFile[]
  /** What reaches blocking calls while requests are served, worst first. */
  readonly entryPoints: readonly EntryPointResult[]
  readonly summary: CheckSummary
}

export interface FileResult {
  readonly path: string
  readonly findings: readonly CheckFinding[]
  readonly errors: readonly CheckError[]
}

export interface CheckFinding {
  /** As in an ESLint configuration: `event-loop/no-blocking-call`. */
  readonly rule: string
  readonly message: string
  /** The message without the chain, for where the chain is shown beside it. */
  readonly headline: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** `certain`: reached from a recognised entry point; `likely`: that point is an inference. */
  readonly confidence: 'certain' | 'likely'
  /** The blocking API; null for findings of rules that follow no calls. */
  readonly api: string | null
  /** What one typical call costs: under 1 ms, more, or from 10 ms up; null as for `api`. */
  readonly cost: 'low' | 'medium' | 'high' | null
  /** From the entry point to the call; empty when the rule follows no calls. */
  readonly chain: readonly CheckChainStep[]
  /** Every entry point that leads there, in the order of the files. */
  readonly entryPoints: readonly CheckPlace[]
}

/** Something with a name, and where it stands. */
export interface CheckPlace {
  readonly name: string
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface CheckChainStep extends CheckPlace {
  /** `entry`: the platform calls it; `call`: the project does; `blocking`: the call that blocks. */
  readonly type: 'entry' | 'call' | 'blocking'
}

export interface EntryPointResult extends CheckPlace {
  /** The blocking calls that it reaches, the most costly first. A call counts for each that reaches it. */
  readonly calls: readonly EntryPointCall[]
}

export interface EntryPointCall {
  readonly api: string
  readonly cost: 'low' | 'medium' | 'high' | null
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface CheckError {
  /** `configuration`: a comment in the file configures a rule wrongly; `internal`: our fault. */
  readonly type: 'parse' | 'read' | 'configuration' | 'internal'
  readonly message: string
  readonly line: number | null
  readonly column: number | null
}

export interface SkippedFile {
  readonly path: string
  readonly reason: SkipReason | 'test'
}

export interface CheckSummary {
  readonly filesChecked: number
  readonly filesSkipped: number
  readonly findings: number
  readonly errors: number
  /** Most findings first. */
  readonly byRule: readonly { readonly rule: string; readonly findings: number }[]
  /** Blocking APIs, most findings first; findings of rules that follow no calls are not in it. */
  readonly byApi: readonly { readonly api: string; readonly findings: number }[]
}

/** Puts what was found in every file into the order and the shape that is printed. */
export const summarize = (
  files: readonly FileResult[],
  skipped: readonly SkippedFile[],
): CheckResult => {
  const findings = files.flatMap((file) => file.findings)
  const apis = findings.flatMap(({ api }) => api ?? [])
  return {
    version: 1,
    files: files.filter((file) => file.findings.length > 0 || file.errors.length > 0),
    skipped,
    entryPoints: groupByEntryPoint(files),
    summary: {
      filesChecked: files.length,
      filesSkipped: skipped.length,
      findings: findings.length,
      errors: files.reduce((sum, file) => sum + file.errors.length, 0),
      byRule: countEach(findings.map(({ rule }) => rule)).map(([rule, count]) => ({
        rule,
        findings: count,
      })),
      byApi: countEach(apis).map(([api, count]) => ({ api, findings: count })),
    },
  }
}

const countEach = (names: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

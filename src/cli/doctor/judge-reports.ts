import type { StallReport } from '../../runtime/types.js'
import type { ProvokedStall } from './stalls.js'

/** The least that a report of a provoked stall must come to: what is shorter is the machine's own. */
const leastMs = 300

/**
 * Whether a watchdog has seen what was provoked.
 * @returns null when it has, else what is wrong, for a person.
 */
export function judgeReports(stall: ProvokedStall, reports: readonly StallReport[]): string | null {
  const seen = reports.filter(({ durationMs }) => durationMs >= leastMs)
  const ours = seen.filter(({ stillBlocked }) => stillBlocked === Boolean(stall.isHang))
  if (ours.length === 0) {
    if (seen.length > 0 && stall.isHang) return 'reported only when it was over'
    return reports.length > 0 ? `reported ${Math.round(reports[0]?.durationMs ?? 0)} ms only` : 'not reported'
  }
  const mistakes = ours.map((report) => mistakeIn(stall, report))
  return mistakes.includes(null) ? null : (mistakes[0] ?? null)
}

function mistakeIn({ causes, api, blames, request }: ProvokedStall, report: StallReport): string | null {
  if (blames !== undefined && report.place?.functionName !== blames) {
    return report.place ? `blames ${report.place.functionName || 'another function'}` : 'no line is named'
  }
  if (api !== undefined && report.api?.name !== api) {
    return report.api ? `names ${report.api.name}` : 'no API is named'
  }
  if (!causes.includes(report.cause ?? '')) return `the cause is said to be ${report.cause ?? 'unknown'}`
  if (request === undefined) return null
  const named = report.request && `${report.request.method} ${report.request.path}`
  return named === request ? null : `the request is said to be ${named ?? 'unknown'}`
}

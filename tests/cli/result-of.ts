import { type CheckFinding, type CheckResult, type FileResult, summarize } from '../../src/cli/check-result.js'

/** A finding in `/srv/templates.js`, reached from `GET /invoices/:id` in `/srv/routes.js`. */
export const makeFinding = (changes: Partial<CheckFinding> = {}): CheckFinding => {
  const api = changes.api === undefined ? 'fs.readFileSync' : changes.api
  const entry = { name: 'GET /invoices/:id', file: '/srv/routes.js', line: 4, column: 1 }
  return {
    rule: 'event-loop/no-blocking-call',
    message: 'It blocks: by a chain.',
    headline: 'It blocks.',
    line: 12,
    column: 5,
    endLine: 12,
    endColumn: 9,
    confidence: 'certain',
    api,
    cost: api === null ? null : 'medium',
    entryPoints: api === null ? [] : [entry],
    chain:
      api === null
        ? []
        : [
            { type: 'entry', ...entry },
            { type: 'call', name: 'render', file: '/srv/routes.js', line: 6, column: 3 },
            { type: 'blocking', name: api, file: '/srv/templates.js', line: 12, column: 5 },
          ],
    ...changes,
  }
}

export const BROKEN: FileResult = {
  path: '/srv/bad, 100%.ts',
  findings: [],
  errors: [
    { type: 'parse', message: 'Parsing error: Unexpected {.', line: 1, column: 9 },
    { type: 'read', message: 'Cannot be read: EACCES: permission denied.', line: null, column: null },
  ],
}

export const makeResult = (...findings: CheckFinding[]): CheckResult =>
  summarize([{ path: '/srv/templates.js', findings, errors: [] }, BROKEN], [])

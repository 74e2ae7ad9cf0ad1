import type { StallReport } from '../../src/runtime/types.js'

/** A stall of a loop in `/app/parse.js`, with whatever a test is about. */
export const stallReport = (parts: Partial<StallReport> = {}): StallReport => ({
  type: 'stall',
  time: '2026-01-01T10:00:00.000Z',
  pid: 7,
  name: 'server.js',
  threadId: 0,
  durationMs: 120,
  stillBlocked: false,
  cause: 'javascript',
  blockedAt: {
    frames: [{ functionName: 'parse', file: '/app/parse.js', line: 3, column: 5 }],
    confidence: 'certain',
  },
  place: { functionName: 'parse', file: '/app/parse.js', line: 3, column: 5, textHash: null },
  scheduledAt: null,
  api: null,
  request: null,
  requestsWaiting: 0,
  garbageCollectionMs: 0,
  processorWaitMs: 0,
  allowance: null,
  hint: null,
  group: 'javascript /app/parse.js:2',
  count: 1,
  medianMs: 120,
  worstMs: 120,
  omitted: 0,
  ...parts,
})

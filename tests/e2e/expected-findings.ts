/** File, rule, line, column, message: what tests/fixtures/bakery has to give, whoever parses it. */
export type Expected = readonly [
  file: string,
  rule: string | null,
  line: number,
  column: number,
  message: string,
]

export const EXPECTED_JAVASCRIPT: readonly Expected[] = [
  ['dough.js', 'event-loop/no-request-in-worker', 9, 22, ''],
  ['orders.js', 'event-loop/no-blocking-call', 8, 26, ''],
  ['orders.js', 'event-loop/no-blocking-call', 16, 12, ''],
  ['ovens.cjs', 'event-loop/no-blocking-call', 11, 18, ''],
]

export const EXPECTED_TYPESCRIPT: readonly Expected[] = [
  ['till.ts', 'event-loop/no-blocking-call', 12, 10, ''],
]

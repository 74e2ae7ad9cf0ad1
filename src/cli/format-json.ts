import type { CheckResult } from './check-result.js'

/** One JSON document, indented, ending in a newline. */
export const formatJson = (result: CheckResult): string => `${JSON.stringify(result, null, 2)}\n`

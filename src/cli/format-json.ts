import type { CheckResult } from './check-result.js'

/** One JSON document, indented, ending in a newline. */
export const formatJson = (result: CheckResult): string => `${JSON.stringify(result, withoutHeadline, 2)}\n`

/** A message that was cut for people says nothing that the chain and the message do not say. */
const withoutHeadline = (key: string, value: unknown): unknown =>
  key === 'headline' ? undefined : value

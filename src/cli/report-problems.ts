import type { IndexProblem } from '../analysis/index-files/problem.js'
import type { SkippedFile } from './check-result.js'
import { printable, shortenPath } from './terminal-text.js'

/** Says on standard error what of a project was left out, and why: one line each. */
export const reportProblems = (
  { problems, skipped }: { readonly problems: readonly IndexProblem[]; readonly skipped: readonly SkippedFile[] },
  cwd: string,
): void => {
  const lines = [
    ...problems.map(({ file, line, column, message }) => {
      const place = line === undefined ? '' : `:${line}:${column ?? 1}`
      return `${shortenPath(file, cwd)}${place}: ${message}`
    }),
    ...skipped.map(({ path, reason }) => `${shortenPath(path, cwd)}: Passed over: ${reason}.`),
  ]
  for (const line of lines) process.stderr.write(`${printable(line)}\n`)
}

import type { CheckResult, EntryPointCall } from './check-result.js'
import { formatError, formatSummary } from './format-stylish.js'
import { type Colors, count, printable, shortenPath, terminalColors } from './terminal-text.js'

/** For people: entry points, worst first, each with the blocking calls that it reaches. */
export const formatByEntry = (
  result: CheckResult,
  cwd: string,
  colors: Colors = terminalColors(),
): string => {
  const shorten = (path: string): string => printable(shortenPath(path, cwd))
  const entries = result.entryPoints.map(({ name, file, line, calls }) => {
    const place = colors.dim(`${shorten(file)}:${line}`)
    return [`${colors.cyan(printable(name))}  ${place}`, ...formatCalls(calls, shorten, colors), '', '']
  })
  const others = result.files.flatMap(({ path, findings, errors }) => {
    const lines = [
      ...errors.map((error) => formatError(error, colors)),
      ...findings
        .filter(({ entryPoints }) => entryPoints.length === 0)
        .map(({ line, column, headline, rule }) => {
          const place = colors.dim(`${line}:${column}`.padStart(8))
          return `${place}  ${printable(headline)}  ${colors.dim(rule)}`
        }),
    ]
    return lines.length > 0 ? [[colors.underline(shorten(path)), ...lines, '', '']] : []
  })
  const reaching = result.entryPoints.length
  const reached = result.files
    .flatMap(({ findings }) => findings)
    .filter(({ entryPoints }) => entryPoints.length > 0).length
  const headline =
    reaching === 0
      ? ''
      : `${count(reaching, 'entry point')} ${reaching === 1 ? 'reaches' : 'reach'} ${count(reached, 'blocking call')}.\n`
  const blocks = [...entries, ...others].map((lines) => lines.join('\n'))
  return blocks.join('') + headline + formatSummary(result, colors)
}

const formatCalls = (
  calls: readonly EntryPointCall[],
  shorten: (path: string) => string,
  colors: Colors,
): string[] => {
  const width = Math.max(0, ...calls.map(({ api }) => printable(api).length))
  return calls.map(({ api, cost, file, line, column }) => {
    const place = colors.dim(`${shorten(file)}:${line}:${column}`)
    return `${(cost ?? '').padStart(8)}  ${printable(api).padEnd(width)}  ${place}`
  })
}

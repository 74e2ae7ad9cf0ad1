import type { CheckChainStep, CheckError, CheckFinding, CheckResult } from './check-result.js'
import { type Colors, count, printable, shortenPath, terminalColors } from './terminal-text.js'

/** For people: findings by file, each with its chain one hop a line, then a summary. */
export const formatStylish = (
  result: CheckResult,
  cwd: string,
  colors: Colors = terminalColors(),
): string => {
  const shorten = (path: string): string => shortenPath(path, cwd)
  const files = result.files.map(({ path, findings, errors }) =>
    [
      colors.underline(printable(shorten(path))),
      ...errors.map((error) => formatError(error, colors)),
      ...findings.map((finding) => formatFinding(finding, shorten, colors)),
      '',
      '',
    ].join('\n'),
  )
  return files.join('') + formatSummary(result, colors)
}

const INDENT = ' '.repeat(10)

const formatFinding = (
  { rule, headline, line, column, confidence, chain }: CheckFinding,
  shorten: (path: string) => string,
  colors: Colors,
): string => {
  const place = `${line}:${column}`.padStart(8)
  const notes = colors.dim(confidence === 'likely' ? `${rule} (likely)` : rule)
  return [
    `${colors.dim(place)}  ${printable(headline)}  ${notes}`,
    ...formatChain(chain, shorten, colors),
  ].join('\n')
}

/** The hops of a chain, one a line. */
export const formatChain = (
  chain: readonly CheckChainStep[],
  shorten: (path: string) => string,
  colors: Colors,
): string[] => {
  const names = chain.map(({ name }, depth) => (depth === 0 ? '' : '→ ') + printable(name))
  const width = Math.max(0, ...names.map((name) => name.length))
  return chain.map(({ file, line }, depth) => {
    const name = (names[depth] ?? '').padEnd(width)
    const place = colors.dim(`${printable(shorten(file))}:${line}`)
    return `${INDENT}${depth === 0 ? colors.cyan(name) : name}  ${place}`
  })
}

export const formatError = ({ message, line, column }: CheckError, colors: Colors): string => {
  const place = line === null ? '' : `${line}:${column ?? 1}`
  return `${colors.dim(place.padStart(8))}  ${colors.red('error')}  ${printable(message)}`
}

/** What was checked and found, on one line, and the APIs, each on one. */
export const formatSummary = ({ files, skipped, summary }: CheckResult, colors: Colors): string => {
  const { findings, errors, filesChecked, filesSkipped, byApi } = summary
  const tests = skipped.filter(({ reason }) => reason === 'test').length
  const others = filesSkipped - tests
  const withFindings = files.filter((file) => file.findings.length > 0).length
  const found =
    findings === 0
      ? colors.green('No findings')
      : colors.bold(`${count(findings, 'finding')} in ${count(withFindings, 'file')}`)
  const parts = [
    `${count(filesChecked, 'file')} checked`,
    ...(tests > 0 ? [`${tests} of tests skipped`] : []),
    ...(others > 0 ? [`${others} minified, bundled or oversized skipped`] : []),
    ...(errors > 0 ? [colors.red(count(errors, 'error'))] : []),
  ]
  const apis = byApi.map(
    ({ api, findings: times }) => `${String(times).padStart(6)}  ${printable(api)}\n`,
  )
  return `${found}; ${parts.join(', ')}.\n${apis.join('')}`
}

import { relative, sep } from 'node:path'
import pc from 'picocolors'
import type { CheckChainStep, CheckError, CheckFinding, CheckResult } from './check-result.js'

type Colors = ReturnType<typeof pc.createColors>

/** For people: findings by file, each with its chain one hop a line, then a summary. */
export const formatStylish = (
  result: CheckResult,
  cwd: string,
  colors: Colors = pc.createColors(wantsColor()),
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

const formatChain = (
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

const formatError = ({ message, line, column }: CheckError, colors: Colors): string => {
  const place = line === null ? '' : `${line}:${column ?? 1}`
  return `${colors.dim(place.padStart(8))}  ${colors.red('error')}  ${printable(message)}`
}

const formatSummary = ({ files, summary }: CheckResult, colors: Colors): string => {
  const { findings, errors, filesChecked, filesSkipped, byApi } = summary
  const withFindings = files.filter((file) => file.findings.length > 0).length
  const found =
    findings === 0
      ? colors.green('No findings')
      : colors.bold(`${count(findings, 'finding')} in ${count(withFindings, 'file')}`)
  const parts = [
    `${count(filesChecked, 'file')} checked`,
    ...(filesSkipped > 0 ? [`${filesSkipped} minified, bundled or oversized skipped`] : []),
    ...(errors > 0 ? [colors.red(count(errors, 'error'))] : []),
  ]
  const apis = byApi.map(
    ({ api, findings: times }) => `${String(times).padStart(6)}  ${printable(api)}\n`,
  )
  return `${found}; ${parts.join(', ')}.\n${apis.join('')}`
}

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`

const shortenPath = (path: string, cwd: string): string => {
  const short = relative(cwd, path)
  return short.startsWith(`..${sep}..`) ? path : short
}

/** Names of files and routes are not ours: no escape sequence in one may reach the terminal. */
const printable = (text: string): string =>
  text.replaceAll(
    // eslint-disable-next-line no-control-regex -- control characters are what it looks for
    /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )

// picocolors' own test also colours pipes in CI.
const wantsColor = (): boolean => {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  // Not on a terminal it is undefined, whatever its type says.
  return Boolean(process.stdout.isTTY) && TERM !== 'dumb'
}

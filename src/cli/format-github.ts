import { relative, sep } from 'node:path'
import type { CheckChainStep, CheckResult } from './check-result.js'
import { count } from './terminal-text.js'

/**
 * Workflow commands, which GitHub shows beside the lines of a pull request, then a line that sums up:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 *
 * @param root Absolute path of the checkout: GitHub takes paths to be relative to it.
 */
export const formatGithub = ({ files, summary }: CheckResult, root: string): string => {
  const place = (path: string): string => relative(root, path).split(sep).join('/')
  const commands = files.flatMap(({ path, findings, errors }) => [
    ...errors.map(({ type, message, line, column }) => {
      const at = line === null ? {} : { line, col: column ?? 1 }
      return toCommand('error', { file: place(path), ...at, title: titles[type] }, message)
    }),
    ...findings.map(({ rule, headline, line, column, endLine, endColumn, confidence, chain }) => {
      // A column without its line says nothing: GitHub takes both for the first line.
      const end = endLine === line ? { endLine, endColumn } : { endLine }
      const properties = { file: place(path), line, col: column, ...end, title: rule }
      const text = [headline, ...chain.map((step, depth) => toLine(step, depth, place))].join('\n')
      return toCommand(confidence === 'certain' ? 'error' : 'warning', properties, text)
    }),
  ])
  const found = summary.findings === 0 ? 'No findings' : count(summary.findings, 'finding')
  const errors = summary.errors > 0 ? `, ${count(summary.errors, 'error')}` : ''
  return [...commands, `${found}; ${count(summary.filesChecked, 'file')} checked${errors}.`, ''].join('\n')
}

const titles = {
  parse: 'Parsing error',
  read: 'File not readable',
  configuration: 'Wrong configuration comment',
  internal: 'Internal error',
} as const

const toLine = (
  { name, file, line }: CheckChainStep,
  depth: number,
  place: (path: string) => string,
): string => `${depth === 0 ? '' : '→ '}${name} (${place(file)}:${line})`

const toCommand = (
  command: 'error' | 'warning',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string => {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`)
  return `::${command} ${list.join(',')}::${escapeData(message)}`
}

// As https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts does it.
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (value: string | number): string =>
  escapeData(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')

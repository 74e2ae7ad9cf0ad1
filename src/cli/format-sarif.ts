import { createHash } from 'node:crypto'
import { isAbsolute, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CodeFlow, Location, Log, Notification, ReportingDescriptor, Result } from 'sarif'
import { docsUrl } from '../findings/finding-rule.js'
import { findingRules } from '../findings/finding-rules.js'
import type { CheckError, CheckFinding, CheckPlace, CheckResult } from './check-result.js'
import { PREFIX } from './inline-comments.js'

const ROOT_ID = 'SRCROOT'
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
const HOME = 'https://github.com/eslint-plugin-event-loop/eslint-plugin-event-loop'

/** A SARIF 2.1.0 log: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const formatSarif = (result: CheckResult, cwd: string, version: string): string =>
  `${JSON.stringify(toLog(result, cwd, version), null, 2)}\n`

const toLog = ({ files }: CheckResult, cwd: string, version: string): Log => {
  const notifications = files.flatMap(({ path, errors }) =>
    errors.map((error) => toNotification(path, error, cwd)),
  )
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'eslint-plugin-event-loop',
            semanticVersion: version,
            informationUri: HOME,
            rules: findingRules.map(({ name, description }) => toRule(name, description)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT_ID]: { uri: `${pathToFileURL(cwd).href.replace(/\/$/, '')}/` } },
        invocations: [
          {
            executionSuccessful: notifications.length === 0,
            toolExecutionNotifications: notifications,
          },
        ],
        results: files.flatMap(({ path, findings }) => toResults(path, findings, cwd)),
      },
    ],
  }
}

const toRule = (name: string, description: string): ReportingDescriptor => ({
  id: PREFIX + name,
  shortDescription: { text: `${description[0]?.toUpperCase() ?? ''}${description.slice(1)}.` },
  helpUri: docsUrl(name),
  defaultConfiguration: { level: 'error' },
})

const toResults = (path: string, findings: readonly CheckFinding[], cwd: string): Result[] => {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const { rule, headline, confidence, chain } = finding
    const identity = identityOf(path, finding, cwd)
    const earlier = seen.get(identity) ?? 0
    seen.set(identity, earlier + 1)
    return {
      ruleId: rule,
      ruleIndex: findingRules.findIndex(({ name }) => PREFIX + name === rule),
      level: confidence === 'certain' ? 'error' : 'warning',
      message: { text: escapeBraces(headline) },
      locations: [locationOf(path, finding, cwd)],
      partialFingerprints: { 'eventLoopCall/v1': digest(`${identity}\n${earlier}`) },
      ...(chain.length > 0 && { codeFlows: [toCodeFlow(finding, cwd)] }),
    }
  })
}

/** What stays the same when lines are added above: the call, by the function in which it stands. */
const identityOf = (path: string, { rule, api, headline, chain }: CheckFinding, cwd: string): string =>
  [rule, uriOf(path, cwd).uri, chain.at(-2)?.name ?? '', api ?? headline].join('\n')

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

const toCodeFlow = ({ chain, endLine, endColumn }: CheckFinding, cwd: string): CodeFlow => ({
  threadFlows: [
    {
      locations: chain.map((step, index) => {
        const isLast = index === chain.length - 1
        const place = isLast ? { ...step, endLine, endColumn } : step
        const location = { ...locationOf(step.file, place, cwd), message: { text: escapeBraces(step.name) } }
        return { location, nestingLevel: index, importance: isLast ? 'essential' : 'important' }
      }),
    },
  ],
})

/** In a message, `{0}` is the place of an argument. */
const escapeBraces = (text: string): string => text.replaceAll(/[{}]/g, '$&$&')

const locationOf = (
  path: string,
  place: Pick<CheckPlace, 'line' | 'column'> & { endLine?: number; endColumn?: number },
  cwd: string,
): Location => ({
  physicalLocation: {
    artifactLocation: uriOf(path, cwd),
    region: {
      startLine: place.line,
      startColumn: place.column,
      ...(place.endLine !== undefined && { endLine: place.endLine }),
      ...(place.endColumn !== undefined && { endColumn: place.endColumn }),
    },
  },
})

/** Relative to the working directory; absolute for what lies outside of it. */
const uriOf = (path: string, cwd: string): { uri: string; uriBaseId?: string } => {
  const way = relative(cwd, path)
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) {
    return { uri: pathToFileURL(path).href }
  }
  return { uri: way.split(sep).map(encodeURIComponent).join('/'), uriBaseId: ROOT_ID }
}

const toNotification = (
  path: string,
  { type, message, line, column }: CheckError,
  cwd: string,
): Notification => ({
  level: 'error',
  descriptor: { id: type },
  message: { text: escapeBraces(message) },
  locations: [
    line === null
      ? { physicalLocation: { artifactLocation: uriOf(path, cwd) } }
      : locationOf(path, { line, column: column ?? 1 }, cwd),
  ],
})

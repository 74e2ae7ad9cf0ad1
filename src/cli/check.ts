import { messageOf } from '../analysis/index-files/problem.js'
import type { Cost } from '../catalogue/types.js'
import { type BlockingCallOptions, checkNames } from '../findings/blocking-call-options.js'
import { blockingCallRule } from '../findings/blocking-call-rule.js'
import { fakeAsyncRule } from '../findings/fake-async/fake-async-rule.js'
import { type Preset, presetOptions } from '../findings/finding-rule.js'
import { rulesOfPreset } from '../findings/finding-rules.js'
import { type CheckResult, type FileResult, type SkippedFile, summarize } from './check-result.js'
import { formatByEntry } from './format-by-entry.js'
import { formatGithub } from './format-github.js'
import { formatJson } from './format-json.js'
import { formatSarif } from './format-sarif.js'
import { formatStylish } from './format-stylish.js'
import { judgeFile, type RuleSetup } from './judge-file.js'
import { BadPlaceError, explain, formatExplanation } from './explain.js'
import { openProjects, type OpenOptions } from './open-projects.js'
import { reportProblems } from './report-problems.js'
import { showProgress } from './show-progress.js'
import { findTargets, MissingPathsError, type Target } from './targets.js'

export interface CheckOptions {
  readonly strict: boolean
  readonly minimumCost?: Cost
  /** APIs that may be called. */
  readonly allow?: readonly string[]
  readonly format: 'stylish' | 'json' | 'sarif' | 'github'
  readonly by: 'file' | 'entry'
  readonly verbose: boolean
  /** A place to explain instead of checking: `file:line` or `file:line:column`. */
  readonly explain?: string
  /** Whether facts are kept between runs. */
  readonly cache: boolean
  /** Of this package. */
  readonly version: string
}

/** What `check` can come to, as exit codes. */
export const CHECK_EXIT = { clean: 0, findings: 1, error: 2 } as const

/** Checks the files at and below `paths`, prints what was found, and gives the exit code. */
export const check = (paths: readonly string[], options: CheckOptions): number => {
  const cwd = process.cwd()
  try {
    checkNames(blockingCallOptions(options))
  } catch (error) {
    return fail(messageOf(error))
  }
  const progress = showProgress()
  const open: OpenOptions = { cwd, usesCache: options.cache, progress }
  if (options.explain !== undefined) return explainPlace(options.explain, options, open)
  let targets: readonly Target[]
  try {
    targets = findTargets(paths.length > 0 ? paths : ['.'], cwd)
  } catch (error) {
    if (!(error instanceof MissingPathsError)) throw error
    return fail(error.message)
  }
  const result = checkTargets(targets, options, open)
  process.stdout.write(format(result, options, cwd))

  // Tests are checked in that there is nothing to find in them.
  const hasTests = result.skipped.some(({ reason }) => reason === 'test')
  if (result.summary.filesChecked === 0 && !hasTests) {
    return fail(
      'No JavaScript or TypeScript files to check here. What git ignores, build output and ' +
        'dependencies are passed over; name such a folder itself to check it.',
    )
  }
  if (result.summary.errors > 0) return CHECK_EXIT.error
  return result.summary.findings > 0 ? CHECK_EXIT.findings : CHECK_EXIT.clean
}

const fail = (message: string): number => {
  process.stderr.write(`${message}\n`)
  return CHECK_EXIT.error
}

const checkTargets = (
  targets: readonly Target[],
  options: CheckOptions,
  open: OpenOptions,
): CheckResult => {
  const { cwd, progress } = open
  const setups = setupsFor(options)
  const results = new Map<string, FileResult>()
  const skipped = new Map<string, SkippedFile>()
  for (const opened of openProjects(targets, open)) {
    const { files, failures } = opened
    for (const [done, file] of files.entries()) {
      progress.at(`Checking ${done + 1} of ${files.length}`)
      const result = judgeFile(file, opened, setups)
      results.set(result.path, result)
    }
    for (const { path, error } of failures) {
      results.set(path, { path, findings: [], errors: [error] })
    }
    for (const file of opened.skipped) skipped.set(file.path, file)
    if (options.verbose) {
      progress.end()
      reportProblems(opened, cwd)
    }
  }
  progress.end()
  return summarize([...results.values()].sort(byPath), [...skipped.values()].sort(byPath))
}

const explainPlace = (place: string, options: CheckOptions, open: OpenOptions): number => {
  if (options.format !== 'stylish' && options.format !== 'json') {
    return fail(`--explain prints stylish or json, not ${options.format}.`)
  }
  try {
    const explanation = explain(place, blockingCallOptions(options), open)
    const text =
      options.format === 'json'
        ? `${JSON.stringify(explanation, null, 2)}\n`
        : formatExplanation(explanation, open.cwd)
    process.stdout.write(text)
    return CHECK_EXIT.clean
  } catch (error) {
    open.progress.end()
    if (!(error instanceof BadPlaceError || error instanceof MissingPathsError)) throw error
    return fail(error.message)
  }
}

/** The rules of the preset; what the command line says goes on top of it. */
const setupsFor = (options: CheckOptions): readonly RuleSetup[] =>
  rulesOfPreset(presetOf(options)).map((rule) => ({
    rule,
    options: {
      ...presetOptions(rule, presetOf(options)),
      ...(ofBlockingCalls.has(rule.name) && saidOfBlockingCalls(options)),
    },
  }))

const ofBlockingCalls: ReadonlySet<string> = new Set([blockingCallRule.name, fakeAsyncRule.name])

const blockingCallOptions = (options: CheckOptions): BlockingCallOptions => ({
  ...presetOptions(blockingCallRule, presetOf(options)),
  ...saidOfBlockingCalls(options),
})

const saidOfBlockingCalls = ({
  minimumCost,
  allow,
}: CheckOptions): Partial<Pick<BlockingCallOptions, 'allow' | 'minimumCost'>> => ({
  ...(minimumCost && { minimumCost }),
  ...(allow && { allow }),
})

const presetOf = ({ strict }: CheckOptions): Preset => (strict ? 'strict' : 'recommended')

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : 1

const format = (
  result: CheckResult,
  { format: name, by, version }: CheckOptions,
  cwd: string,
): string => {
  switch (name) {
    case 'json':
      return formatJson(result)
    case 'sarif':
      return formatSarif(result, cwd, version)
    case 'github':
      return formatGithub(result, process.env['GITHUB_WORKSPACE'] ?? cwd)
    case 'stylish':
      return by === 'entry' ? formatByEntry(result, cwd) : formatStylish(result, cwd)
  }
}

import { readFile, stat } from 'node:fs/promises'
import { relative } from 'node:path'
import { MAX_SOURCE_BYTES, skipReason } from '../analysis/skip-reason.js'
import type { FileResult, SkippedFile } from './check-result.js'
import { summarize } from './check-result.js'
import { findFiles, MissingPathsError, type FoundFile } from './find-files.js'
import { formatJson } from './format-json.js'
import { formatStylish } from './format-stylish.js'
import type { LintFile } from './lint-file.js'
import { showProgress } from './show-progress.js'

export interface CheckOptions {
  readonly strict: boolean
  readonly format: 'stylish' | 'json'
}

/** What `check` can come to, as exit codes. */
export const CHECK_EXIT = { clean: 0, findings: 1, error: 2 } as const

/** Checks the files at and below `paths`, prints what was found, and gives the exit code. */
export const check = async (paths: readonly string[], options: CheckOptions): Promise<number> => {
  const cwd = process.cwd()
  let files: FoundFile[]
  try {
    files = await findFiles(paths.length > 0 ? paths : ['.'], cwd)
  } catch (error) {
    if (!(error instanceof MissingPathsError)) throw error
    return fail(error.message)
  }

  const lintFile = await loadLintFile(options)
  if (lintFile === null) return CHECK_EXIT.error

  const { results, skipped } = await checkEach(files, lintFile, cwd)
  const result = summarize(results, skipped)
  if (options.format === 'json') process.stdout.write(formatJson(result))
  else process.stdout.write(formatStylish(result, cwd))

  if (results.length === 0) {
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

/** ESLint and the parser are loaded late: `--help` and `watch` work without them. */
const loadLintFile = async ({ strict }: CheckOptions): Promise<LintFile | null> => {
  try {
    const { createLintFile } = await import('./lint-file.js')
    return createLintFile(strict ? 'strict' : 'recommended')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error
    const reason = message.split('\n')[0] ?? ''
    fail(`check needs the packages eslint (8.57.1, 9 or 10) and typescript beside it. ${reason}`)
    return null
  }
}

const checkEach = async (
  files: readonly FoundFile[],
  lintFile: LintFile,
  cwd: string,
): Promise<{ results: FileResult[]; skipped: SkippedFile[] }> => {
  const results: FileResult[] = []
  const skipped: SkippedFile[] = []
  const progress = showProgress(files.length)
  for (const file of files) {
    progress.at(results.length + skipped.length, relative(cwd, file.path))
    const result = await checkOne(file, lintFile)
    if ('reason' in result) skipped.push(result)
    else results.push(result)
  }
  progress.end()
  return { results, skipped }
}

const checkOne = async (
  { path, root, isExplicit }: FoundFile,
  lintFile: LintFile,
): Promise<FileResult | SkippedFile> => {
  let text: string
  try {
    if (!isExplicit && (await stat(path)).size > MAX_SOURCE_BYTES) {
      return { path, reason: 'too-large' }
    }
    text = await readFile(path, 'utf8')
  } catch (error) {
    // Node adds the system call and the path, which the line names anyway.
    const reason =
      error instanceof Error ? error.message.replace(/, \w+(?: '.*')?$/, '') : String(error)
    const message = `Cannot be read: ${reason}.`
    return { path, findings: [], errors: [{ type: 'read', message, line: null, column: null }] }
  }
  const reason = isExplicit ? null : skipReason(text)
  return reason === null ? lintFile(path, text, root) : { path, reason }
}

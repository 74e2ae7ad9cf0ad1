#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { readFileSync } from 'node:fs'
import { resolveOptions } from '../runtime/options.js'
import type { CheckOptions } from './check.js'
import type { ReportOptions } from './report.js'
import { watch, type WatchOptions } from './watch.js'

const USAGE_ERROR = 2
const INTERNAL_ERROR = 2

const CHECK_HELP = `
Exit codes:
  0  no findings
  1  findings
  2  a file that cannot be read or parsed, a path that does not exist, or wrong usage,
     whether there are findings or not

Checked are .js, .mjs, .cjs, .jsx, .ts, .mts, .cts and .tsx below the given folders. Passed over are
what git ignores, dependencies, build output (dist, build, out, coverage), declaration files, names
that begin with a dot, tests, and minified or bundled files. A file that is named itself is always
checked.
No ESLint configuration is read; eslint-disable comments count.`

const WATCH_HELP = `
Every Node.js process that the command starts is watched, except package managers and the runners
that only start another process (npm, npx, yarn, pnpm, nodemon, tsx and the like). The exit code is
the command's own; 127 when it is not found.

Examples:
  $ eslint-plugin-event-loop watch -- node server.js
  $ eslint-plugin-event-loop watch --threshold 50 -- npm run dev`

const REPORT_HELP = `
Exit codes:
  0  a summary, also of no stalls
  2  a file that does not exist or cannot be read, or wrong usage

The file that was rotated beside it is read as well. Lines that are no stalls are passed over.`

const DOCTOR_HELP = `
Exit codes:
  0  every stall was caught, with the right line, API and request
  1  one was not
  2  wrong usage

It takes about ten seconds, and nothing is written but what it prints.`

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string }

const toMilliseconds = (text: string): number => {
  try {
    return resolveOptions({ thresholdMs: Number(text) }).thresholdMs
  } catch {
    throw new InvalidArgumentError('It has to be a number of milliseconds from 10 to 3600000.')
  }
}

const toCount = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It has to be a whole number from 1.')
  return Number(text)
}

const program = new Command('eslint-plugin-event-loop')
  .description('Keeps the event loop of a Node.js server free.')
  .version(version)
  .exitOverride()
  .enablePositionalOptions()
  .showHelpAfterError('(--help lists commands and options)')

program
  .command('check')
  .description('report blocking calls that run while requests are served')
  .argument('[paths...]', 'files and folders (default: the current folder)')
  .option('--strict', 'also report what is likely, not only what is certain', false)
  .addOption(
    new Option('--minimum-cost <cost>', 'report what typically costs at least this').choices([
      'low',
      'medium',
      'high',
    ]),
  )
  .option(
    '--allow <api>',
    'do not report this API: fs.existsSync, or crypto.* for a module; repeatable',
    (api: string, before: readonly string[] = []) => [...before, api],
  )
  .addOption(
    new Option('--format <name>', 'how to print the findings')
      .choices(['stylish', 'json', 'sarif', 'github'])
      .default('stylish'),
  )
  .addOption(
    new Option('--by <what>', 'group what stylish prints by file or by entry point')
      .choices(['file', 'entry'])
      .default('file'),
  )
  .option('--explain <file:line>', 'say why the calls on a line are reported, or why not')
  .option('--verbose', 'tell what was left out, and why', false)
  .option('--no-cache', 'keep nothing in node_modules/.cache, and use nothing from there')
  .addHelpText('after', CHECK_HELP)
  .action(async (paths: string[], options: Omit<CheckOptions, 'version'>) => {
    const { check } = await import('./check.js')
    process.exitCode = check(paths, { ...options, version })
  })

program
  .command('watch')
  .description('run a command and report what stalls its event loop')
  .argument('<command...>', 'the command and its arguments')
  .passThroughOptions()
  .option(
    '--threshold <ms>',
    'report turns of the loop longer than this (default: 100)',
    toMilliseconds,
  )
  .option(
    '--stalls-file <path>',
    'where to keep the stalls, empty for nowhere (default: .event-loop/stalls.jsonl)',
  )
  .addOption(
    new Option('--report <how>', 'how to report (default: terminal)').choices([
      'terminal',
      'json',
      'none',
    ]),
  )
  .addHelpText('after', WATCH_HELP)
  .action(async (command: string[], options: WatchOptions) => {
    process.exitCode = await watch(command, options)
  })

program
  .command('report')
  .description('summarise the stalls that a watchdog has recorded')
  .argument('[file]', 'the stalls file (default: .event-loop/stalls.jsonl)')
  .addOption(
    new Option('--format <name>', 'how to print the summary').choices(['text', 'json']).default('text'),
  )
  .option('--limit <number>', 'how many places to print as text', toCount, 20)
  .addHelpText('after', REPORT_HELP)
  .action(async (file: string | undefined, options: ReportOptions) => {
    const { report } = await import('./report.js')
    process.exitCode = report(file, options)
  })

program
  .command('doctor')
  .description('provoke one stall of each kind, and say whether a watchdog catches it here')
  .addHelpText('after', DOCTOR_HELP)
  .action(async () => {
    const { doctor } = await import('./doctor.js')
    process.exitCode = await doctor()
  })

// A reader that has seen enough (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : USAGE_ERROR
  } else {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`Internal error: ${message}\n`)
    process.exitCode = INTERNAL_ERROR
  }
}

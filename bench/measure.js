// What the benchmarks of the static half share: processes of their own, medians, rows beside their limits.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Where the build is that is measured. */
export const dist =
  process.env.EVENT_LOOP_TEST_DIST ?? fileURLToPath(new URL('../dist', import.meta.url))

export function timed(run) {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Runs a script in a process of its own and gives the JSON that it prints. */
export function measureApart(script, argv, { heapMb = null } = {}) {
  const limits = heapMb === null ? [] : [`--max-old-space-size=${heapMb}`]
  const output = execFileSync(process.execPath, ['--expose-gc', ...limits, script, ...argv], {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  })
  return JSON.parse(output.toString())
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

export function medianOf(runs, name) {
  return median(runs.map((run) => run[name]))
}

export function heapMb() {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

/** The most memory that this process has had so far. */
export function peakMb() {
  return process.resourceUsage().maxRSS / 2 ** 10
}

export function row(name, figure, note = '') {
  console.log(`${name.padEnd(44)}${figure.padStart(10)}   ${note}`)
}

export function ms(figure) {
  return `${figure.toFixed(0)} ms`
}

export function mb(figure) {
  return `${figure.toFixed(0)} MB`
}

/** A ratio beside its limit; past it the benchmark fails. */
export function against(figure, base, limit, of) {
  const ratio = figure / base
  return `${ratio.toFixed(2)} of ${of}${judge(ratio, limit)}`
}

export function judge(figure, limit) {
  if (figure <= limit) return ` (limit ${limit})`
  process.exitCode = 1
  return ` (limit ${limit}, MISSED)`
}

import { syncBuiltinESMExports } from 'node:module'
import { fileURLToPath } from 'node:url'
import { getEnvironmentData, setEnvironmentData, type Worker, type WorkerOptions } from 'node:worker_threads'

import type { ResolvedOptions } from './options.js'

/** What threads inherit from the one that starts them, and no program sees without asking for it. */
const optionsKey = 'eslint-plugin-event-loop.options'

/**
 * Has every worker thread that the program starts from now on load a watchdog of its own, with
 * these options.
 *
 * @returns a function that undoes it for further threads.
 */
export function watchWorkers(options: ResolvedOptions): () => void {
  const exports = process.getBuiltinModule('worker_threads') as { Worker: typeof Worker }
  const original = exports.Worker
  // Unlike `--import`, `-r` is heeded where a thread runs a text, and leaves its entry to the compilers of the program.
  const preload = ['-r', fileURLToPath(new URL('./require-register.cjs', import.meta.url))]
  setEnvironmentData(optionsKey, JSON.stringify(options))
  const replacement = new Proxy(original, {
    construct: (target, [file, given = {}, ...others], newTarget) => {
      const construct = (settings: WorkerOptions): object => {
        const constructor = newTarget === replacement ? target : newTarget
        return Reflect.construct(target, [file, settings, ...others], constructor) as object
      }
      const { execArgv = process.execArgv } = given as WorkerOptions
      try {
        return construct({ ...given, execArgv: [...execArgv, ...preload] })
      } catch (error) {
        // Flags of a process that a thread may not have: it keeps those that it would have anyway.
        if ((error as { code?: unknown }).code !== 'ERR_WORKER_INVALID_EXEC_ARGV') throw error
        return construct(given as WorkerOptions)
      }
    },
  })
  exports.Worker = replacement
  syncBuiltinESMExports()
  return () => {
    if (exports.Worker === replacement) exports.Worker = original
    syncBuiltinESMExports()
    setEnvironmentData(optionsKey)
  }
}

/** The options of the watched thread that started this one; null where this one is not to be watched. */
export function optionsOfThread(): ResolvedOptions | null {
  const options = getEnvironmentData(optionsKey)
  return typeof options === 'string' ? (JSON.parse(options) as ResolvedOptions) : null
}

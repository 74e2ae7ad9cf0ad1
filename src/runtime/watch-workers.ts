import { syncBuiltinESMExports } from 'node:module'
import type { Worker, WorkerOptions } from 'node:worker_threads'

import type { ResolvedOptions } from './options.js'

/**
 * Has every worker thread that the program starts from now on load a watchdog of its own, with
 * these options.
 *
 * @returns a function that undoes it for further threads.
 */
export function watchWorkers(options: ResolvedOptions): () => void {
  const exports = process.getBuiltinModule('worker_threads') as { Worker: typeof Worker }
  const original = exports.Worker
  const register = new URL('./register.js', import.meta.url)
  register.searchParams.set('options', JSON.stringify(options))
  const replacement = new Proxy(original, {
    construct: (target, [file, given = {}, ...others], newTarget) => {
      const construct = (settings: WorkerOptions): object => {
        const constructor = newTarget === replacement ? target : newTarget
        return Reflect.construct(target, [file, settings, ...others], constructor) as object
      }
      const { execArgv = process.execArgv } = given as WorkerOptions
      try {
        return construct({ ...given, execArgv: [...execArgv, '--import', register.href] })
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
  }
}

import type { Executor } from '../../catalogue/types.js'
import type { Evaluator } from '../../analysis/link/evaluator.js'
import type { CallSite } from '../../analysis/link/program.js'
import { callBehind } from './call-behind.js'

/** A call that makes something for work to be handed to. */
export interface MadeExecutor {
  readonly site: CallSite
  readonly executor: Executor
  /** As a person reads it: `new Piscina`, `fork`. */
  readonly text: string
}

/** What a call makes for work to be handed to; null when it makes no such thing. */
export function executorMadeBy(site: CallSite, evaluator: Evaluator): MadeExecutor | null {
  const { call } = site
  if (call.form === 'get' || call.form === 'set') return null
  const executor = executorIn(site) ?? promisedExecutor(site, evaluator)
  if (executor === null) return null
  return { site, executor, text: call.form === 'new' ? `new ${call.text}` : call.text }
}

function executorIn({ apis }: CallSite): Executor | null {
  return apis.find(({ facts }) => facts.executor !== undefined)?.facts.executor ?? null
}

/** `const run = promisify(execFile)`, called as `run(…)`. */
function promisedExecutor({ call, file, resolved }: CallSite, evaluator: Evaluator): Executor | null {
  if (resolved) return null
  const made = callBehind(call.callee, file, evaluator)
  const [wrapped] = made?.call.arguments ?? []
  if (made === null || wrapped === undefined) return null
  const isPromisify = evaluator.values(made.call.callee, made.file).some(
    (value) => value.type === 'api' && value.path === 'promisify' && /^(node:)?util$/.test(value.module),
  )
  if (!isPromisify) return null
  for (const value of evaluator.values(wrapped, made.file)) {
    if (value.type !== 'api') continue
    const { executor } = evaluator.catalogue.lookupApi(value.module, value.path || 'default') ?? {}
    if (executor !== undefined) return executor
  }
  return null
}

import type { CalledApi } from '../analysis/link/program.js'
import type { BlockingApi } from '../catalogue/types.js'

/** An API as a person names it: `fs.readFileSync`, `sqlite.StatementSync#all`, `Atomics.wait`. */
export function nameOfApi({ module, path }: Pick<CalledApi, 'module' | 'path'>): string {
  const member = path.replace('.prototype.', '#')
  if (module === 'global') return member
  const name = module.replace(/^node:/, '')
  return member === '' ? name : `${name}.${member}`
}

/** What to do about a blocking call: one sentence. */
export function remedyFor(api: CalledApi, { cost, instead, kind, when }: BlockingApi): string {
  if (instead === undefined) {
    if (kind === 'io') return 'It has no asynchronous form: run it in a worker thread.'
    // Handing over would cost more than the call itself.
    if (cost === 'low') return 'Do it once, at start-up, and keep the result.'
    return 'Move the work to a pool of worker threads.'
  }
  const [module = '', path = ''] = instead.split('#')
  if (when?.type === 'no-callback' && path === api.path) {
    return `Give \`${path}\` a callback, or wrap it with \`util.promisify\`.`
  }
  if (module === 'global') return `Use \`${path}\` instead.`
  const isPromise = module.endsWith('/promises')
  if (path.startsWith('FileHandle.')) {
    const method = path.slice('FileHandle.'.length)
    return `Await \`${method}\` of a \`FileHandle\` from \`${module}\` instead.`
  }
  return isPromise
    ? `Await \`${path}\` from \`${module}\` instead.`
    : `Use the asynchronous \`${path}\` from \`${module}\` instead.`
}

import type { BlockingApi } from './catalogue/types.js'

/** Where an API comes from. */
export interface ApiName {
  /** Specifier of a module; `global` for what needs no import. */
  readonly module: string
  /** Export path: `readFileSync`, `Hash.prototype.update`. */
  readonly path: string
}

/**
 * An API as a person names it: `fs.readFileSync`, `sqlite.StatementSync#all`, `Atomics.wait`,
 * `which` for the default export of a package.
 */
export function nameOfApi({ module, path }: ApiName): string {
  const member = memberName(path)
  // A function of the project is known by its own name there.
  if (module === 'global' || module.startsWith('./')) return member
  const name = module.replace(/^node:/, '')
  if (member === '' || member.startsWith('#')) return `${name}${member}`
  return `${name}.${member}`
}

/** `Hash.prototype.update` is the method of an instance, `Transaction.prototype` a callable one. */
function memberName(path: string): string {
  return path
    .replace(/^default(?=\.|$)/, '')
    .replace('.prototype.', '#')
    .replace(/\.prototype$/, '')
    .replace(/^\./, '')
}

/** What to do about a call whose result is kept for good, by whoever needs it first. */
export const remedyForKept = 'It runs once, and its result is kept: let start-up do that, so that no request waits for it.'

/**
 * What to do about a blocking call: one sentence.
 * @param helper The name of the synchronous function around the call, which others call; null for any other place.
 */
export function remedyFor(api: ApiName, blocking: BlockingApi, helper: string | null): string {
  const { cost, instead, kind, message, onceEnough, when } = blocking
  if (message !== undefined) return message
  if (when?.type === 'unless-option') return `Turn on its option \`${when.option}\`.`
  if (instead === undefined) {
    if (kind === 'wait') return 'Await what it waits for instead.'
    // Handing over what is cheap would cost more than the call itself.
    if (onceEnough || (kind === 'cpu' && cost === 'low')) {
      return 'Do it once, at start-up, and keep the result.'
    }
    if (kind === 'cpu') {
      return cost === 'high'
        ? 'Move the work to a pool of worker threads, or to a job queue if nobody waits for it.'
        : 'Move the work to a pool of worker threads.'
    }
    return 'It has no asynchronous form: run it in a worker thread.'
  }
  const [module = '', path] = instead.split('#')
  // Who declares an API by a configuration names its twin as he likes.
  if (path === undefined) return `Use \`${instead}\` instead.`
  if (when?.type === 'option' && path === api.path) {
    return `Leave out the option \`${when.option}\`, and await it.`
  }
  if ((when?.type === 'no-callback' || when?.type === 'size') && path === api.path) {
    return `Give \`${path}\` a callback, or wrap it with \`util.promisify\`.`
  }
  if (module === 'global') return `Use \`${path}\` instead.`
  if (path.startsWith('FileHandle.')) {
    const method = path.slice('FileHandle.'.length)
    return `Await \`${method}\` of a \`FileHandle\` from \`${module}\` instead.`
  }
  if (api.path === 'existsSync' && path === 'access') {
    const what = `\`access\` from \`${module}\`, which throws when nothing is there`
    return helper === null
      ? `Await ${what}, or open the file at once and handle the error.`
      : `Make \`${helper}\` async, with ${what}, and await it where it is called.`
  }
  const name = memberName(path)
  if (name === '') return `Use the asynchronous \`${module}\` instead.`
  if (helper !== null && module.endsWith('/promises')) {
    return `Make \`${helper}\` async, with \`${name}\` from \`${module}\`, and await it where it is called.`
  }
  return module.endsWith('/promises')
    ? `Await \`${name}\` from \`${module}\` instead.`
    : `Use the asynchronous \`${name}\` from \`${module}\` instead.`
}

import type { CallSite, Program } from '../analysis/link/program.js'

/** `Promise.resolve().then(…)`, whose callback runs before the event loop turns. */
export function isThenOfSettled(
  { call: { callee }, file }: Pick<CallSite, 'call' | 'file'>,
  program: Program,
): boolean {
  if (callee.type !== 'member' || callee.property !== 'then' || callee.object.type !== 'call') return false
  const settled = program.sites[file]?.[callee.object.call]
  if (!settled?.apis.some(({ module, path }) => module === 'global' && path === 'Promise.resolve')) return false
  // Of a promise that it gets it makes no other.
  return settled.call.arguments.every(({ type }) => ['function', 'literal', 'object'].includes(type))
}

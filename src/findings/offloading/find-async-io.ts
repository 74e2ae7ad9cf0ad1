import { isBuiltin } from 'node:module'
import { lookupMethodRunner } from '../../catalogue/index.js'
import type { BlockingApi } from '../../catalogue/types.js'
import type { Range, Reference } from '../../analysis/facts.js'
import { handedAt, shippedBy } from '../../analysis/handed-over.js'
import {
  type CalledApi,
  type CallSite,
  fileOf,
  type FunctionKey,
  functionKey,
  functionOf,
  functionsIn,
} from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'
import { fileNamedBy } from '../../analysis/worker-files.js'
import { blocksAt } from '../call-conditions.js'
import { nameOfApi, remedyFor } from '../../remedies.js'
import type { Finding } from '../types.js'
import { callsOffloader } from './find-request-in-worker.js'
import { locationOf } from '../places.js'

export type AsyncIoMessage = 'shipped' | 'file'

interface BlockingCall {
  readonly api: CalledApi
  readonly blocking: BlockingApi
}

/** What a file ships to a worker that only waits there for what has an asynchronous twin. */
export function findAsyncIo(file: number, project: Project): readonly Finding<AsyncIoMessage>[] {
  if (project.kinds[file] !== 'server') return []
  const { sites, evaluator } = project.program
  return (sites[file] ?? []).flatMap((site) =>
    site.apis.flatMap(({ facts: { offload } }) => {
      if (offload === undefined) return []
      const shipped = shippedBy(site, offload, evaluator).flatMap(({ values, range }) =>
        report('shipped', functionsIn(values), range, offload.library, project),
      )
      const named = (offload.files ?? [])
        .flatMap((place) => handedAt(site, place, evaluator))
        .flatMap(({ reference, file: from, range }) => {
          const worker = fileNamedBy(reference, from, evaluator)
          if (worker === null) return []
          return report('file', functionsOf(worker, project), range, offload.library, project)
        })
      return [...shipped, ...named]
    }),
  )
}

/** Whether a file hands anything to a worker. */
export function mayShipIo(file: number, project: Project): boolean {
  return project.kinds[file] === 'server' && callsOffloader(file, project)
}

/** Every function of a file: which of them its tasks call, only run time tells. */
function functionsOf(file: number, { program }: Project): readonly FunctionKey[] {
  return (program.files[file]?.functions ?? []).map((_, id) => functionKey(file, id))
}

function report(
  messageId: AsyncIoMessage,
  functions: readonly FunctionKey[],
  range: Range,
  library: string,
  project: Project,
): readonly Finding<AsyncIoMessage>[] {
  const [call] = onlyIoOf(functions, project) ?? []
  if (call === undefined) return []
  const { api, blocking } = call
  return [
    {
      rule: 'prefer-async-io',
      messageId,
      data: { api: nameOfApi(api), library, remedy: remedyFor(api, blocking, null) },
      location: locationOf(range),
      chain: [],
      confidence: 'certain',
      entryPoints: [],
      cost: null,
    },
  ]
}

/**
 * The blocking calls of functions and of what they call, if all of them are I/O with an asynchronous twin and
 * nothing else in there may take long; null for any other work.
 */
function onlyIoOf(start: readonly FunctionKey[], { program }: Project): readonly BlockingCall[] | null {
  const reached = new Set(start)
  // Breadth first: a set that grows is iterated to its end.
  for (const key of reached) for (const { to } of program.edgesFrom.get(key) ?? []) reached.add(to)
  const found: BlockingCall[] = []
  for (const key of reached) {
    const own = functionOf(program, key)
    if (own === null || own.facts.loops) return null
    const sites = program.sites[fileOf(key)] ?? []
    for (const site of sites.filter(({ call, file }) => functionKey(file, call.function) === key)) {
      const calls = ioAt(site, program)
      if (calls === null) return null
      found.push(...calls)
    }
  }
  return found
}

/** The I/O of one call; null when the call may be work of another kind. */
function ioAt(site: CallSite, { evaluator }: Project['program']): readonly BlockingCall[] | null {
  const { apis, call, functions, resolved } = site
  if (functions.length > 0 || call.form === 'get' || call.form === 'set') return []
  if (apis.some(isNoWork)) return []
  const blocking = apis.flatMap((api) =>
    api.facts.blocking && blocksAt(api.facts.blocking, site, evaluator)
      ? [{ api, blocking: api.facts.blocking }]
      : [],
  )
  if (blocking.length > 0) return blocking.every(hasTwin) ? blocking : null
  if (resolved) return isOfNode(call.callee, site.file, evaluator) ? [] : null
  if (isOfNode(call.callee, site.file, evaluator)) return []
  // `names.map((name) => statSync(name))`: what it runs is looked at by itself.
  const isRunner = call.callee.type === 'member' && lookupMethodRunner(call.callee.property) !== undefined
  const runs = site.arguments.some((values) => functionsIn(values).length > 0)
  return isRunner && runs ? [] : null
}

/** What a worker hears, that it answers, and what it loads once. */
function isNoWork({ facts: { blocking, offload, registration } }: CalledApi): boolean {
  return Boolean(registration ?? offload) || blocking?.when?.type === 'first-call'
}

function hasTwin({ blocking: { kind, instead } }: BlockingCall): boolean {
  return kind === 'io' && instead !== undefined
}

/** Whether a name comes from a module of Node.js or from the language itself. */
function isOfNode(
  reference: Reference,
  file: number,
  evaluator: Project['program']['evaluator'],
): boolean {
  switch (reference.type) {
    case 'global':
      return true
    case 'import':
      return isBuiltin(reference.specifier)
    case 'member':
      return isOfNode(reference.object, file, evaluator)
    case 'variable': {
      const writes = evaluator.files[file]?.variables[reference.variable]?.writes ?? []
      const [write] = writes
      return writes.length === 1 && write !== undefined && isOfNode(write, file, evaluator)
    }
    default:
      return false
  }
}

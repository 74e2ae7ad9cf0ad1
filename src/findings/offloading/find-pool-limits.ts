import type { PoolLimit, PoolLimits } from '../../catalogue/types.js'
import type { Evaluator } from '../../analysis/link/evaluator.js'
import type { CallSite } from '../../analysis/link/program.js'
import { setOf, type Value, type ValueSet } from '../../analysis/link/values.js'
import type { Project } from '../../analysis/project.js'
import type { Finding } from '../types.js'
import { executorMadeBy, type MadeExecutor } from './executors.js'

export type PoolLimitsMessage = 'queue' | 'workers' | 'unbounded' | 'noLimit'

export interface PoolLimitsOptions {
  /** Whether the number of workers needs a limit. */
  readonly checkWorkers: boolean
  /** Whether the number of waiting tasks needs one. */
  readonly checkQueue: boolean
}

/** How an option limits something; `unknown` where the text does not tell. */
type Bound = 'bounded' | 'unbounded' | 'unknown'

/** The pools of a file whose workers or tasks may become any number, in the order of the text. */
export function findPoolLimits(
  file: number,
  project: Project,
  options: PoolLimitsOptions,
): readonly Finding<PoolLimitsMessage>[] {
  // Without requests nobody fills a pool faster than it works: a build tool hands over what there is.
  if (project.phases.entries.length === 0) return []
  return poolsIn(file, project).flatMap(({ made, limits }) => {
    const finding = judge(made, limits, options, project.program.evaluator)
    return finding === null ? [] : [finding]
  })
}

/** Whether a file makes a pool whose limits are known. */
export function makesPool(file: number, project: Project): boolean {
  return poolsIn(file, project).length > 0
}

interface MadePool {
  readonly made: MadeExecutor
  readonly limits: PoolLimits
}

function poolsIn(file: number, { kinds, program }: Project): readonly MadePool[] {
  if (kinds[file] !== 'server') return []
  return (program.sites[file] ?? []).flatMap((site) => {
    const made = executorMadeBy(site, program.evaluator)
    const limits = made?.executor.limits
    return made && limits ? [{ made, limits }] : []
  })
}

function judge(
  made: MadeExecutor,
  limits: PoolLimits,
  { checkWorkers, checkQueue }: PoolLimitsOptions,
  evaluator: Evaluator,
): Finding<PoolLimitsMessage> | null {
  const given = optionsOf(made.site, limits)
  if (given === null) return null
  const isOpen = (limit: PoolLimit | null | undefined, otherwise: Bound): boolean =>
    limit ? boundBy(limit, given, otherwise, evaluator) === 'unbounded' : false
  const isQueueOpen = checkQueue && isOpen(limits.queue, 'unbounded')
  const areWorkersOpen = checkWorkers && isOpen(limits.workers, 'bounded')
  if (isQueueOpen && areWorkersOpen) return report('unbounded', made, limits)
  if (areWorkersOpen) return report('workers', made, limits)
  if (isQueueOpen) return report('queue', made, limits)
  return checkQueue && limits.queue === null ? report('noLimit', made, limits) : null
}

/** The values of a call's options: an empty set where it has none; null where the text does not tell. */
function optionsOf(site: CallSite, { options }: PoolLimits): ValueSet | null {
  if (site.unknownFrom !== -1) return options.some((at) => at >= site.unknownFrom) ? null : setOf()
  const position = options.findLast((at) => at < site.arguments.length)
  if (position === undefined) return setOf()
  const values = site.arguments[position] ?? setOf()
  if (values.length === 0) return null
  // `workerpool.pool('./print.js')` and `Pool(start, 4)` have no options.
  return values
}

/** @param otherwise What holds without the option. */
function boundBy({ option }: PoolLimit, given: ValueSet, otherwise: Bound, evaluator: Evaluator): Bound {
  const bounds = given.map((value) => boundIn(value, option, otherwise, evaluator))
  if (bounds.includes('unknown')) return 'unknown'
  if (bounds.length === 0) return otherwise
  return bounds.includes('unbounded') && !bounds.includes('bounded') ? 'unbounded' : 'bounded'
}

function boundIn(value: Value, option: string, otherwise: Bound, evaluator: Evaluator): Bound {
  if (value.type === 'literal') return otherwise
  if (value.type !== 'object') return 'unknown'
  const literal = evaluator.files[value.file]?.objects[value.object]
  if (literal === undefined) return 'unknown'
  const property = literal.properties.find(({ name }) => name === option)
  if (property !== undefined) return boundOf(evaluator.values(property.value, value.file), otherwise)
  if (literal.properties.some(({ name }) => name === null)) return 'unknown'
  // What is written to it later counts as well: `options.maxQueue = 100`.
  if (evaluator.member(setOf(value), option).length > 0) return 'bounded'
  const spread = literal.spreads.flatMap(({ value: part }) => {
    const values = evaluator.values(part, value.file)
    return values.length === 0
      ? (['unknown'] as const)
      : values.map((each) => boundIn(each, option, otherwise, evaluator))
  })
  if (spread.includes('unknown')) return 'unknown'
  return spread.includes('bounded') ? 'bounded' : otherwise
}

/** A number that the text does not tell is taken for one. */
function boundOf(values: ValueSet, otherwise: Bound): Bound {
  const [value, ...others] = values
  if (value === undefined || others.length > 0) return 'bounded'
  if (value.type === 'literal' && value.value === null) return otherwise
  const isInfinity =
    value.type === 'api' &&
    value.module === 'global' &&
    ['Infinity', 'Number.POSITIVE_INFINITY'].includes(value.path)
  return isInfinity ? 'unbounded' : 'bounded'
}

function report(
  messageId: PoolLimitsMessage,
  { site: { call }, executor, text }: MadeExecutor,
  { queue, workers, overflow = '' }: PoolLimits,
): Finding<PoolLimitsMessage> {
  const [line, column, endLine, endColumn] = call.range
  return {
    rule: 'require-pool-limits',
    messageId,
    data: {
      api: text,
      library: executor.library,
      queue: queue?.option ?? '',
      workers: workers?.option ?? '',
      overflow,
      automatic: messageId === 'queue' ? (queue?.automatic ?? '') : '',
    },
    location: { start: { line, column }, end: { line: endLine, column: endColumn } },
    chain: [],
    confidence: 'certain',
    entryPoints: [],
    cost: null,
  }
}

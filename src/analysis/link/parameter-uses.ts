import type { FunctionFacts, Reference } from '../facts.js'
import type { Evaluator } from './evaluator.js'
import { type CallSite, type FunctionKey, functionKey, functionOf } from './program.js'

/** A parameter of a function: `file:function:index`. */
export type ParameterKey = string

/** The function that has a parameter. */
export function ownerOf(parameter: ParameterKey): FunctionKey {
  return parameter.slice(0, parameter.lastIndexOf(':'))
}

/** Where something is used. */
type UseSite = Pick<CallSite, 'file' | 'call'>

/** A use of a parameter in the function that has it, or in a callback inside of that function. */
export interface ParameterUse {
  readonly parameter: ParameterKey
  /** The function that has the parameter. */
  readonly owner: number
  readonly index: number
  /** The functions around the use, innermost first, up to the owner and without it. */
  readonly inside: readonly number[]
}

/** A use of a member of a parameter: `options.save()`, or `save()` where `({ save })` is the parameter. */
export interface ParameterMemberUse extends ParameterUse {
  readonly property: string
}

/** Whether a reference may be a use of a parameter or of a member of one: cheap to tell, and most are not. */
export function mayBeOfParameter(reference: Reference): boolean {
  return (reference.type === 'member' ? reference.object : reference).type === 'variable'
}

/** The parameter that a name stands for; null where the use is not in the parameter's own function. */
export function parameterUse(
  reference: Reference,
  site: CallSite,
  evaluator: Evaluator,
): ParameterUse | null {
  return useOf(onlyWrite(reference, site, evaluator), site, evaluator)
}

/** The member of a parameter that an expression reads, under the same condition. */
export function parameterMemberUse(
  reference: Reference,
  site: UseSite,
  evaluator: Evaluator,
): ParameterMemberUse | null {
  const isRead = reference.type === 'member'
  const member = isRead ? reference : onlyWrite(reference, site, evaluator)
  if (member?.type !== 'member') return null
  const owner = isRead ? onlyWrite(member.object, site, evaluator) : firstOf(member.object)
  const use = useOf(owner, site, evaluator)
  return use && { ...use, property: member.property }
}

function useOf(
  parameter: Reference | null,
  site: UseSite,
  evaluator: Evaluator,
): ParameterUse | null {
  const facts = evaluator.factsOf(site.file)
  if (facts === undefined || parameter?.type !== 'parameter') return null
  const { function: owner, index } = parameter
  const inside = functionsBetween(site.call.function, owner, facts.functions)
  if (inside === null) return null
  return { parameter: `${functionKey(site.file, owner)}:${index}`, owner, index, inside }
}

/** What a variable is, if it is written once. */
function onlyWrite(reference: Reference, site: UseSite, evaluator: Evaluator): Reference | null {
  if (reference.type !== 'variable') return null
  const writes = evaluator.factsOf(site.file)?.variables[reference.variable]?.writes ?? []
  const [write] = writes
  return writes.length === 1 && write ? firstOf(write) : null
}

/** Without the default that stands in for a value. */
function firstOf(reference: Reference): Reference {
  return reference.type === 'either' ? (reference.options[0] ?? reference) : reference
}

/** The functions around a function up to another one, itself included and that one not; null if that is not around it. */
export function functionsBetween(
  inner: number,
  outer: number,
  functions: readonly FunctionFacts[],
): readonly number[] | null {
  const between: number[] = []
  for (let at: number | null = inner; at !== null; at = functions[at]?.enclosing ?? null) {
    if (at === outer) return between
    between.push(at)
  }
  return null
}

/** Whether one of the functions around a use is what the owner returns: it runs when its caller wants it to. */
export function isReturned(use: ParameterUse, functions: readonly FunctionFacts[]): boolean {
  const returns = functions[use.owner]?.returns ?? []
  return returns.some((value) => value.type === 'function' && use.inside.includes(value.function))
}

/** The parameter that gets the argument at a position; a rest parameter gets all from its own on. */
export function parameterAt(
  target: FunctionKey,
  position: number,
  evaluator: Evaluator,
): ParameterKey {
  const parameters = functionOf(evaluator, target)?.facts.parameters ?? []
  const last = parameters.length - 1
  const index = parameters[last]?.rest === true ? Math.min(position, last) : position
  return `${target}:${index}`
}

/** The callee of a call, or what stands before its `.call` or `.apply`. */
export function calledReference({ call: { callee } }: Pick<CallSite, 'call'>): Reference {
  const isForwarded =
    callee.type === 'member' && (callee.property === 'call' || callee.property === 'apply')
  return isForwarded ? callee.object : callee
}

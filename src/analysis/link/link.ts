import { lookupMethodRunner } from '../../catalogue/index.js'
import type { Knowledge } from '../declared/knowledge.js'
import type { FileFacts } from '../facts.js'
import { buildCallGraph } from './call-graph.js'
import { resolveSite } from './call-sites.js'
import { Evaluator, type Flow, type ResolveImport } from './evaluator.js'
import {
  type CallSite,
  type EntryPoint,
  type FunctionKey,
  functionKey,
  type Program,
} from './program.js'
import { declaredEntryPoints } from '../entries/declared.js'
import { serverActions } from '../entries/directives.js'
import { FileConventions, type PackageAround } from '../entries/file-conventions.js'
import { entryPointsOf } from '../entries/registrations.js'
import { entryPointsByLooks } from '../entries/request-looks.js'
import { keyOf, mostValues, type Value } from './values.js'

// Two rounds resolve most calls; five let a value pass through as many functions.
const mostRounds = 5

/** Links the facts of files to one graph of calls. */
export function link(
  files: readonly FileFacts[],
  resolveImport: ResolveImport,
  knowledge: Knowledge,
  packages: readonly PackageAround[],
): Program {
  const flow: Flow = { parameters: new Map(), roles: new Map() }
  const evaluator = new Evaluator(files, flow, resolveImport, knowledge)
  const declared = files.flatMap((_, file) => declaredEntryPoints(file, evaluator))
  for (const entry of declared) receive(entry, flow)
  const byLooks = files.flatMap((_, file) => entryPointsByLooks(file, evaluator))
  for (const entry of byLooks) receive(entry, flow)
  const conventions = new FileConventions(evaluator, packages)
  let byPlace: readonly EntryPoint[] = []
  let sites: readonly CallSite[] = []
  for (let round = 0; round < mostRounds; round += 1) {
    evaluator.startRound()
    sites = files.flatMap((facts, file) =>
      facts.calls.map((call) => resolveSite(call, file, evaluator)),
    )
    let grown = false
    byPlace = [...conventions.entryPoints(), ...serverActions(evaluator)]
    for (const entry of byPlace) grown = receive(entry, flow) || grown
    for (const site of sites) grown = spread(site, evaluator, flow) || grown
    if (!grown) break
  }
  return buildCallGraph(evaluator, sites, declared, byLooks, byPlace)
}

/** Gives a handler's parameters the values that the platform passes; true when something was new. */
function receive(entry: EntryPoint, flow: Flow): boolean {
  let grown = false
  if (entry.roles.length > 0 && !flow.roles.has(entry.function)) {
    flow.roles.set(entry.function, entry.roles)
    grown = true
  }
  entry.passes.forEach((value, index) => {
    if (value !== null) grown = add(flow, `${entry.function}:${index}`, value) || grown
  })
  return grown
}

/** Carries what a call passes into the functions that get it; true when something was new. */
function spread(site: CallSite, evaluator: Evaluator, flow: Flow): boolean {
  let grown = false
  for (const target of site.functions) {
    grown = spreadArguments(site, target, evaluator, flow) || grown
  }
  for (const entry of entryPointsOf(site, evaluator)) grown = receive(entry, flow) || grown
  return spreadElements(site, evaluator, flow) || grown
}

function spreadArguments(
  site: CallSite,
  target: FunctionKey,
  evaluator: Evaluator,
  flow: Flow,
): boolean {
  const [file = -1, id = -1] = target.split(':').map(Number)
  const parameters = evaluator.files[file]?.functions[id]?.parameters ?? []
  const known = site.unknownFrom === -1 ? site.arguments.length : site.unknownFrom
  let grown = false
  for (let index = 0; index < Math.min(known, parameters.length); index += 1) {
    if (parameters[index]?.rest) break
    for (const value of site.arguments[index]?.values() ?? []) {
      // Literals matter where they name a member or an event; flowing on they would only cost time.
      if (value.type === 'literal' && typeof value.value !== 'string') continue
      grown = add(flow, `${target}:${index}`, value) || grown
    }
  }
  return grown
}

/** `handlers.forEach((handler) => …)` and `import('node:fs').then((fs) => …)`. */
function spreadElements(site: CallSite, evaluator: Evaluator, flow: Flow): boolean {
  const { callee } = site.call
  if (callee.type !== 'member' || site.functions.length > 0) return false
  const [callback] = site.arguments
  const functions = [...(callback?.values() ?? [])].filter((value) => value.type === 'function')
  if (functions.length === 0) return false
  const isThen = callee.property === 'then'
  if (!isThen && lookupMethodRunner(callee.property) === undefined) return false
  const given = isThen
    ? evaluator.values(callee.object, site.file)
    : evaluator.values({ type: 'element', object: callee.object }, site.file)
  let grown = false
  for (const target of functions) {
    for (const value of given.values()) {
      grown = add(flow, `${functionKey(target.file, target.function)}:0`, value) || grown
    }
  }
  return grown
}

function add(flow: Flow, parameter: string, value: Value): boolean {
  const values = flow.parameters.get(parameter)
  if (values === undefined) {
    flow.parameters.set(parameter, new Map([[keyOf(value), value]]))
    return true
  }
  const key = keyOf(value)
  if (values.has(key) || values.size >= mostValues) return false
  values.set(key, value)
  return true
}

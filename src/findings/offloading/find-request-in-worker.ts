import { dataAmong } from '../../catalogue/index.js'
import type { ApiFacts, Offload } from '../../catalogue/types.js'
import { handedAt, type HandedOver, shippedBy } from '../../analysis/handed-over.js'
import type { CalledApi, CallSite } from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'
import type { Finding } from '../types.js'
import { AsyncStores } from './async-stores.js'
import { boundTo, capturedBy } from './captured-requests.js'
import { nounOf, type RequestHit, requestsAt } from './request-hits.js'
import { parameterBehind, wayOf } from './request-ways.js'
import { byPlace, locationOf } from '../places.js'

export type RequestInWorkerMessage = 'handed' | 'moved' | 'captured' | 'answered' | 'bound'

/** Request objects that a file hands to another thread or process, in the order of the text. */
export function findRequestInWorker(
  file: number,
  project: Project,
): readonly Finding<RequestInWorkerMessage>[] {
  if (project.kinds[file] === 'test') return []
  const stores = new AsyncStores(project.program)
  const findings = new Map<string, Finding<RequestInWorkerMessage>>()
  for (const site of project.program.sites[file] ?? []) {
    for (const offload of offloadsOf(site)) {
      for (const finding of judge(site, offload, project, stores)) {
        const { line, column } = finding.location.start
        findings.set(`${line}:${column}:${finding.data['name']}`, finding)
      }
    }
  }
  return [...findings.values()].sort(byPlace)
}

/** Whether a file hands anything to another thread or process. */
export function callsOffloader(file: number, { program }: Project): boolean {
  return (program.sites[file] ?? []).some((site) => offloadsOf(site).length > 0)
}

function offloadsOf({ apis }: CallSite): readonly Offload[] {
  const offloadOf = ({ offload }: ApiFacts): readonly Offload[] => (offload ? [offload] : [])
  return apis.flatMap(({ facts }: CalledApi) => offloadOf(facts))
}

function judge(
  site: CallSite,
  offload: Offload,
  project: Project,
  stores: AsyncStores,
): readonly Finding<RequestInWorkerMessage>[] {
  const { evaluator } = project.program
  const here = site.file
  const reportAs = (messageId: RequestInWorkerMessage) => (hit: RequestHit) =>
    report(messageId, hit, offload, project)
  const shipped = shippedBy(site, offload, evaluator)
  const captured = shipped
    .flatMap((each) => capturedBy(each, here, project))
    .map((hit) => reportAs(hit.value.role === 'response' ? 'answered' : 'captured')(hit))
  const bound = shipped.flatMap((each) => boundTo(each, here, project, stores)).map(reportAs('bound'))
  const moved = (offload.transfers ?? [])
    .flatMap((place) => handedAt(site, place, evaluator))
    .flatMap((each) => requestsAt(each, here, project, stores))
    .map(reportAs('moved'))
  const handed = dataOf(site, offload, project)
    .flatMap((each) => requestsAt(each, here, project, stores))
    .map(reportAs('handed'))
  return [...captured, ...bound, ...moved, ...handed]
}

function dataOf(
  site: CallSite,
  { allArguments, data = [], handles = [] }: Offload,
  { program: { evaluator } }: Project,
): readonly HandedOver[] {
  const places = allArguments ? site.arguments.map((_, position) => ({ position })) : data
  return places
    .filter(({ position }) => !handles.includes(position))
    .flatMap((place) => handedAt(site, place, evaluator))
}

function report(
  messageId: RequestInWorkerMessage,
  hit: RequestHit,
  offload: Offload,
  project: Project,
): Finding<RequestInWorkerMessage> {
  const { value, name, range } = hit
  const noun = nounOf(value.role)
  const isContext = value.role === 'context'
  return {
    rule: 'no-request-in-worker',
    messageId,
    data: {
      name,
      what: value.path === '' ? noun : `part of ${noun}`,
      library: offload.library,
      outcome: (isContext ? offload.contextOutcome : undefined) ?? offload.outcome,
      captured: offload.captured ?? 'it is undefined there',
      from: wayOf(hit, project),
      ...remedyFor(hit, messageId, project),
    },
    location: locationOf(range),
    chain: [],
    confidence: 'certain',
    entryPoints: [],
    cost: null,
  }
}

/** What to do about it: a sentence, and the members that could be passed in place of the whole. */
function remedyFor(
  hit: RequestHit,
  messageId: RequestInWorkerMessage,
  project: Project,
): { readonly remedy: string; readonly passed: string } {
  const { value, name } = hit
  if (value.role === 'response') {
    return { remedy: 'Keep it here, and answer with what comes back.', passed: '' }
  }
  if (value.role === 'socket' || value.path !== '') {
    return { remedy: 'Keep it here, and pass the data that is needed there.', passed: '' }
  }
  const members = parameterBehind(hit, project)?.members ?? []
  const used = dataAmong(value.role, members)
  const shown = used.length > 0 ? used.slice(0, 3) : [value.role === 'context' ? 'params' : 'body']
  // `the argument` is no name that a member could be written after.
  const owner = name.includes(' ') ? 'req' : name
  const fields = shown.map((member) => `\`${owner}.${member}\``).join(', ')
  const how = messageId === 'handed' ? 'there' : 'there as arguments'
  return { remedy: `Pass the fields that are needed ${how}, such as ${fields}.`, passed: used.join(' ') }
}

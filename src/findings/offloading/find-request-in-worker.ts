import { isPlainRequestMember } from '../../catalogue/index.js'
import type { Offload, ParameterRole } from '../../catalogue/types.js'
import type { Range, Reference } from '../../analysis/facts.js'
import type { CalledApi, CallSite } from '../../analysis/link/program.js'
import type { Value, ValueSet } from '../../analysis/link/values.js'
import type { Project } from '../../analysis/project.js'
import type { Finding } from '../types.js'

export type RequestInWorkerMessage = 'handed' | 'captured'

interface Hit {
  readonly value: Value & { type: 'request' }
  readonly name: string
  readonly range: Range
}

// Deeper than this nobody wraps a request by hand, and literals that hold themselves end here.
const deepestObject = 4

const nouns: Partial<Record<ParameterRole, string>> = {
  request: 'the request',
  response: 'the response',
  context: 'the request context',
  socket: 'the socket',
}

/** Request objects that a file hands to another thread or process, in the order of the text. */
export function findRequestInWorker(
  file: number,
  project: Project,
): readonly Finding<RequestInWorkerMessage>[] {
  if (project.kinds[file] === 'test') return []
  const findings = new Map<string, Finding<RequestInWorkerMessage>>()
  for (const site of project.program.sites[file] ?? []) {
    for (const { facts } of site.apis) {
      if (facts.offload === undefined) continue
      for (const finding of judge(site, facts.offload, project)) {
        const { line, column } = finding.location.start
        findings.set(`${line}:${column}:${finding.messageId}`, finding)
      }
    }
  }
  return [...findings.values()].sort(
    (a, b) =>
      a.location.start.line - b.location.start.line ||
      a.location.start.column - b.location.start.column,
  )
}

/** Whether a file hands anything to another thread or process. */
export function callsOffloader(file: number, { program }: Project): boolean {
  const isOffloader = ({ facts }: CalledApi): boolean => facts.offload !== undefined
  return (program.sites[file] ?? []).some(({ apis }) => apis.some(isOffloader))
}

function judge(
  site: CallSite,
  offload: Offload,
  project: Project,
): readonly Finding<RequestInWorkerMessage>[] {
  const shipped = (offload.functions ?? []).flatMap((position) =>
    capturedBy(site.arguments[position], project).map((hit) => report('captured', hit, offload)),
  )
  const handed = dataOf(site, offload).flatMap(({ reference, range, property }) => {
    const { evaluator } = project.program
    const values = evaluator.values(reference, site.file)
    const data = property === null ? values : evaluator.member(values, property)
    return requestsIn(data, nameOf(reference, site.file, project), range, site.file, project).map(
      (hit) => report('handed', hit, offload),
    )
  })
  return [...shipped, ...handed]
}

interface Handed {
  readonly reference: Reference
  readonly range: Range
  readonly property: string | null
}

function dataOf(site: CallSite, offload: Offload): readonly Handed[] {
  const positions = offload.allArguments
    ? site.call.arguments.map((_, position) => ({ position, property: undefined }))
    : (offload.data ?? [])
  return positions.flatMap(({ position, property }) => {
    if (offload.handles?.includes(position) === true) return []
    const isKnown = site.unknownFrom === -1 || position < site.unknownFrom
    const reference = site.call.arguments[position]
    const range = site.call.argumentRanges[position]
    if (!isKnown || reference === undefined || range === undefined) return []
    return [{ reference, range, property: property ?? null }]
  })
}

/** Request objects among values, inside of object and array literals too. */
function requestsIn(
  values: ValueSet,
  name: string,
  range: Range,
  file: number,
  project: Project,
  depth = 0,
): readonly Hit[] {
  return [...values.values()].flatMap((value) => {
    if (value.type === 'request') return isPlainRequestMember(value) ? [] : [{ value, name, range }]
    if (value.type !== 'object' || depth >= deepestObject) return []
    const { evaluator, files } = project.program
    const literal = files[value.file]?.objects[value.object]
    // A literal of another file is no place to report to; its use in this one is.
    const isHere = value.file === file
    const parts = [...(literal?.properties ?? []), ...(literal?.spreads ?? [])]
    return parts.flatMap((part) =>
      requestsIn(
        evaluator.values(part.value, value.file),
        nameOf(part.value, value.file, project),
        isHere ? part.range : range,
        file,
        project,
        depth + 1,
      ),
    )
  })
}

/** Request objects that functions use from around them: the other side never gets to see those. */
function capturedBy(functions: ValueSet | undefined, project: Project): readonly Hit[] {
  const { evaluator, files } = project.program
  return [...(functions?.values() ?? [])].flatMap((value) => {
    if (value.type !== 'function') return []
    const facts = files[value.file]?.functions[value.function]
    return (facts?.captures ?? []).flatMap(({ variable, name, range }) => {
      const captured = evaluator.values({ type: 'variable', variable }, value.file)
      return [...captured.values()].flatMap((candidate) =>
        candidate.type === 'request' && !isPlainRequestMember(candidate)
          ? [{ value: candidate, name, range }]
          : [],
      )
    })
  })
}

function report(
  messageId: RequestInWorkerMessage,
  { value, name, range }: Hit,
  offload: Offload,
): Finding<RequestInWorkerMessage> {
  const noun = nouns[value.role] ?? 'a request object'
  return {
    rule: 'no-request-in-worker',
    messageId,
    data: {
      name,
      what: value.path === '' ? noun : `part of ${noun}`,
      library: offload.library,
      outcome: offload.outcome,
      fields: value.role === 'context' ? 'ctx.params' : 'req.body',
    },
    location: {
      start: { line: range[0], column: range[1] },
      end: { line: range[2], column: range[3] },
    },
    chain: [],
    confidence: 'certain',
    entryPoints: [],
    cost: null,
  }
}

/** A reference as the text names it: `req`, `this.req`, `ctx.req`. */
function nameOf(reference: Reference, file: number, project: Project): string {
  switch (reference.type) {
    case 'variable':
      return project.program.files[file]?.variables[reference.variable]?.name ?? ''
    case 'parameter': {
      const facts = project.program.files[file]?.functions[reference.function]
      return facts?.parameters[reference.index]?.name ?? ''
    }
    case 'member':
      return `${nameOf(reference.object, file, project)}.${reference.property}`
    case 'this':
      return 'this'
    case 'call':
      return `${project.program.files[file]?.calls[reference.call]?.text ?? ''}()`
    default:
      return 'the argument'
  }
}

import { dirname, relative, sep } from 'node:path'
import type { ParameterFacts, Reference } from '../../analysis/facts.js'
import { type FunctionKey, functionKey } from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'
import type { RequestHit } from './request-hits.js'

interface FoundParameter extends ParameterFacts {
  readonly function: FunctionKey
  readonly index: number
}

// `const request = req` of an alias ends somewhere.
const mostAliases = 4

/** The parameter that a request object comes from, through aliases; null when it comes from elsewhere. */
export function parameterBehind(
  { reference, file }: Pick<RequestHit, 'reference' | 'file'>,
  { program: { files } }: Project,
): FoundParameter | null {
  let at: Reference | undefined = reference
  for (let aliases = 0; at?.type === 'variable' && aliases < mostAliases; aliases += 1) {
    const writes: readonly Reference[] = files[file]?.variables[at.variable]?.writes ?? []
    at = writes.length === 1 ? writes[0] : undefined
  }
  if (at?.type === 'either') at = at.options[0]
  if (at?.type !== 'parameter') return null
  const facts = files[file]?.functions[at.function]?.parameters[at.index]
  return facts ? { ...facts, function: functionKey(file, at.function), index: at.index } : null
}

/** Where a helper gets the request object from: a sentence with a space before it, or nothing. */
export function wayOf(hit: RequestHit, project: Project): string {
  const { program } = project
  const parameter = parameterBehind(hit, project)
  if (parameter === null) return ''
  const isHandlers = program.entryPoints.some(
    (entry) => entry.function === parameter.function && entry.roles[parameter.index] === hit.value.role,
  )
  if (isHandlers) return ''
  const { index } = parameter
  for (const site of program.sites.flat()) {
    if (!site.functions.includes(parameter.function)) continue
    const isGiven = site.arguments[index]?.some(({ type }) => type === 'request')
    if (!isGiven) continue
    const at = placeOf(site.file, site.call.range[0], hit.file, project)
    return ` \`${site.call.text}\` is given it${at}.`
  }
  return ''
}

function placeOf(file: number, line: number, here: number, { program: { files } }: Project): string {
  if (file === here) return ` on line ${line}`
  const from = dirname(files[here]?.file ?? '')
  return ` (${relative(from, files[file]?.file ?? '').split(sep).join('/')}:${line})`
}

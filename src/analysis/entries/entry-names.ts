import type { EntryLabel } from '../../catalogue/types.js'
import type { FunctionFacts } from '../facts.js'
import type { Evaluator } from '../link/evaluator.js'
import type { CallSite } from '../link/program.js'
import { noValues, setOf, type ValueSet } from '../link/values.js'
import type { FoundFunction } from './functions-at.js'
import { literalTexts } from './handler-arguments.js'
import type { KeptNames } from './kept-names.js'

// What routers call their methods where it is not what HTTP calls them.
const methodNames = new Map([
  ['DEL', 'DELETE'],
  ['OPTS', 'OPTIONS'],
])

/** How a person names the entry point that a registering call makes: `GET /users/:id`. */
export function nameOfEntry(
  label: EntryLabel,
  path: string,
  site: CallSite,
  handler: FoundFunction,
  evaluator: Evaluator,
  kept: KeptNames | null,
): string {
  switch (label.type) {
    case 'text':
      return label.text
    case 'event': {
      const argument = site.arguments[label.argument] ?? noValues
      const event =
        nameOfEvent(argument) ??
        (label.property ? textIn(evaluator.member(argument, label.property)) : null)
      return event === null ? label.noun : `${label.noun} "${event}"`
    }
    case 'route': {
      const method = methodOfRoute(label, path, site)
      const route = textIn(site.arguments[label.path]) ?? routeOfReceiver(site, evaluator)
      return route === null ? `${method} handler` : `${method} ${route}`
    }
    case 'route-options': {
      const options = optionsOf(handler, site.arguments[label.position], evaluator)
      const url =
        textIn(evaluator.member(options, 'url')) ?? textIn(evaluator.member(options, 'path'))
      const method = textIn(evaluator.member(options, 'method'))
      return url ? `${verbOf(method ?? 'ANY')} ${url}` : 'route handler'
    }
    case 'keys': {
      const owner = label.owner === undefined ? null : textOfOption(label.owner, site, evaluator)
      const keys = [...(owner === null ? [] : [owner]), ...handler.keys].join('.')
      return [label.noun, keys].filter(Boolean).join(' ')
    }
    case 'kept': {
      const name = kept?.nameOf(site) ?? null
      return name === null ? label.noun : `${label.noun} ${name}`
    }
    case 'own-name': {
      const { name = '' } = evaluator.factsOf(handler.file)?.functions[handler.function] ?? {}
      return name === '' ? 'request handler' : name
    }
  }
}

/** How a person names a function that is an entry point by its own looks. */
export function nameOfFunction(facts: FunctionFacts, fallback: string): string {
  return facts.name === '' ? fallback : facts.name
}

function methodOfRoute(
  label: Extract<EntryLabel, { type: 'route' }>,
  path: string,
  site: CallSite,
): string {
  const named = label.method === undefined ? null : textIn(site.arguments[label.method])
  if (label.method !== undefined) return verbOf(named ?? 'ANY')
  return verbOf(path.slice(path.lastIndexOf('.') + 1))
}

function verbOf(method: string): string {
  const verb = method.toUpperCase()
  return verb === '*' ? 'ANY' : (methodNames.get(verb) ?? verb)
}

/** Of several routes in an array, the options that hold the handler. */
function optionsOf(
  handler: FoundFunction,
  values: ValueSet = noValues,
  evaluator: Evaluator,
): ValueSet {
  const routes = values.flatMap((value) => {
    if (value.type !== 'object') return []
    const facts = evaluator.factsOf(value.file)?.objects[value.object]
    if (!facts?.array) return [setOf(value)]
    return facts.properties.map((item) => evaluator.values(item.value, value.file))
  })
  if (routes.length < 2) return routes[0] ?? noValues
  const [own] = setOf({ type: 'function', file: handler.file, function: handler.function })
  const holdsHandler = (options: ValueSet): boolean =>
    own !== undefined && evaluator.member(options, 'handler').includes(own)
  const holds = (options: ValueSet): boolean =>
    holdsHandler(options) ||
    ['config', 'options'].some((name) =>
      holdsHandler(evaluator.member(options, name)),
    )
  return routes.find(holds) ?? noValues
}

/** The path of `app.route('/users').get(handler)`. */
function routeOfReceiver(site: CallSite, evaluator: Evaluator): string | null {
  const facts = evaluator.factsOf(site.file)
  let { callee } = site.call
  for (let hops = 0; hops < 20 && callee.type === 'member'; hops += 1) {
    if (callee.object.type !== 'call') return null
    const receiver = facts?.calls[callee.object.call]
    if (receiver?.callee.type !== 'member') return null
    if (receiver.callee.property === 'route') {
      const [path] = receiver.arguments
      return path ? textIn(evaluator.values(path, site.file)) : null
    }
    callee = receiver.callee
  }
  return null
}

/** An event's name as text, or as a member of the module's own table of names: `Events.MessageCreate`. */
export function nameOfEvent(values: ValueSet | undefined): string | null {
  const text = textIn(values)
  if (text !== null) return text
  for (const value of values?.values() ?? []) {
    if (value.type === 'api' && value.path.includes('.')) return value.path.replace(/^.*\./, '')
  }
  return null
}

function textOfOption(name: string, site: CallSite, evaluator: Evaluator): string | null {
  return textIn(evaluator.member(site.arguments[0] ?? noValues, name))
}

/** Null, too, where there are several: an entry point that may have any of these names has none of them. */
function textIn(values: ValueSet | undefined): string | null {
  const texts = literalTexts(values)
  return texts.length === 1 ? (texts[0] ?? null) : null
}

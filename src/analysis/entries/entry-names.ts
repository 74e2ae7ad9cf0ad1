import type { EntryLabel } from '../../catalogue/types.js'
import type { FunctionFacts } from '../facts.js'
import type { Evaluator } from '../link/evaluator.js'
import type { CallSite } from '../link/program.js'
import type { ValueSet } from '../link/values.js'

/** How a person names the entry point that a registering call makes: `GET /users/:id`. */
export function nameOfEntry(
  label: EntryLabel,
  path: string,
  site: CallSite,
  evaluator: Evaluator,
): string {
  switch (label.type) {
    case 'text':
      return label.text
    case 'event': {
      const event = textIn(site.arguments[label.argument])
      return event === null ? label.noun : `${label.noun} "${event}"`
    }
    case 'route': {
      const method = path.slice(path.lastIndexOf('.') + 1).toUpperCase()
      const route = textIn(site.arguments[label.path]) ?? routeOfReceiver(site, evaluator)
      return route === null ? `${method} handler` : `${method} ${route}`
    }
    case 'route-options': {
      const options = site.arguments[label.position]
      const url = options && textIn(evaluator.member(options, 'url'))
      const method = options && textIn(evaluator.member(options, 'method'))
      return url ? `${method ?? 'ANY'} ${url}` : 'route handler'
    }
  }
}

/** How a person names a function that is an entry point by its own looks. */
export function nameOfFunction(facts: FunctionFacts, fallback: string): string {
  return facts.name === '' ? fallback : facts.name
}

/** The path of `app.route('/users').get(handler)`. */
function routeOfReceiver(site: CallSite, evaluator: Evaluator): string | null {
  const facts = evaluator.files[site.file]
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

function textIn(values: ValueSet | undefined): string | null {
  for (const value of values?.values() ?? []) {
    if (value.type === 'literal' && typeof value.value === 'string') return value.value
  }
  return null
}

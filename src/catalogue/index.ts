import { builtins } from './builtins.js'
import { asyncContext, globalRunners, methodRunners } from './callback-runners.js'
import { fileFrameworks } from './file-frameworks.js'
import { frameworks } from './frameworks.js'
import { offloaders } from './offloaders.js'
import { blockingApisOf } from './package-apis.js'
import { ownRuntime } from './own-runtime.js'
import { packageFamilies } from './packages.js'
import { promisifiers } from './promisifiers.js'
import { reads } from './reads.js'
import type {
  ApiFacts,
  BlockingApi,
  CallbackRunner,
  Catalogue,
  DecoratorMeaning,
  KnownModule,
  MemberHandler,
  ModuleEntry,
  ParameterRole,
} from './types.js'

export {
  dataAmong,
  instanceOfShape,
  isPlainRequestMember,
  shapeOfName,
} from './request-members.js'
export { routeShape } from './route-shape.js'

const entries: readonly ModuleEntry[] = [
  ...frameworks,
  globalRunners,
  asyncContext,
  ...offloaders,
  ...promisifiers,
  ...reads,
  ownRuntime,
]

interface MutableModule extends KnownModule {
  readonly exports: Map<string, ApiFacts>
  readonly requestTypes: Map<string, ParameterRole>
  readonly handlerTypes: Map<string, readonly ParameterRole[]>
  readonly handlerNames: Map<string, string>
  readonly pluginTypes: Map<string, readonly (string | null)[]>
  readonly decorators: Map<string, DecoratorMeaning>
  readonly baseClasses: Map<string, ReadonlyMap<string, MemberHandler>>
}

// Maps throughout: a path called `constructor` or `__proto__` must find nothing.
const modules = new Map<string, MutableModule>()

/** By each specifier of theirs. */
export const modulesBySpecifier: ReadonlyMap<string, KnownModule> = modules

function moduleOf(specifiers: readonly string[]): MutableModule {
  const known = specifiers.map((specifier) => modules.get(specifier)).find(Boolean)
  const module = known ?? emptyModule(specifiers[0] ?? '')
  for (const specifier of specifiers) modules.set(specifier, module)
  return module
}

/** A module of which nothing is known but that it is one. */
export function emptyModule(name: string): MutableModule {
  return {
    name,
    exports: new Map(),
    requestTypes: new Map(),
    handlerTypes: new Map(),
    handlerNames: new Map(),
    pluginTypes: new Map(),
    decorators: new Map(),
    baseClasses: new Map(),
  }
}

function addFacts(module: MutableModule, path: string, facts: ApiFacts): void {
  module.exports.set(path, { ...module.exports.get(path), ...facts })
}

function addAll<T>(map: Map<string, T>, added: Readonly<Record<string, T>> | undefined): void {
  for (const [name, value] of Object.entries(added ?? {})) map.set(name, value)
}

for (const { specifiers, blocking, returns } of builtins) {
  const module = moduleOf(specifiers)
  for (const [path, api] of Object.entries(blocking)) addFacts(module, path, { blocking: api })
  for (const [path, text] of Object.entries(returns ?? {}))
    addFacts(module, path, { returns: text })
}

for (const entry of packageFamilies.flatMap(({ packages }) => packages)) {
  const module = moduleOf(entry.specifiers)
  const reexported = entry.reexports === undefined ? undefined : modules.get(entry.reexports)
  for (const [path, facts] of reexported?.exports ?? []) {
    // Methods belong to classes, which are described where they come from.
    if (!path.includes('.prototype.')) addFacts(module, path, fromOutside(facts, reexported))
  }
  for (const [path, api] of blockingApisOf(entry)) addFacts(module, path, { blocking: api })
  for (const [path, text] of Object.entries(entry.returns ?? {}))
    addFacts(module, path, { returns: text })
}

/** Facts of a module as another one has them: classes are named with their module. */
function fromOutside(facts: ApiFacts, module: KnownModule | undefined): ApiFacts {
  const { returns } = facts
  if (returns === undefined || returns === 'this' || returns.includes('#')) return facts
  return { ...facts, returns: `${module?.name ?? ''}#${returns}` }
}

for (const entry of entries) {
  const { specifiers, exports, requestTypes, handlerTypes, handlerNames, pluginTypes } = entry
  const module = moduleOf(specifiers)
  for (const [path, facts] of Object.entries(exports)) addFacts(module, path, facts)
  addAll(module.requestTypes, requestTypes)
  addAll(module.handlerTypes, handlerTypes)
  addAll(module.handlerNames, handlerNames)
  addAll(module.pluginTypes, pluginTypes)
  addAll(module.decorators, entry.decorators)
  for (const [name, members] of Object.entries(entry.baseClasses ?? {})) {
    module.baseClasses.set(name, new Map(Object.entries(members)))
  }
}

/** Globals that are exports of a module as well, and their path in it. */
export const globalAliases: ReadonlyMap<string, { readonly specifier: string; readonly path: string }> = new Map([
  ['Buffer', { specifier: 'node:buffer', path: 'Buffer' }],
  ['process', { specifier: 'node:process', path: '' }],
])

// What every object or promise has is no method of a class that answers to any name.
const inherited = new Set(['catch', 'constructor', 'finally', 'then', 'toString', 'valueOf'])

/**
 * What the catalogue knows of a module.
 *
 * @param specifier as an import gives it, with or without `node:`; `global` for what needs no
 * import
 */
export function lookupModule(specifier: string): KnownModule | undefined {
  return modules.get(specifier)
}

/**
 * What the catalogue knows of one export.
 *
 * @param path an export path; `default` or nothing for the module itself, and a leading `default.`
 * is ignored, because CommonJS modules and the modules of Node.js are their own default export.
 * Methods are found under a class's other names too: `default.prototype.use` of koa is
 * `Application.prototype.use`.
 */
export function lookupApi(specifier: string, path: string): ApiFacts | undefined {
  const module = modules.get(specifier)
  if (module === undefined) return undefined
  const found = module.exports.get(path || 'default')
  if (found !== undefined) return found
  if (path.startsWith('default.') && !path.startsWith('default.prototype.')) {
    return lookupApi(specifier, path.slice('default.'.length))
  }
  return lookupMethod(module, path) ?? (module.name === 'global' ? lookupAlias(path) : undefined)
}

function lookupMethod(module: KnownModule, path: string): ApiFacts | undefined {
  const [className, method] = path.split('.prototype.')
  if (className === undefined || method === undefined) return undefined
  const { returns } = module.exports.get(className) ?? {}
  if (returns !== undefined && returns !== className && returns !== 'this') {
    const [specifier, otherClass] = returns.includes('#')
      ? (returns.split('#') as [string, string])
      : [module.name, returns]
    return lookupApi(specifier, `${otherClass}.prototype.${method}`)
  }
  const last = method.slice(method.lastIndexOf('.') + 1)
  const below = last === method ? undefined : module.exports.get(`${className}.prototype.**.${last}`)
  if (below !== undefined) return below
  return inherited.has(method) ? undefined : module.exports.get(`${className}.prototype.*`)
}

function lookupAlias(path: string): ApiFacts | undefined {
  const [name = '', ...rest] = path.split('.')
  const alias = globalAliases.get(name)
  if (alias === undefined || (alias.path === '' && rest.length === 0)) return undefined
  const inModule = alias.path === '' ? rest : [alias.path, ...rest]
  return lookupApi(alias.specifier, inModule.join('.'))
}

/** The role of a parameter whose type is this export: `Request` of express is a request. */
export function lookupRequestType(specifier: string, typeName: string): ParameterRole | undefined {
  return modules.get(specifier)?.requestTypes.get(typeName)
}

/** Roles of the parameters of a function of this type: `RequestHandler` of express. */
export function lookupHandlerType(
  specifier: string,
  typeName: string,
): readonly ParameterRole[] | undefined {
  return modules.get(specifier)?.handlerTypes.get(typeName)
}

/** Classes of the parameters of a function of this type that runs at start-up: a Fastify plugin. */
export function lookupPluginType(
  specifier: string,
  typeName: string,
): readonly (string | null)[] | undefined {
  return modules.get(specifier)?.pluginTypes.get(typeName)
}

/** How a person names a function of this type, imported from a module. */
export function lookupHandlerName(specifier: string, typeName: string): string | undefined {
  return modules.get(specifier)?.handlerNames.get(typeName)
}

/** What this package knows by itself. */
export const builtInCatalogue: Catalogue = {
  lookupModule,
  lookupApi,
  lookupRequestType,
  lookupHandlerType,
  lookupHandlerName,
  lookupPluginType,
  fileFrameworks,
}

/** Every module of which something is known. */
export function allModules(): readonly KnownModule[] {
  return [...new Set(modules.values())]
}

/** How methods of built-in prototypes run what they are given, by name. */
export const runnersByMethod: ReadonlyMap<string, CallbackRunner> = new Map(
  Object.entries(methodRunners),
)

/**
 * How a method of this name runs its function argument, if a built-in prototype has such a method.
 */
export function lookupMethodRunner(method: string): CallbackRunner | undefined {
  return runnersByMethod.get(method)
}

const ofNode = new Set(builtins.flatMap(({ specifiers }) => specifiers))

/** Every blocking API of Node.js, by module and in the order of the catalogue. */
export function allBlockingApis(): readonly {
  readonly module: string
  readonly path: string
  readonly api: BlockingApi
}[] {
  const ownModules = allModules().filter(({ name }) => ofNode.has(name))
  return ownModules.flatMap(({ name, exports }) =>
    Array.from(exports, ([path, { blocking }]) => ({ module: name, path, api: blocking })).filter(
      (row): row is { module: string; path: string; api: BlockingApi } => row.api !== undefined,
    ),
  )
}

/** What looks as if it blocked and is not listed, with the reason. */
export function allLeftOut(): readonly {
  readonly module: string
  readonly path: string
  readonly reason: string
}[] {
  return builtins.flatMap(({ specifiers: [module = ''], leftOut }) =>
    Object.entries(leftOut ?? {}).map(([path, reason]) => ({ module, path, reason })),
  )
}

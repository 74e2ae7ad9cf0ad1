import { resolve } from 'node:path'
import type { Declaration } from '../analysis/declared/declarations.js'
import type { WorkspaceSettings } from '../analysis/workspace.js'
import type { BlockingKind, Cost, HandlerArguments, Offload, ParameterRole } from '../catalogue/types.js'
import { SettingsReader } from './settings-reader.js'

const kinds: readonly BlockingKind[] = ['io', 'cpu', 'wait']
const costs: readonly Cost[] = ['low', 'medium', 'high']
const roles: readonly ParameterRole[] = [
  'request',
  'response',
  'context',
  'socket',
  'next',
  'error',
  'data',
  'other',
]
const phases = ['serving', 'startup', 'off-loop'] as const
const byDefault = { scope: 'project' } as const satisfies WorkspaceSettings

/**
 * Our part of ESLint's shared settings, which no schema checks for us.
 * @param cwd Absolute path of the folder that a relative `root` starts from.
 * @throws Error that names the setting and its value, when one is wrong.
 */
export function readSettings(settings: unknown, cwd: string): WorkspaceSettings {
  // Asked for every rule and file, and mostly there are none.
  if (settings === undefined || settings === null) return byDefault
  const reader = new SettingsReader(`settings['event-loop']`, settings)
  reader.accept(['root', 'scope', 'handlers', 'blocking', 'offloaders'])
  const root = reader.text('root', 'the path of a folder')
  const scope = reader.oneOf('scope', ['project', 'file'] as const)
  const declarations = [
    ...reader.list('blocking').map(readBlocking),
    ...reader.list('handlers').map(readHandler),
    ...reader.list('offloaders').map(readOffloader),
  ]
  return {
    scope: scope ?? byDefault.scope,
    ...(root === undefined ? {} : { root: resolve(cwd, root) }),
    ...(declarations.length > 0 ? { declarations } : {}),
  }
}

function readBlocking(reader: SettingsReader): Declaration {
  reader.accept(['name', 'kind', 'cost', 'message', 'instead'])
  const kind = reader.oneOf('kind', kinds)
  const cost = reader.oneOf('cost', costs)
  const message = reader.text('message')
  const instead = reader.text('instead')
  return {
    name: reader.name('name', reader.required('name')),
    blocking: {
      ...(kind === undefined ? {} : { kind }),
      ...(cost === undefined ? {} : { cost }),
      ...(message === undefined ? {} : { message }),
      ...(instead === undefined ? {} : { instead }),
    },
  }
}

function readHandler(reader: SettingsReader): Declaration {
  reader.accept(['module', 'export', 'handlers', 'parameters', 'name', 'phase'])
  const { name, exported } = exportNamed(reader)
  const handlers = handlersOf(reader)
  const phase = reader.oneOf('phase', phases)
  const parameters = reader.texts('parameters', roles)
  const noun = reader.text('name') ?? (exported.split(/[.#]/).at(-1) || 'handler')
  const label = { type: 'event', noun, argument: 0 } as const
  const registration = { handlers, parameters, label, ...(phase === undefined ? {} : { phase }) }
  return { name, registration }
}

function readOffloader(reader: SettingsReader): Declaration {
  reader.accept(['module', 'export', 'functions', 'data', 'copies', 'library'])
  const { name, module } = exportNamed(reader)
  const functions = reader.positions('functions') ?? []
  const data = reader.positions('data') ?? []
  if (functions.length + data.length === 0) {
    throw reader.wrong('', 'it needs the positions of `functions` or `data` among the arguments')
  }
  const copies = reader.oneOf('copies', ['structured-clone', 'json', 'source-text'] as const)
  const offload: Offload = {
    functions,
    data: data.map((position) => ({ position })),
    copies: copies ?? 'structured-clone',
    outcome:
      copies === 'json'
        ? 'only what JSON can hold of it arrives'
        : 'a request holds functions and a socket, which cannot be cloned',
    library: reader.text('library') ?? module,
  }
  return { name, offload }
}

/** `module` and `export`, as one name. */
function exportNamed(reader: SettingsReader): {
  readonly name: string
  readonly module: string
  readonly exported: string
} {
  const module = reader.required('module')
  const exported = reader.text('export') ?? 'default'
  // Whoever writes out `prototype` means what `#` stands for.
  const path = exported.replace('.prototype.', '#')
  return { name: reader.name('module', `${module}#${path}`), module, exported }
}

function handlersOf(reader: SettingsReader): readonly HandlerArguments[] {
  const value = reader.value('handlers')
  if (value === undefined || value === 'last') return [{ type: 'last' }]
  if (value === 'every') return [{ type: 'every', from: 0 }]
  if (Array.isArray(value)) return [{ type: 'at', positions: reader.positions('handlers') ?? [] }]
  const wanted = 'it takes "last", "every", positions from 0, or { argument, properties }'
  if (typeof value !== 'object' || value === null) throw reader.wrong('handlers', wanted)
  const inner = reader.within('handlers')
  inner.accept(['argument', 'properties'])
  const properties = inner.texts('properties')
  if (properties.length === 0) throw reader.wrong('handlers', wanted)
  return [{ type: 'properties', position: inner.position('argument') ?? 0, properties }]
}

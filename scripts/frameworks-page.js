const code = (text) => `\`${text}\``
/** `FastifyInstance.prototype.get` as people write it. */
const nameOf = (path) => code(path.replace('.prototype.', '#'))
const unique = (names) => [...new Set(names)]

/** `A#get`, `A#put`, `B#get` as `A#get`, `#put`; `B#get`. */
function listPaths(paths) {
  const ownerOf = (path) => path.split('.prototype.')[0]
  return unique(paths.map(ownerOf)).map((owner) => {
    const own = paths.filter((path) => ownerOf(path) === owner)
    const [first, ...others] = own.filter((path) => path.includes('.prototype.'))
    const plain = own.filter((path) => !path.includes('.prototype.')).map(() => nameOf(owner))
    const rest = others.map((path) => code(`#${path.split('.prototype.')[1]}`))
    return [...plain, ...(first === undefined ? [] : [nameOf(first)]), ...rest].join(', ')
  }).join('; ')
}

const isServing = ({ phase = 'serving' }) => phase === 'serving'
const registers = ({ registration, alsoRegisters = [], asPlugin = [] }) =>
  [...(registration ? [registration] : []), ...alsoRegisters, ...asPlugin].some(isServing)

function describeCalls(entries) {
  const paths = entries.flatMap(({ exports }) =>
    Object.keys(exports).filter((path) => registers(exports[path])),
  )
  return listPaths(unique(paths))
}

function describeDecorators(entries) {
  const names = entries.flatMap(({ decorators = {} }) =>
    Object.keys(decorators).filter((name) => {
      const { method, members } = decorators[name]
      return (method !== undefined && isServing(method)) || members !== undefined
    }),
  )
  return unique(names)
    .map((name) => code(`@${name}`))
    .join(', ')
}

function describeClasses(entries) {
  const methods = entries.flatMap(({ baseClasses = {} }) =>
    Object.keys(baseClasses).flatMap((name) =>
      Object.keys(baseClasses[name])
        .filter((method) => isServing(baseClasses[name][method]))
        .map((method) => `${name}.prototype.${method}`),
    ),
  )
  return listPaths(unique(methods))
}

function describeTypes(entries) {
  const names = entries.flatMap(({ handlerTypes = {}, requestTypes = {} }) => [
    ...Object.keys(handlerTypes),
    ...Object.keys(requestTypes),
  ])
  return unique(names).map(code).join(', ')
}

function describeFiles(conventions) {
  const serving = conventions.flatMap(({ files }) => files.filter(isServing))
  return unique(serving.map(({ path }) => path.source.replaceAll('\\/', '/')))
    .map((pattern) => code(pattern.replaceAll('|', '\\|')))
    .join(', ')
}

function renderFramework(name, entries, conventions) {
  const specifiers = unique([
    ...entries.flatMap(({ specifiers }) => specifiers),
    ...conventions.flatMap(({ packages }) => packages),
  ]).filter((specifier) => specifier !== 'global')
  const parts = [
    ['Modules', specifiers.map(code).join(', ')],
    ['Calls', describeCalls(entries)],
    ['Decorators', describeDecorators(entries)],
    ['Classes', describeClasses(entries)],
    ['Types', describeTypes(entries)],
    ['Files', describeFiles(conventions)],
  ]
  const lines = parts.filter(([, text]) => text !== '').map(([part, text]) => `- ${part}: ${text}`)
  return [`## ${name}`, '', ...lines].join('\n')
}

/**
 * The page docs/frameworks.md.
 *
 * @param catalogue `frameworks` and `fileFrameworks` of the built catalogue
 */
export function renderFrameworksPage({ frameworks, fileFrameworks }) {
  const named = [...frameworks, ...fileFrameworks].filter(({ framework }) => framework !== undefined)
  const names = unique(named.map(({ framework }) => framework)).sort((a, b) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1,
  )
  const isOf = (name) => (entry) => entry.framework === name
  return [
    '<!-- Written by scripts/update-docs.js from src/catalogue; change it there. -->',
    '',
    '# Frameworks',
    '',
    'Where handlers come from that `no-blocking-call` and `no-request-in-worker` know. What counts is the module that a',
    'name is imported from, never the name. Functions that run at start-up (bodies of plugins, hooks of a life cycle,',
    '`listen` callbacks) are known, too, and are not listed.',
    '',
    '- Calls: functions among the arguments are handlers, be it in options or in lists. `C#m` is the method `m` of a `C`.',
    '- Decorators: a method, or methods of a class, under one of these is a handler.',
    '- Classes: a class that extends or implements one of these has a handler of that name.',
    '- Types: a function of such a type, or with a parameter of such a type, is one.',
    '- Files: what a file at such a path exports, where a package.json depends on the framework.',
    '',
    `${names.length} are known. Declare others in [\`settings\`](./rules/no-blocking-call.md).`,
    '',
    names
      .map((name) =>
        renderFramework(name, frameworks.filter(isOf(name)), fileFrameworks.filter(isOf(name))),
      )
      .join('\n\n'),
    '',
  ].join('\n')
}

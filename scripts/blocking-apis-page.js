const costs = {
  low: 'under 1 ms',
  medium: 'about 1 ms and more',
  high: '10 ms and more, or without bound',
}
const kinds = { io: 'I/O', cpu: 'computation', wait: 'waiting' }

const code = (text) => `\`${text}\``
/** `Hash.prototype.update` as people write it. */
const nameOf = (path) =>
  code(
    path
      .replace('.prototype.', '#')
      .replace(/\.prototype$/, '')
      .replace(/^FileHandle\./, 'FileHandle#'),
  )
const list = (numbers) =>
  numbers.length < 2 ? numbers.join() : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`

function describeCondition(when) {
  switch (when?.type) {
    case undefined:
      return 'always'
    case 'no-callback':
      if (when.option !== undefined) return `without a callback or the option ${code(when.option)}`
      return when.nodeVersions === undefined
        ? 'without a callback'
        : `without a callback, which only Node.js ${list(when.nodeVersions)} heed`
    case 'large-input':
      return 'in proportion to its input'
    case 'size':
      return `without a callback, in proportion to its argument ${when.argument + 1}`
    case 'first-call':
      return 'the first time'
    case 'timeout':
      return `unless its argument ${when.argument + 1}, the timeout, is 0`
    case 'option':
      return `if the option ${code(when.option)} is ${when.values.map((value) => code(value)).join(' or ')}`
    case 'unless-option':
      return `unless the option ${code(when.option)} is on`
    default:
      throw new Error(`Unknown condition ${JSON.stringify(when)}.`)
  }
}

const appearances = {
  promise: 'although it returns a promise',
  callback: 'even with a callback',
  either: 'although it takes a callback or returns a promise',
}

function describeBlocking({ when, inNameOnly }) {
  const condition = describeCondition(when)
  return inNameOnly === undefined ? condition : `${condition}, ${appearances[inNameOnly]}`
}

function describeAlternative({ instead, cost, kind, onceEnough, when }, module) {
  if (when?.type === 'first-call') return 'the same at start-up'
  if (instead === undefined) {
    if (onceEnough) return 'the same at start-up'
    if (kind === 'wait') return 'to await what it waits for'
    return cost === 'low' ? '–' : 'a worker thread'
  }
  const [from, path] = instead.split('#')
  if (path === 'default') return code(from)
  return from === module || from === 'global' ? nameOf(path) : `${nameOf(path)} of ${code(from)}`
}

function describeVersions({ nodeVersions, flag, platforms }) {
  return [
    nodeVersions === undefined ? 'all' : nodeVersions.join(', '),
    flag === undefined ? null : `with ${code(flag)}`,
    platforms === undefined ? null : `on ${platforms.join(', ')}`,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

function groupByModule(entries) {
  const groups = new Map()
  for (const entry of entries)
    groups.set(entry.module, [...(groups.get(entry.module) ?? []), entry])
  return [...groups].filter(([, group]) => group.length > 0)
}

const titleOf = (module) => (module === 'global' ? 'Globals' : code(module))

function renderModule([module, entries]) {
  const rows = entries.map(({ path, api }) =>
    [
      nameOf(path),
      kinds[api.kind],
      api.cost,
      describeBlocking(api),
      describeAlternative(api, module),
      describeVersions(api),
    ].join(' | '),
  )
  return [
    `## ${titleOf(module)}`,
    '',
    '| API | Kind | Cost | Blocks | Instead | Node.js |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')
}

/** A package's paths that block alike share a row. */
function rowsOfPackage({ specifiers: [name], blocking, reexports }) {
  const rows = blocking.map((alike) => {
    const [from = '', twin = ''] = alike.instead?.split('#') ?? []
    const instead =
      alike.instead === undefined || !twin.includes('*')
        ? describeAlternative({ ...alike, instead: alike.instead?.replace(/^#/, `${name}#`) }, name)
        : `the same${alike.paths.some((path) => /sync$/i.test(path) && !path.endsWith('Async')) ? ' without `Sync`' : ''}${from === '' ? '' : ` of ${code(from)}`}`
    const paths = alike.paths.map((path) => (path === 'default' ? 'the module itself' : nameOf(path)))
    return [
      code(name),
      paths.join(', '),
      kinds[alike.kind],
      alike.cost,
      describeBlocking(alike),
      instead,
    ].join(' | ')
  })
  const all = `${code(name)} | all that blocks in ${code(reexports)} | | | |`
  return reexports === undefined ? rows : [...rows, all]
}

function renderFamily({ title, packages }) {
  return [
    `### ${title}`,
    '',
    '| Package | API | Kind | Cost | Blocks | Instead |',
    '| --- | --- | --- | --- | --- | --- |',
    ...packages.flatMap(rowsOfPackage).map((row) => `| ${row} |`.replace('| |', '|')),
  ].join('\n')
}

function renderLeftOut([module, entries]) {
  return [
    `### ${titleOf(module)}`,
    '',
    ...entries.map(({ path, reason }) =>
      path === '*'
        ? `- Nothing is listed: it ${reason}.`
        : `- ${path === 'default' ? 'The module itself' : nameOf(path)}: ${reason}.`,
    ),
  ].join('\n')
}

/**
 * The page docs/blocking-apis.md.
 *
 * @param catalogue `allBlockingApis()`, `allLeftOut()` and `packageFamilies` of the built catalogue
 */
export function renderBlockingApisPage({ apis, leftOut, families }) {
  const ofPackages = families.flatMap(({ packages }) =>
    packages.flatMap(({ specifiers: [module], leftOut: paths = {} }) =>
      Object.entries(paths).map(([path, reason]) => ({ module, path, reason })),
    ),
  )
  return [
    '<!-- Written by scripts/update-docs.js from src/catalogue; change it there. -->',
    '',
    '# Blocking APIs',
    '',
    'What the catalogue knows of the modules of Node.js and of [packages from npm](#packages).',
    '`no-blocking-call` reports these calls where they can run while requests are served. `C#m` is the',
    'method `m` of an instance of `C`.',
    '',
    ...Object.entries(costs).map(
      ([cost, text]) => `- Cost \`${cost}\`: ${text}, for a typical call.`,
    ),
    '- What blocks *in proportion to its input*, or *the first time* only, is not reported by',
    '  default.',
    '- Where a worker thread or nothing is the alternative, there is no asynchronous form.',
    '- Versions are the majors on which the export was seen, of 20, 22, 24 and 26.',
    '',
    '`npm run probe -- --all` proves the list on every supported Node.js: it makes the calls and looks',
    'for exports whose names end in `Sync` and that are missing here.',
    '',
    groupByModule(apis).map(renderModule).join('\n\n'),
    '',
    '## Packages',
    '',
    'Some of these return a promise or take a callback and do their work on the event loop all the',
    'same: awaiting them changes nothing. `npm run probe -- --packages` installs the packages and looks',
    'whether they have what is listed.',
    '',
    families.map(renderFamily).join('\n\n'),
    '',
    '## What is left out, and why',
    '',
    groupByModule([...leftOut, ...ofPackages]).map(renderLeftOut).join('\n\n'),
    '',
  ].join('\n')
}

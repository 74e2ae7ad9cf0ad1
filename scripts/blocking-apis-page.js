const costs = {
  low: 'under 1 ms',
  medium: 'about 1 ms and more',
  high: '10 ms and more, or without bound',
}
const kinds = { io: 'I/O', cpu: 'computation', wait: 'waiting' }

const code = (text) => `\`${text}\``
/** `Hash.prototype.update` as people write it. */
const nameOf = (path) =>
  code(path.replace(/^(\w+)\.prototype\./, '$1#').replace(/^FileHandle\./, 'FileHandle#'))
const list = (numbers) =>
  numbers.length < 2 ? numbers.join() : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`

function describeCondition(when) {
  switch (when?.type) {
    case undefined:
      return 'always'
    case 'no-callback':
      return when.nodeVersions === undefined
        ? 'without a callback'
        : `without a callback, which only Node.js ${list(when.nodeVersions)} heed`
    case 'large-input':
      return 'in proportion to its input'
    case 'first-call':
      return 'the first time'
    case 'timeout':
      return `unless its argument ${when.argument + 1}, the timeout, is 0`
    default:
      throw new Error(`Unknown condition ${JSON.stringify(when)}.`)
  }
}

function describeAlternative({ instead, cost, when }, module) {
  if (when?.type === 'first-call') return 'the same at start-up'
  if (instead === undefined) return cost === 'low' ? '–' : 'a worker thread'
  const [from, path] = instead.split('#')
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
      describeCondition(api.when),
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

function renderLeftOut([module, entries]) {
  return [
    `### ${titleOf(module)}`,
    '',
    ...entries.map(({ path, reason }) =>
      path === '*' ? `- Nothing is listed: it ${reason}.` : `- ${nameOf(path)}: ${reason}.`,
    ),
  ].join('\n')
}

/**
 * The page docs/blocking-apis.md.
 *
 * @param catalogue `allBlockingApis()` and `allLeftOut()` of the built catalogue
 */
export function renderBlockingApisPage({ apis, leftOut }) {
  return [
    '<!-- Written by scripts/update-docs.js from src/catalogue; change it there. -->',
    '',
    '# Blocking APIs of Node.js',
    '',
    'What the catalogue knows of the modules of Node.js. `no-blocking-call` reports these calls where',
    'they can run while requests are served. `C#m` is the method `m` of an instance of `C`.',
    '',
    ...Object.entries(costs).map(
      ([cost, text]) => `- Cost \`${cost}\`: ${text}, for a typical call.`,
    ),
    '- What blocks *in proportion to its input*, or *the first time* only, is not reported by',
    '  default.',
    '- Where a worker thread or nothing is the alternative, there is no asynchronous form.',
    '- Versions are the majors on which the export was seen, of 20, 22, 24 and 26.',
    '',
    '`node scripts/probe-catalogue.js` proves the list on the Node.js that runs it: it makes the calls',
    'and looks for exports whose names end in `Sync` and that are missing here.',
    '',
    groupByModule(apis).map(renderModule).join('\n\n'),
    '',
    '## What is left out, and why',
    '',
    groupByModule(leftOut).map(renderLeftOut).join('\n\n'),
    '',
  ].join('\n')
}

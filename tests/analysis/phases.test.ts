import { describe, expect, it } from 'vitest'
import type { Edge, EntryPoint, Program } from '../../src/analysis/link/program.js'
import { chainTo, findPhases } from '../../src/analysis/phases.js'

interface Graph {
  /** `from>to`, `from>to?` for a call behind a memo. The module's top level is `top`. */
  readonly calls: readonly string[]
  readonly serving?: readonly string[]
  readonly wrapped?: readonly string[]
  readonly looks?: readonly string[]
  readonly starting?: readonly string[]
  readonly registering?: readonly string[]
  readonly async?: readonly string[]
}

const names = ['top', 'a', 'b', 'c', 'd', 'e']
const keyOf = (name: string): string => `0:${names.indexOf(name)}`
const nameOf = (key: string): string => names[Number(key.split(':')[1])] ?? '?'

const entry = (name: string, wrapped = false): EntryPoint => ({
  function: keyOf(name),
  phase: 'serving',
  name: `entry ${name}`,
  registered: name,
  roles: [],
  passes: [],
  wrapped,
})

function program(graph: Graph): Program {
  const edgesFrom = new Map<string, Edge[]>()
  for (const text of graph.calls) {
    const [from = '', to = ''] = text.replace('?', '').split('>')
    const edges = edgesFrom.get(keyOf(from)) ?? []
    const site = { functions: [keyOf(to.replace('!', ''))], call: { memoised: text.endsWith('?'), endsProcess: text.endsWith('!') } }
    edges.push({ from: keyOf(from), to: keyOf(to.replace('!', '')), site } as unknown as Edge)
    edgesFrom.set(keyOf(from), edges)
  }
  const functions = names.map((name) => ({
    name,
    async: graph.async?.includes(name) ?? false,
    escapes: true,
  }))
  return {
    files: [{ functions }],
    evaluator: { declared: new Map() },
    sites: [],
    edgesFrom,
    entryPoints: [
      ...(graph.serving ?? []).map((name) => entry(name)),
      ...(graph.wrapped ?? []).map((name) => entry(name, true)),
    ],
    handlersByLooks: (graph.looks ?? []).map((name) => entry(name)),
    starting: new Set((graph.starting ?? []).map(keyOf)),
    registering: new Set((graph.registering ?? []).map(keyOf)),
  } as unknown as Program
}

function run(graph: Graph) {
  const phases = findPhases(program(graph), [true])
  const chains = [...phases.serving.keys()].map((key) => {
    const first = phases.serving.get(key)?.entry.function ?? ''
    return [nameOf(first), ...chainTo(key, phases.serving).map(({ to }) => nameOf(to))].join('>')
  })
  return {
    chains: chains.sort(),
    startup: [...phases.startup.keys()].map(nameOf).sort(),
    likely: [...phases.likely.keys()].map(nameOf).sort(),
  }
}

describe('phases', () => {
  it('gives the shortest chain from the nearest entry point', () => {
    const graph = { calls: ['a>b', 'b>c', 'c>d', 'e>d'], serving: ['a', 'e'] }
    expect(run(graph).chains).toEqual(['a', 'a>b', 'a>b>c', 'e', 'e>d'])
  })

  it('ends in cycles', () => {
    const graph = { calls: ['a>b', 'b>a', 'b>b'], serving: ['a'] }
    expect(run(graph).chains).toEqual(['a', 'a>b'])
  })

  it('keeps start-up apart, which a function may be part of as well', () => {
    const graph = { calls: ['top>b', 'b>c', 'a>c'], serving: ['a'] }
    expect(run(graph)).toEqual({ chains: ['a', 'a>c'], startup: ['b', 'c', 'top'], likely: [] })
  })

  it('does not serve through a memo that start-up fills', () => {
    expect(run({ calls: ['a>b?', 'top>b'], serving: ['a'] }).chains).toEqual(['a'])
    expect(run({ calls: ['a>b?'], serving: ['a'] }).chains).toEqual(['a', 'a>b'])
  })

  it('takes no function for set-up that registers listeners while it serves', () => {
    const connection = { calls: ['a>b', 'b>c?'], serving: ['a'], registering: ['b'] }
    expect(run(connection).chains).toEqual(['a', 'a>b', 'a>b>c'])
    expect(run({ ...connection, calls: ['top>b', ...connection.calls] }).chains).toEqual(['a', 'a>b'])
    expect(run({ calls: ['b>c', 'a>c?'], serving: ['a'], registering: ['b'] }).chains).toEqual(['a'])
  })

  it('does not serve in what a call that ends the process reaches', () => {
    expect(run({ calls: ['a>b!'], serving: ['a'] }).chains).toEqual(['a'])
  })

  it('does not serve in what starts a server, when start-up does so too', () => {
    const restart = { calls: ['a>b', 'b>c', 'b>d'], serving: ['a'], starting: ['c'] }
    expect(run({ ...restart, calls: ['top>b', ...restart.calls] }).chains).toEqual(['a'])
    expect(run({ ...restart, calls: ['top>d', ...restart.calls] }).chains).toContain('a>b>d')
  })

  it('guesses at no function that registers handlers', () => {
    const graph = { calls: ['a>b'], async: ['a', 'c'], registering: ['b'] }
    expect(run(graph).likely).toEqual(['c'])
  })

  it('takes a wrapped handler for an entry point only if the wrapper calls it', () => {
    const graph = { calls: ['a>b', 'b>c'], serving: ['a'], wrapped: ['b', 'd'] }
    expect(run(graph).chains).toEqual(['a', 'b', 'b>c'])
  })

  it('falls back to what looks like a handler', () => {
    const graph = { calls: ['a>b', 'c>d'], serving: ['a'], looks: ['b', 'c'] }
    expect(run(graph).chains).toEqual(['a', 'a>b', 'c', 'c>d'])
  })

  it('guesses only at async functions that nothing calls and that start no server', () => {
    const graph = {
      calls: ['a>b', 'c>d', 'top>e'],
      async: ['a', 'b', 'c', 'e'],
      starting: ['d'],
    }
    expect(run(graph).likely).toEqual(['a', 'b'])
  })
})

describe('for whoever asks why', () => {
  it('tells the shortest way of start-up, and where it begins', () => {
    const graph = { calls: ['top>a', 'a>b', 'b>c', 'd>c', 'e>c'], starting: ['d'], registering: ['e'] }
    const { startup } = findPhases(program(graph), [true])
    const way = (name: string): string => {
      const calls = chainTo(keyOf(name), startup).map((edge) => nameOf(edge.from))
      return [startup.get(keyOf(name))?.from, ...calls, name].join(' ')
    }
    expect(['b', 'c', 'd', 'e'].map(way)).toEqual([
      'module top a b',
      'starts-server d c',
      'starts-server d',
      'registers-handlers e',
    ])
  })

  it('tells why a call does not carry the serving phase', () => {
    const graph = program({ calls: ['a>b?', 'a>c!', 'a>d', 'a>e', 'top>b', 'top>d'], starting: ['d'] })
    const { barrierAt } = findPhases(graph, [true])
    expect(graph.edgesFrom.get(keyOf('a'))?.map(barrierAt)).toEqual([
      'memoised',
      'ends-process',
      'restarts',
      null,
    ])
  })

  it('lists the entry points that count', () => {
    const graph = { calls: ['a>b'], serving: ['a'], wrapped: ['b', 'c'], looks: ['b', 'd'] }
    const { entries } = findPhases(program(graph), [true])
    expect(entries.map(({ function: key }) => nameOf(key))).toEqual(['a', 'b', 'd'])
  })
})

it('takes no entry points from tests and scripts', () => {
  const phases = findPhases(program({ calls: ['top>c', 'a>b'], serving: ['a'], looks: ['d'] }), [
    false,
  ])
  expect([...phases.serving.keys()]).toEqual([])
  expect([...phases.startup.keys()]).toEqual([])
})

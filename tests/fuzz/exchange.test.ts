// A file that is exchanged again and again leaves the project as if it had been linked that way at once.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FileFacts } from '../../src/analysis/facts.js'
import { judgeText } from '../../src/analysis/index-files/verdict.js'
import { type Project, ProjectLinker } from '../../src/analysis/project.js'
import { findBlockingCalls } from '../../src/findings/find-blocking-calls.js'
import { program, programs } from './programs.js'
import { patience, runs } from './runs.js'

const options = {
  confidence: 'likely',
  kinds: ['io', 'cpu', 'wait'],
  minimumCost: 'low',
  allow: [],
  blocking: [],
  checkLargeInput: true,
} as const

function factsOf(text: string, index: number): FileFacts | null {
  const verdict = judgeText(`/project/src/m${index}.js`, text)
  return 'facts' in verdict ? verdict.facts : null
}

function linkerOf(files: readonly FileFacts[], exchanged: number): ProjectLinker {
  const resolve = (specifier: string): number | null => {
    const found = files.findIndex(({ file }) => file === `/project/src/${specifier.slice(2)}.js`)
    return found === -1 ? null : found
  }
  return new ProjectLinker(files, '/project', resolve, [], () => null, exchanged)
}

/** All that is said of a project: what is reported with its chain, what calls what, and what runs when. */
function saidOf(project: Project): unknown {
  const { program: linked, phases } = project
  return {
    findings: linked.files.map((_, file) => findBlockingCalls(file, project, options)),
    edges: [...linked.edgesFrom.values()].flat().map(({ from, to }) => `${from} ${to}`).sort(),
    entries: phases.entries.map(({ name, registered }) => `${name} ${registered}`).sort(),
    startup: [...phases.startup.keys()].sort(),
    likely: [...phases.likely.keys()].sort(),
  }
}

test('versions of one file after another', () => {
  let compared = 0
  fc.assert(
    fc.property(programs, fc.nat(), fc.array(program, { minLength: 1, maxLength: 4 }), (texts, at, versions) => {
      const files = texts.flatMap((text, index) => factsOf(text, index) ?? [])
      if (files.length < 2) return
      const exchanged = at % files.length
      const path = files[exchanged]?.file ?? ''
      const linker = linkerOf(files, exchanged)
      for (const text of [...versions, texts[0] ?? '']) {
        const facts = factsOf(text, 0)
        if (facts === null) continue
        const version = { ...facts, file: path }
        const project = linker.exchange(version)
        // It says itself that it would have to be linked anew.
        if (project === null) continue
        compared += 1
        const whole = files.map((other, index) => (index === exchanged ? version : other))
        expect(saidOf(project)).toEqual(saidOf(linkerOf(whole, -1).project))
      }
    }),
    runs(150),
  )
  expect(compared).toBeGreaterThan(50)
}, patience(150))

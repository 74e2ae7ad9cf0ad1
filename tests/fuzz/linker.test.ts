// Whatever files hold, linking them ends, and says the same in whatever order they come.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FileFacts } from '../../src/analysis/facts.js'
import { judgeText } from '../../src/analysis/index-files/verdict.js'
import { linkProject } from '../../src/analysis/project.js'
import { findBlockingCalls } from '../../src/findings/find-blocking-calls.js'
import { findRequestInWorker } from '../../src/findings/offloading/find-request-in-worker.js'
import { programs } from './programs.js'
import { patience, runs } from './runs.js'

const LONGEST_MS = 10_000

const options = {
  confidence: 'likely',
  kinds: ['io', 'cpu', 'wait'],
  minimumCost: 'low',
  allow: [],
  blocking: [],
  checkLargeInput: true,
} as const

function factsOf(texts: readonly string[]): readonly FileFacts[] {
  return texts.flatMap((text, index) => {
    const verdict = judgeText(`/project/src/m${index}.js`, text)
    return 'facts' in verdict ? [verdict.facts] : []
  })
}

/** The places that are reported, whichever of several equal chains leads there. */
function placesIn(files: readonly FileFacts[]): readonly string[] {
  const resolve = (specifier: string): number | null => {
    const found = files.findIndex(({ file }) => file === `/project/src/${specifier.slice(2)}.js`)
    return found === -1 ? null : found
  }
  const began = performance.now()
  const project = linkProject(files, '/project', resolve)
  expect(performance.now() - began).toBeLessThan(LONGEST_MS)
  return files
    .flatMap(({ file }, index) =>
      [...findBlockingCalls(index, project, options), ...findRequestInWorker(index, project)].map(
        ({ messageId, location: { start } }) => `${file}:${start.line}:${start.column} ${messageId}`,
      ),
    )
    .sort()
}

test('files in any order', () => {
  fc.assert(
    fc.property(programs, fc.array(fc.nat()), (texts, turns) => {
      const files = factsOf(texts)
      const places = placesIn(files)
      const others = [...files]
      turns.forEach((turn, at) => {
        const [taken] = others.splice(turn % Math.max(1, others.length), 1)
        if (taken) others.splice(at % (others.length + 1), 0, taken)
      })
      expect(placesIn(others)).toEqual(places)
      expect(placesIn([...files].reverse())).toEqual(places)
      expect(placesIn(files)).toEqual(places)
    }),
    runs(150),
  )
}, patience(150))

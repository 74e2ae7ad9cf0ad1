import { linkProject } from '../../../src/analysis/project.js'
import { factsOf } from '../../analysis/facts-of.js'

/** The names of the serving entry points of a text, in the order in which they are found. */
export function entryNamesOf(code: string, file = 'src/server.ts'): readonly string[] {
  const facts = factsOf(code, `/project/${file}`)
  const { program } = linkProject([facts], '/project', () => null)
  return program.entryPoints.filter(({ phase }) => phase === 'serving').map(({ name }) => name)
}

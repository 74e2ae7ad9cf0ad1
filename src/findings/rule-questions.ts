import type { FileInProject } from '../analysis/asked-file.js'
import type { FindingRule } from './finding-rule.js'
import { findingRules } from './finding-rules.js'

/** What a rule asks of a file, as one text. @param options All of the rule's options. */
export function questionOf({ name }: Pick<FindingRule, 'name'>, options: object): string {
  return `${name} ${JSON.stringify(options)}`
}

/**
 * How such a question is answered.
 * @throws Error for a text that is no such question.
 */
export function findFor(question: string): (file: FileInProject) => unknown {
  const end = question.indexOf(' ')
  const rule = findingRules.find(({ name }) => name === question.slice(0, end))
  if (rule === undefined) throw new Error(`No rule asks ${question}`)
  const options = JSON.parse(question.slice(end)) as object
  return ({ file, project }) => rule.find(file, project, options)
}

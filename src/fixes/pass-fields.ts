import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Finding } from '../findings/types.js'

/** How the data of a request is handed over in its place. */
export interface FieldsSuggestion {
  /** As it is going to be written: `{ body: req.body }`. */
  readonly fields: string
  readonly fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix
}

/** Hands over the fields of a request that its handler uses, where the request was handed over by its name. */
export function suggestFields(
  { data, location, messageId }: Finding,
  sourceCode: Readonly<TSESLint.SourceCode>,
): FieldsSuggestion | null {
  const { name = '', passed = '' } = data
  if (messageId !== 'handed' || passed === '') return null
  const { start } = location
  const at = sourceCode.getIndexFromLoc({ line: start.line, column: start.column - 1 })
  const node = sourceCode.getNodeByRangeIndex(at)
  if (node?.type !== 'Identifier' || node.name !== name || node.range[0] !== at) return null
  const fields = `{ ${passed.split(' ').map((member) => `${member}: ${name}.${member}`).join(', ')} }`
  const before = isShorthand(node) ? `${name}: ` : ''
  return { fields, fix: (fixer) => fixer.replaceText(node, before + fields) }
}

function isShorthand({ parent }: TSESTree.Identifier): boolean {
  return parent.type === 'Property' && parent.shorthand
}

import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Finding } from '../findings/types.js'

/** How a pool that has no limit gets one. */
export interface LimitSuggestion {
  /** As it is going to be written: `maxQueue: 'auto'`. */
  readonly option: string
  readonly fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix
}

/**
 * Adds the limit that a library works out itself to the options of the pool that was found, where these are
 * written out in the call.
 */
export function suggestPoolLimit(
  { data, location }: Finding,
  sourceCode: Readonly<TSESLint.SourceCode>,
): LimitSuggestion | null {
  const { queue = '', automatic = '' } = data
  if (automatic === '') return null
  const end = sourceCode.getIndexFromLoc({ line: location.end.line, column: location.end.column - 1 })
  const options = optionsOf(sourceCode.getNodeByRangeIndex(end - 1), end)
  if (options === null) return null
  const option = `${queue}: ${automatic}`
  const written = options.properties.find((property) => isNamed(property, queue))
  if (written !== undefined) {
    return { option, fix: (fixer) => fixer.replaceText(written, option) }
  }
  const last = options.properties.at(-1)
  return {
    option,
    fix: (fixer) =>
      last ? fixer.insertTextAfter(last, `, ${option}`) : fixer.replaceText(options, `{ ${option} }`),
  }
}

/** The options of the call or `new` whose callee ends at an offset. */
function optionsOf(start: TSESTree.Node | null, end: number): TSESTree.ObjectExpression | null {
  for (let node = start; node; node = node.parent ?? null) {
    if (node.type !== 'NewExpression' && node.type !== 'CallExpression') continue
    if (node.callee.range[1] !== end) continue
    const last = node.arguments.at(-1)
    return last?.type === 'ObjectExpression' ? last : null
  }
  return null
}

function isNamed(property: TSESTree.ObjectLiteralElement, name: string): boolean {
  return property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === name
}

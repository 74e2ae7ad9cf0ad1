import type { TSESLint } from '@typescript-eslint/utils'
import { promiseTwins } from '../catalogue/promise-twins.js'
import type { Finding } from '../findings/types.js'
import { callAt } from './awaitable-call.js'
import { bindingOf, variableAt } from './fs-binding.js'

const twins: ReadonlySet<string> = new Set(Object.keys(promiseTwins))

/** How `promisify(fs.readFileSync)` becomes right. */
export interface PromisifySuggestion {
  /** `fs.readFile` */
  readonly twin: string
  readonly fix: TSESLint.ReportFixFunction
}

/** Promisifies the function with a callback, where the synchronous one is a member of node:fs. */
export function suggestPromisifyTwin(
  { location, messageId }: Finding,
  sourceCode: Readonly<TSESLint.SourceCode>,
): PromisifySuggestion | null {
  const call = messageId === 'promisified' ? callAt(location, sourceCode)?.call : undefined
  const [argument] = call?.arguments ?? []
  if (argument?.type !== 'MemberExpression' || argument.computed) return null
  const { object, property } = argument
  if (object.type !== 'Identifier' || property.type !== 'Identifier' || !twins.has(property.name)) return null
  const binding = bindingOf(variableAt(object, object.name, sourceCode))
  if (binding?.of !== 'module' || !['fs', 'node:fs'].includes(binding.specifier)) return null
  const name = property.name.replace(/Sync$/, '')
  return {
    twin: `${object.name}.${name}`,
    fix: (fixer) => fixer.replaceText(property, name),
  }
}

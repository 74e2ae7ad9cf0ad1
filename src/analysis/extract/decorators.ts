import type { TSESTree } from '@typescript-eslint/utils'
import type { DecoratorFacts } from '../facts.js'
import type { FileBuilder } from './file-builder.js'
import { calleeReferenceTo } from './references.js'

type Decorated = { readonly decorators?: readonly TSESTree.Decorator[] }

/** The property of facts that holds a node's decorators, or nothing where there are none. */
export function decoratorsOf(
  { decorators = [] }: Decorated,
  file: FileBuilder,
): { readonly decorators?: readonly DecoratorFacts[] } {
  if (decorators.length === 0) return {}
  return { decorators: decorators.map(({ expression }) => decoratorOf(expression, file)) }
}

/** A decorator by its expression: `Get(':id')`, `Injectable`. */
export function decoratorOf(expression: TSESTree.Node, file: FileBuilder): DecoratorFacts {
  return expression.type === 'CallExpression'
    ? { name: calleeReferenceTo(expression.callee, file), call: file.calls.idOf(expression) }
    : { name: calleeReferenceTo(expression, file), call: null }
}

/** The decorators of a parameter, whichever form it has. */
export function decoratorsOfParameter(parameter: TSESTree.Parameter): readonly TSESTree.Decorator[] {
  const inner = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter
  const target = inner.type === 'AssignmentPattern' ? inner.left : inner
  return [...new Set<Decorated>([parameter, inner, target])].flatMap(
    ({ decorators }) => decorators ?? [],
  )
}

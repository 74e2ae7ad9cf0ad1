import type { TSESTree } from '@typescript-eslint/utils'
import { compact, orNone } from '../compact.js'
import type { FunctionFacts, FunctionForm, ParameterFacts, TypeReference } from '../facts.js'
import { awaitedGenerator, isCompiledAsync } from './compiled-async.js'
import { decoratorsOf, decoratorsOfParameter } from './decorators.js'
import type { FileBuilder, Frame } from './file-builder.js'
import type { FunctionNode } from './nodes.js'
import { assign, destructuredNames } from './patterns.js'
import { keyName, unwrap } from './positions.js'
import { referenceTo, typeReferenceTo } from './references.js'

/** What the place of a function says about it. */
export interface FunctionContext {
  readonly name: string
  readonly form: FunctionForm
  readonly class: number | null
  readonly object: number | null
  readonly contextualType: TypeReference | null
  /** The names that hold it; it escapes when one of them is used other than in a call. */
  readonly heldBy: readonly TSESTree.Identifier[] | null
  /** A generator that a compiler made of an async function. */
  readonly compiledAsync?: boolean
  /** Its `this` is that of the function around it, as it is in an arrow function. */
  readonly keepsThis?: boolean
}

/** The context that a function's parent gives it. */
export function contextOf(
  node: FunctionNode,
  parent: TSESTree.Node | null,
  file: FileBuilder,
): FunctionContext {
  const context: FunctionContext = {
    name: node.id?.name ?? '',
    form: node.type === 'ArrowFunctionExpression' ? 'arrow' : 'function',
    class: null,
    object: null,
    contextualType: null,
    heldBy: null,
  }
  if (node.type === 'FunctionDeclaration') {
    return { ...context, heldBy: node.id ? [node.id] : null }
  }
  switch (parent?.type) {
    case 'VariableDeclarator':
      if (parent.id.type !== 'Identifier') return context
      return {
        ...context,
        name: context.name || parent.id.name,
        contextualType: typeReferenceTo(parent.id.typeAnnotation?.typeAnnotation, file),
        heldBy: [parent.id],
      }
    case 'AssignmentExpression':
      return { ...context, name: context.name || nameOfTarget(parent.left) }
    case 'AssignmentPattern':
      return parent.left.type === 'Identifier'
        ? { ...context, name: context.name || parent.left.name }
        : context
    case 'Property':
      return {
        ...context,
        name: context.name || (keyName(parent.key, parent.computed) ?? ''),
        form: parent.kind === 'get' ? 'getter' : parent.kind === 'set' ? 'setter' : context.form,
        object: file.literals.get(parent) ?? null,
      }
    case 'ReturnStatement':
      return { ...context, contextualType: file.frame.returnType }
    case 'TSSatisfiesExpression':
    case 'TSAsExpression':
      return { ...context, contextualType: typeReferenceTo(parent.typeAnnotation, file) }
    case 'CallExpression':
      return {
        ...context,
        heldBy: parent.callee === node ? [] : null,
        compiledAsync: isCompiledAsync(node, parent),
        keepsThis: awaitedGenerator(parent) === node,
      }
    default:
      return context
  }
}

/** Walks a function's parameters and body inside a frame of its own. */
export function recordFunction(
  node: FunctionNode,
  context: FunctionContext,
  file: FileBuilder,
  visitInside: () => void,
): void {
  const { heldBy } = context
  const enclosing = file.frame.function
  const frame = file.enter(
    node,
    node.type !== 'ArrowFunctionExpression' && !context.keepsThis,
    typeReferenceTo(node.returnType?.typeAnnotation, file),
  )
  const tags = file.tags.get(node)
  const parameters = node.params.map((parameter, index) =>
    recordParameter(parameter, frame, index, file),
  )
  visitInside()
  if (node.body.type !== 'BlockStatement') frame.returns.push(referenceTo(node.body, file))
  file.leave()
  const id = file.functions.idOf(node)
  if (node.type === 'FunctionDeclaration' && node.id) {
    file.bindings.write(node.id, { type: 'function', function: id })
  }
  // Uses of the names that hold it, and of the parameters, may come later in the file.
  file.functions.setLater(node, () => ({
    name: context.name,
    form: context.form,
    async: node.async,
    range: file.positions.rangeOf(node),
    enclosing,
    parameters: orNone(parameters.map((complete) => complete())),
    returns: compact(node.generator && !context.compiledAsync ? [] : frame.returns),
    class: context.class,
    object: context.object,
    contextualType: context.contextualType,
    captures: compact([...frame.captures.values()]),
    ...(tags === undefined ? {} : { tags }),
    ...directivesOf(node.body.type === 'BlockStatement' ? node.body.body : []),
    escapes: heldBy === null || heldBy.some((name) => file.bindings.isUsedAsValue(name)),
    ...(frame.awaits ? { awaits: true as const } : {}),
    ...(frame.loops ? { loops: true as const } : {}),
  }))
}

/** The directives at the head of a module or of a function's body; nothing when there are none. */
export function directivesOf(
  statements: readonly TSESTree.Node[],
): Pick<FunctionFacts, 'directives'> {
  const directives: string[] = []
  for (const statement of statements) {
    if (statement.type !== 'ExpressionStatement' || !statement.directive) break
    directives.push(statement.directive)
  }
  return directives.length === 0 ? {} : { directives }
}

function recordParameter(
  parameter: TSESTree.Parameter,
  frame: Frame,
  index: number,
  file: FileBuilder,
): () => ParameterFacts {
  assign(parameter, { type: 'parameter', function: frame.function, index }, file)
  const inner = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter
  const target = inner.type === 'AssignmentPattern' ? inner.left : inner
  const annotated = target as { typeAnnotation?: TSESTree.TSTypeAnnotation }
  const type = typeReferenceTo(annotated.typeAnnotation?.typeAnnotation, file)
  const variable = target.type === 'Identifier' ? file.bindings.variableOf(target) : null
  const decorators = decoratorsOf({ decorators: decoratorsOfParameter(parameter) }, file)
  return () => ({
    name: target.type === 'Identifier' ? target.name : '',
    rest: target.type === 'RestElement',
    type,
    members: compact(variable === null ? destructuredNames(target) : file.membersOf(variable)),
    ...decorators,
  })
}

function nameOfTarget(target: TSESTree.Node): string {
  const expression = unwrap(target)
  if (expression.type === 'Identifier') return expression.name
  if (expression.type !== 'MemberExpression') return ''
  return keyName(expression.property, expression.computed) ?? ''
}

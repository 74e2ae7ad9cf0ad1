import type { TSESTree } from '@typescript-eslint/utils'
import type { Reference, TypeReference } from '../facts.js'
import { collectionForm } from './collections.js'
import { awaitedResult, wrappedGenerator } from './compiled-async.js'
import { decoratedClass } from './compiled-decorators.js'
import type { FileBuilder } from './file-builder.js'
import { keyName, unwrap } from './positions.js'

export const unknown: Reference = { type: 'unknown' }

// What compilers put around `require` to give CommonJS modules a default export.
const interopHelpers = new Set([
  '_interopRequireDefault',
  '_interopRequireWildcard',
  '_interop_require_default',
  '_interop_require_wildcard',
  '_interopDefault',
  '_interopDefaultLegacy',
  '_interopNamespace',
  '__importDefault',
  '__importStar',
  '__toESM',
])

/** The symbolic value of an expression. */
export function referenceTo(node: TSESTree.Node | null, file: FileBuilder): Reference {
  if (node === null) return unknown
  if (node.type === 'Identifier') file.bindings.markUsedAsValue(node)
  return calleeReferenceTo(node, file)
}

/** As `referenceTo`, for an expression that is called where it stands and so does not escape. */
export function calleeReferenceTo(node: TSESTree.Node, file: FileBuilder): Reference {
  if (file.referenceDepth >= deepestReference) return unknown
  file.referenceDepth += 1
  const reference = describe(unwrap(node), file)
  file.referenceDepth -= 1
  return reference
}

// Linking takes terms apart by calling itself, and a chain of operators or members may be as long as a file.
const deepestReference = 200

function describe(expression: TSESTree.Node, file: FileBuilder): Reference {
  switch (expression.type) {
    case 'Identifier': {
      if (expression.name === 'undefined') return { type: 'literal', value: null }
      const variable = file.bindings.variableOf(expression)
      return variable === null
        ? { type: 'global', name: expression.name }
        : { type: 'variable', variable }
    }
    case 'ThisExpression':
      return { type: 'this', function: file.frame.thisFunction }
    case 'Super':
      return { type: 'super', function: file.frame.thisFunction }
    case 'MemberExpression':
      return memberReference(expression, file)
    case 'AwaitExpression':
    case 'YieldExpression':
      // What runs a generator as an async function gives back what it yields.
      // A promise and what it gives are not told apart: both name the same origin.
      return referenceTo(expression.argument, file)
    case 'SequenceExpression':
      return calleeReferenceTo(expression.expressions.at(-1) ?? expression, file)
    case 'AssignmentExpression':
      return referenceTo(expression.right, file)
    case 'LogicalExpression':
      return either([referenceTo(expression.left, file), referenceTo(expression.right, file)])
    case 'ConditionalExpression':
      return either([
        referenceTo(expression.consequent, file),
        referenceTo(expression.alternate, file),
      ])
    case 'CallExpression':
      return (
        moduleOfRequire(expression, file) ??
        interopArgument(expression, file) ??
        decoratedValue(expression, file) ??
        awaitedResult(expression, file) ??
        wrappedValue(expression, file) ?? {
          type: 'call',
          call: file.calls.idOf(expression),
        }
      )
    case 'NewExpression':
      return collectionForm(expression, file) === null
        ? { type: 'call', call: file.calls.idOf(expression) }
        : { type: 'object', object: file.objects.idOf(expression) }
    case 'TaggedTemplateExpression':
      return { type: 'call', call: file.calls.idOf(expression) }
    case 'ImportExpression': {
      const specifier = literalText(expression.source)
      return specifier === null ? unknown : importReference(specifier, '*', file)
    }
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
      return { type: 'function', function: file.functions.idOf(expression) }
    case 'ClassExpression':
    case 'ClassDeclaration':
      return { type: 'class', class: file.classes.idOf(expression) }
    case 'ObjectExpression':
    case 'ArrayExpression':
      return { type: 'object', object: file.objects.idOf(expression) }
    case 'Literal':
      return isPlain(expression.value) ? { type: 'literal', value: expression.value } : unknown
    case 'TemplateLiteral': {
      const text = literalText(expression)
      return text === null ? unknown : { type: 'literal', value: text }
    }
    default:
      return unknown
  }
}

export function importReference(specifier: string, name: string, file: FileBuilder): Reference {
  file.imports.add(specifier)
  return { type: 'import', specifier, name }
}

/** The text of a string literal or of a template without expressions. */
export function literalText(node: TSESTree.Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  return node.type === 'TemplateLiteral' ? keyName(node, true) : null
}

/** The type that an annotation names; null for one that has no name of its own. */
export function typeReferenceTo(
  node: TSESTree.TypeNode | null | undefined,
  file: FileBuilder,
): TypeReference | null {
  if (!node) return null
  if (node.type === 'TSUnionType' || node.type === 'TSIntersectionType') {
    for (const member of node.types) {
      const type = typeReferenceTo(member, file)
      if (type !== null) return type
    }
    return null
  }
  if (node.type === 'TSImportType') {
    const source = 'source' in node ? node.source : null
    const qualifier = node.qualifier?.type === 'Identifier' ? node.qualifier.name : null
    if (source === null || qualifier === null) return null
    return { name: importReference(String(source.value), qualifier, file), arguments: [] }
  }
  if (node.type !== 'TSTypeReference') return null
  const parameters = (node.typeArguments?.params ?? []).map((type) => typeReferenceTo(type, file))
  if (node.typeName.type === 'Identifier' && transparentTypes.has(node.typeName.name)) {
    return parameters[0] ?? null
  }
  const name = entityReference(node.typeName, file)
  return { name, arguments: parameters.filter((type) => type !== null) }
}

const transparentTypes = new Set(['Promise', 'PromiseLike', 'Awaited', 'Readonly', 'NonNullable'])

/** The reference for a dotted name in type position: `express.Request`. */
export function entityReference(
  node: TSESTree.EntityName | TSESTree.Expression,
  file: FileBuilder,
): Reference {
  if (node.type === 'TSQualifiedName') {
    return {
      type: 'member',
      object: entityReference(node.left, file),
      property: node.right.name,
    }
  }
  return calleeReferenceTo(node, file)
}

function memberReference(node: TSESTree.MemberExpression, file: FileBuilder): Reference {
  const object = calleeReferenceTo(node.object, file)
  const property = keyName(node.property, node.computed)
  if (property !== null) return { type: 'member', object, property }
  return { type: 'computed', object, key: referenceTo(node.property, file) }
}

function moduleOfRequire(node: TSESTree.CallExpression, file: FileBuilder): Reference | null {
  const [argument] = node.arguments
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'require' || !argument) return null
  if (file.bindings.variableOf(node.callee) !== null) return null
  const specifier = literalText(argument)
  return specifier === null ? null : importReference(specifier, '*', file)
}

function interopArgument(node: TSESTree.CallExpression, file: FileBuilder): Reference | null {
  const [argument] = node.arguments
  const callee = unwrap(node.callee)
  const name =
    callee.type === 'Identifier'
      ? callee.name
      : callee.type === 'MemberExpression'
        ? keyName(callee.property, callee.computed)
        : null
  if (name === null || argument === undefined || !interopHelpers.has(name)) return null
  return referenceTo(argument, file)
}

function wrappedValue(node: TSESTree.CallExpression, file: FileBuilder): Reference | null {
  const generator = wrappedGenerator(node)
  return generator === null ? null : referenceTo(generator, file)
}

function decoratedValue(node: TSESTree.CallExpression, file: FileBuilder): Reference | null {
  const decorated = decoratedClass(node)
  return decorated === null ? null : referenceTo(decorated, file)
}

function either(options: readonly Reference[]): Reference {
  const known = options.filter((option) => option.type !== 'unknown')
  return known.length === 1 && known[0] !== undefined ? known[0] : { type: 'either', options: known }
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

import type { TSESTree } from '@typescript-eslint/utils'
import type { FileBuilder } from './file-builder.js'
import { keyName, unwrap } from './positions.js'
import { calleeReferenceTo, importReference, literalText, referenceTo } from './references.js'

export function recordImport(node: TSESTree.ImportDeclaration, file: FileBuilder): void {
  const specifier = node.source.value
  for (const part of node.specifiers) {
    const name =
      part.type === 'ImportDefaultSpecifier'
        ? 'default'
        : part.type === 'ImportNamespaceSpecifier'
          ? '*'
          : exportedName(part.imported)
    file.bindings.write(part.local, importReference(specifier, name, file))
  }
}

/** `import fs = require('node:fs')`, or an alias of a namespace's member. */
export function recordImportEquals(
  node: TSESTree.TSImportEqualsDeclaration,
  file: FileBuilder,
): void {
  const source = node.moduleReference
  if (source.type === 'TSExternalModuleReference') {
    if (source.expression.type !== 'Literal') return
    const specifier = String(source.expression.value)
    file.bindings.write(node.id, importReference(specifier, '*', file))
  } else if (source.type === 'Identifier') {
    file.bindings.write(node.id, calleeReferenceTo(source, file))
  }
}

export function recordNamedExports(
  node: TSESTree.ExportNamedDeclaration,
  file: FileBuilder,
): void {
  for (const part of node.specifiers) {
    const name = exportedName(part.exported)
    const value = node.source
      ? importReference(node.source.value, exportedName(part.local), file)
      : referenceTo(part.local, file)
    file.exports.push({ name, value })
  }
  for (const name of declaredNames(node.declaration)) {
    file.exports.push({ name: name.name, value: referenceTo(name, file) })
  }
}

export function recordDefaultExport(
  node: TSESTree.ExportDefaultDeclaration | TSESTree.TSExportAssignment,
  file: FileBuilder,
): void {
  const value = node.type === 'TSExportAssignment' ? node.expression : node.declaration
  if ((value.type === 'FunctionDeclaration' || value.type === 'ClassDeclaration') && value.id) {
    file.bindings.markUsedAsValue(value.id)
  }
  file.exports.push({ name: 'default', value: referenceTo(value, file) })
}

export function recordExportAll(node: TSESTree.ExportAllDeclaration, file: FileBuilder): void {
  const name = node.exported ? exportedName(node.exported) : '*'
  file.exports.push({ name, value: importReference(node.source.value, '*', file) })
}

function declaredNames(
  declaration: TSESTree.ExportNamedDeclaration['declaration'],
): readonly TSESTree.Identifier[] {
  if (declaration === null) return []
  switch (declaration.type) {
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id }) => namesIn(id))
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSImportEqualsDeclaration':
      return declaration.id ? [declaration.id] : []
    default:
      return []
  }
}

function namesIn(pattern: TSESTree.Node | null): readonly TSESTree.Identifier[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern]
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return namesIn(pattern.argument)
    case 'ArrayPattern':
      return pattern.elements.flatMap(namesIn)
    case 'ObjectPattern':
      return pattern.properties.flatMap((part) =>
        namesIn(part.type === 'Property' ? part.value : part),
      )
    default:
      return []
  }
}

/**
 * What compilers make of `export * from` and `export { a } from` in CommonJS:
 * `__exportStar(require('./a'), exports)` and `Object.defineProperty(exports, 'a', { get })`.
 */
export function recordCompiledExport(node: TSESTree.CallExpression, file: FileBuilder): void {
  const [first, second, third] = node.arguments
  const name = calledName(node.callee)
  if (name === '__exportStar' && first && isExports(second)) {
    file.exports.push({ name: '*', value: referenceTo(first, file) })
  }
  if (name !== 'defineProperty' || !first || !isExports(first) || !second) return
  const property = literalText(second)
  const value = third?.type === 'ObjectExpression' ? gottenBy(third) : null
  if (property === null || value === null) return
  const object = calleeReferenceTo(first, file)
  file.propertyWrites.push({ object, property, value: referenceTo(value, file) })
}

function calledName(callee: TSESTree.Node): string | null {
  const expression = unwrap(callee)
  if (expression.type === 'SequenceExpression') return calledName(expression.expressions.at(-1) ?? callee)
  if (expression.type === 'Identifier') return expression.name
  return expression.type === 'MemberExpression'
    ? keyName(expression.property, expression.computed)
    : null
}

function isExports(node: TSESTree.Node | undefined): boolean {
  return node?.type === 'Identifier' && node.name === 'exports'
}

/** What the getter of a property descriptor returns. */
function gottenBy(descriptor: TSESTree.ObjectExpression): TSESTree.Expression | null {
  for (const property of descriptor.properties) {
    if (property.type !== 'Property' || keyName(property.key, property.computed) !== 'get') continue
    const { value } = property
    if (value.type === 'ArrowFunctionExpression' && value.body.type !== 'BlockStatement') {
      return value.body
    }
    if (value.type !== 'FunctionExpression' && value.type !== 'ArrowFunctionExpression') return null
    const [statement] = value.body.type === 'BlockStatement' ? value.body.body : []
    return statement?.type === 'ReturnStatement' ? statement.argument : null
  }
  return null
}

function exportedName(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value
}

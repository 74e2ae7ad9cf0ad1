import type { TSESTree } from '@typescript-eslint/utils'
import type { FileBuilder } from './file-builder.js'
import { calleeReferenceTo, importReference, referenceTo } from './references.js'

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
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id] : []))
  }
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
    return declaration.id ? [declaration.id] : []
  }
  return []
}

function exportedName(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value
}

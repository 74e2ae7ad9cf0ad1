import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { LocatedCall } from './awaitable-call.js'

type SourceCode = Readonly<TSESLint.SourceCode>
type Scope = TSESLint.Scope.Scope
type Variable = TSESLint.Scope.Variable

/** How a file gets at a module by a name. */
export interface Binding {
  /** The whole module, or one export of it. */
  readonly of: 'module' | 'export'
  /** The export's name; empty for the whole module. */
  readonly name: string
  readonly specifier: string
  /** The statement that makes the binding. */
  readonly statement: TSESTree.Node
}

/** The nearest variable of a name, as a piece of code sees it. */
export function variableAt(node: TSESTree.Node, name: string, sourceCode: SourceCode): Variable | null {
  for (let scope: Scope | null = sourceCode.getScope(node); scope; scope = scope.upper) {
    const variable = scope.set.get(name)
    if (variable !== undefined) return variable
  }
  return null
}

/** What an import or a `require` binds a variable to; null for anything less plain. */
export function bindingOf(variable: Variable | null): Binding | null {
  const [definition] = variable?.defs ?? []
  if (variable?.defs.length !== 1 || definition === undefined) return null
  if (definition.type === 'ImportBinding') return bindingOfImport(definition.node, definition.parent)
  const declarator = definition.node
  if (declarator.type !== 'VariableDeclarator' || definition.parent?.type !== 'VariableDeclaration') {
    return null
  }
  if (definition.parent.kind !== 'const') return null
  const statement = definition.parent
  const member = declarator.init?.type === 'MemberExpression' ? declarator.init : null
  const specifier = requiredBy(member?.object ?? declarator.init)
  if (specifier === null) return null
  if (member !== null) {
    const { computed, property } = member
    if (computed || property.type !== 'Identifier' || declarator.id.type !== 'Identifier') return null
    return { of: 'export', name: property.name, specifier, statement }
  }
  if (declarator.id.type === 'Identifier') return { of: 'module', name: '', specifier, statement }
  const property = declarator.id.type === 'ObjectPattern' ? declarator.id.properties : []
  const name = property.flatMap((part) =>
    part.type === 'Property' && part.value === definition.name && part.key.type === 'Identifier'
      ? [part.key.name]
      : [],
  )[0]
  return name === undefined ? null : { of: 'export', name, specifier, statement }
}

/** The specifier of `require('node:fs')`. */
export function requiredBy(node: TSESTree.Node | null): string | null {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier') return null
  const [argument] = node.arguments
  if (node.callee.name !== 'require' || argument?.type !== 'Literal') return null
  return typeof argument.value === 'string' ? argument.value : null
}

function bindingOfImport(node: TSESTree.Node, parent: TSESTree.Node | null | undefined): Binding | null {
  if (node.type === 'TSImportEqualsDeclaration') {
    const source = node.moduleReference
    if (source.type !== 'TSExternalModuleReference' || source.expression.type !== 'Literal') return null
    return { of: 'module', name: '', specifier: String(source.expression.value), statement: node }
  }
  if (parent?.type !== 'ImportDeclaration' || parent.importKind === 'type') return null
  const common = { specifier: parent.source.value, statement: parent }
  if (node.type !== 'ImportSpecifier') return { of: 'module', name: '', ...common }
  const name = node.imported.type === 'Identifier' ? node.imported.name : node.imported.value
  return node.importKind === 'type' ? null : { of: 'export', name, ...common }
}

/** A name for a path in a module that a call sees, through an import that the file has already. */
export function knownName(
  { call }: LocatedCall,
  specifiers: readonly string[],
  path: string,
  sourceCode: SourceCode,
): string | null {
  const seen = new Set<string>()
  for (let scope: Scope | null = sourceCode.getScope(call); scope; scope = scope.upper) {
    for (const [name, variable] of scope.set) {
      const binding = seen.has(name) ? null : bindingOf(variable)
      seen.add(name)
      if (binding === null || !specifiers.includes(binding.specifier)) continue
      if (binding.of === 'module') return `${name}.${path}`
      if (binding.name === path) return name
      if (path.startsWith(`${binding.name}.`)) return name + path.slice(binding.name.length)
    }
  }
  return null
}

/** Whether no scope of the file has a variable of this name, and none uses a global of it. */
export function isFree(name: string, { scopeManager }: SourceCode): boolean {
  return (scopeManager?.scopes ?? []).every(
    (scope) =>
      (scope.set.get(name)?.defs.length ?? 0) === 0 &&
      scope.references.every(({ identifier }) => identifier.name !== name),
  )
}

import type { TSESTree } from '@typescript-eslint/utils'
import { isOnlyType, type VisitorKeys } from '../nodes.js'
import { declareEnumeration } from './declare-enumeration.js'
import { BOTH, type Scope, Scopes, VALUE } from './scopes.js'
import { TypeNames } from './type-names.js'
import { useElementName, useEntity, useExports } from './used-names.js'

type Node = TSESTree.Node
type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression
type ClassElement = TSESTree.ClassElement

/** Where the names of a pattern are declared, or null for those that are assigned to. */
type Declaring = { readonly scope: Scope; readonly isParameter?: boolean; readonly alsoAssigns?: boolean } | null

type FunctionLike =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression
  | TSESTree.TSDeclareFunction
  | TSESTree.TSEmptyBodyFunctionExpression

/**
 * Finds out which variable each name of a tree means, in the tree of any parser.
 *
 * The facts ask little of scopes, and need it for every file of a project: this takes a third of the time of
 * @typescript-eslint/scope-manager, with which a test compares it.
 */
export function resolveNames(ast: TSESTree.Program, visitorKeys: VisitorKeys): Scopes {
  const scopes = new Scopes()
  scopes.open(ast)
  new Walker(scopes, visitorKeys).visitAll(ast.body)
  scopes.close()
  return scopes
}

class Walker {
  readonly #scopes: Scopes
  readonly #visitorKeys: VisitorKeys
  readonly #types: TypeNames

  constructor(scopes: Scopes, visitorKeys: VisitorKeys) {
    this.#scopes = scopes
    this.#visitorKeys = visitorKeys
    this.#types = new TypeNames(scopes, visitorKeys, (node) => this.#visit(node))
  }

  visitAll(nodes: readonly (Node | null)[] | undefined): void {
    for (const node of nodes ?? []) if (node !== null) this.#visit(node)
  }

  #visit(node: Node): void {
    const scopes = this.#scopes
    switch (node.type) {
      case 'Identifier':
        scopes.use(node, VALUE)
        return
      case 'MemberExpression':
        this.#visit(node.object)
        if (node.computed) this.#visit(node.property)
        return
      case 'Property':
        if (node.computed) this.#visit(node.key)
        this.#visit(node.value)
        return
      case 'Literal':
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'ExportAllDeclaration':
      case 'ImportAttribute':
      case 'MetaProperty':
        return
      case 'LabeledStatement':
        this.#visit(node.body)
        return
      case 'BlockStatement':
        scopes.open(null)
        this.visitAll(node.body)
        scopes.close()
        return
      case 'VariableDeclaration':
        this.#visitDeclaration(node)
        return
      case 'AssignmentExpression':
        // Other operators read what they write, as any use does.
        if (node.operator === '=') this.#visitPattern(node.left, null)
        else this.#visit(node.left)
        this.#visit(node.right)
        return
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'TSDeclareFunction':
      case 'TSEmptyBodyFunctionExpression':
        this.#visitFunction(node)
        return
      case 'ClassDeclaration':
      case 'ClassExpression':
        this.#visitClass(node)
        return
      case 'CatchClause':
        scopes.open(null)
        if (node.param) this.#visitPattern(node.param, { scope: scopes.innermost })
        this.#visit(node.body)
        scopes.close()
        return
      case 'SwitchStatement':
        this.#visit(node.discriminant)
        scopes.open(null)
        this.visitAll(node.cases)
        scopes.close()
        return
      case 'ForStatement':
        scopes.open(null)
        this.#visitChildren(node)
        scopes.close()
        return
      case 'ForInStatement':
      case 'ForOfStatement':
        scopes.open(null)
        if (node.left.type === 'VariableDeclaration') this.#visitDeclaration(node.left, true)
        else this.#visitPattern(node.left, null)
        this.#visit(node.right)
        this.#visit(node.body)
        scopes.close()
        return
      case 'ImportDeclaration':
        for (const { local } of node.specifiers) scopes.declare(local, BOTH)
        return
      case 'ExportNamedDeclaration':
        if (node.declaration) this.#visit(node.declaration)
        else if (!node.source) useExports(node, scopes)
        return
      case 'ExportDefaultDeclaration':
        // A name may stand for a type, too.
        if (node.declaration.type === 'Identifier') scopes.use(node.declaration, BOTH)
        else this.#visit(node.declaration)
        return
      case 'TSExportAssignment':
        if (node.expression.type === 'Identifier') scopes.use(node.expression, BOTH)
        else this.#visit(node.expression)
        return
      case 'TSImportEqualsDeclaration':
        scopes.declare(node.id, BOTH)
        if (node.moduleReference.type !== 'TSExternalModuleReference') useEntity(node.moduleReference, VALUE, scopes)
        return
      case 'TSEnumDeclaration':
        declareEnumeration(node, scopes, (value) => this.#visit(value))
        return
      case 'TSModuleDeclaration':
        if (node.id.type === 'Identifier' && node.kind !== 'global') scopes.declare(node.id, BOTH)
        scopes.open(node)
        if (node.body) this.#visit(node.body)
        scopes.close()
        return
      case 'JSXOpeningElement':
        useElementName(node.name, scopes)
        this.#types.visit(node.typeArguments)
        this.visitAll(node.attributes)
        return
      case 'JSXClosingElement':
        useElementName(node.name, scopes)
        return
      case 'JSXAttribute':
        if (node.value) this.#visit(node.value)
        return
      default:
        if (isOnlyType(node)) this.#types.visit(node)
        else this.#visitChildren(node)
    }
  }

  #visitChildren(node: Node): void {
    for (const key of this.#visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key]
      if (Array.isArray(child)) this.visitAll(child as (Node | null)[])
      else if (child) this.#visit(child as Node)
    }
  }

  #visitDeclaration(node: TSESTree.VariableDeclaration, isFilledByLoop = false): void {
    const { innermost } = this.#scopes
    const isVar = node.kind === 'var'
    const scope = isVar ? innermost.ofOwner : innermost
    for (const { id, init } of node.declarations) {
      // `var` in a block assigns to what has its name there: `catch (error) { var error = null }`.
      const alsoAssigns = isVar && scope !== innermost && (isFilledByLoop || init !== null)
      this.#visitPattern(id, { scope, alsoAssigns })
      if (init) this.#visit(init)
    }
  }

  #visitPattern(node: Node, declaring: Declaring): void {
    switch (node.type) {
      case 'Identifier':
        if (declaring) this.#scopes.declare(node, VALUE, declaring)
        if (declaring === null || declaring.alsoAssigns) this.#scopes.use(node, VALUE, false)
        break
      case 'ArrayPattern':
        for (const element of node.elements) if (element) this.#visitPattern(element, declaring)
        break
      case 'ObjectPattern':
        for (const property of node.properties) this.#visitPattern(property, declaring)
        break
      case 'Property':
        if (node.computed) this.#visit(node.key)
        this.#visitPattern(node.value, declaring)
        return
      case 'AssignmentPattern':
        this.#visitPattern(node.left, declaring)
        this.#visit(node.right)
        return
      case 'RestElement':
        this.#visitPattern(node.argument, declaring)
        break
      case 'TSParameterProperty':
        this.#visitPattern(node.parameter, declaring)
        return
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
        this.#visitPattern(node.expression, declaring)
        break
      default:
        this.#visit(node)
        return
    }
    if ('typeAnnotation' in node) this.#types.visit(node.typeAnnotation)
  }

  #visitFunction(node: FunctionLike): void {
    const scopes = this.#scopes
    const hasOwnName = node.type === 'FunctionExpression' && node.id !== null
    // The name of an expression is nobody else's.
    if (hasOwnName) scopes.open(null)
    if (node.id) scopes.declare(node.id, VALUE)
    for (const { decorators } of node.params) this.visitAll(decorators)
    scopes.open(node, 'code', node.type !== 'ArrowFunctionExpression')
    const declaring = { scope: scopes.innermost, isParameter: true }
    for (const parameter of node.params) this.#visitPattern(parameter, declaring)
    this.#types.visit(node.typeParameters)
    this.#types.visit(node.returnType)
    scopes.beginBody()
    if (node.body?.type === 'BlockStatement') this.visitAll(node.body.body)
    else if (node.body) this.#visit(node.body)
    scopes.close()
    if (hasOwnName) scopes.close()
  }

  #visitClass(node: ClassNode): void {
    const scopes = this.#scopes
    const isDeclared = node.type === 'ClassDeclaration'
    if (isDeclared && node.id) scopes.declare(node.id, BOTH)
    this.visitAll(node.decorators)
    scopes.open(null)
    if (node.id && isDeclared) scopes.declareAgain(node.id)
    else if (node.id) scopes.declare(node.id, BOTH)
    if (node.superClass) this.#visit(node.superClass)
    this.#types.visit(node.typeParameters)
    this.#types.visit(node.superTypeArguments)
    for (const implemented of node.implements ?? []) this.#types.visit(implemented)
    for (const member of node.body.body) this.#visitMember(member)
    scopes.close()
  }

  #visitMember(node: ClassElement): void {
    switch (node.type) {
      case 'StaticBlock':
        this.#scopes.open(node)
        this.visitAll(node.body)
        this.#scopes.close()
        return
      case 'TSIndexSignature':
        this.#types.visit(node)
        return
      default:
        if (node.computed) this.#visit(node.key)
        this.visitAll(node.decorators)
        if (node.value) {
          if (isField(node)) this.#scopes.open(node.value)
          this.#visit(node.value)
          if (isField(node)) this.#scopes.close()
        }
        if ('typeAnnotation' in node) this.#types.visit(node.typeAnnotation)
    }
  }
}

function isField(node: ClassElement): node is TSESTree.PropertyDefinition | TSESTree.AccessorProperty {
  return node.type === 'PropertyDefinition' || node.type === 'AccessorProperty'
}

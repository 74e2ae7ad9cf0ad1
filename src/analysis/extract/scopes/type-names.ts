import type { TSESTree } from '@typescript-eslint/utils'
import type { VisitorKeys } from '../nodes.js'
import { type Scope, type Scopes, TYPE, VALUE } from './scopes.js'
import { useEntity } from './used-names.js'

type Node = TSESTree.Node

type Signature =
  | TSESTree.TSFunctionType
  | TSESTree.TSConstructorType
  | TSESTree.TSCallSignatureDeclaration
  | TSESTree.TSConstructSignatureDeclaration
  | TSESTree.TSMethodSignature

/** Finds out which variable each name in a type means. */
export class TypeNames {
  readonly #scopes: Scopes
  readonly #visitorKeys: VisitorKeys
  readonly #visitCode: (node: Node) => void

  constructor(scopes: Scopes, visitorKeys: VisitorKeys, visitCode: (node: Node) => void) {
    this.#scopes = scopes
    this.#visitorKeys = visitorKeys
    this.#visitCode = visitCode
  }

  visit(node: Node | null | undefined): void {
    if (!node) return
    const scopes = this.#scopes
    switch (node.type) {
      case 'Identifier':
        // `as const` is a word of the language.
        if (node.name !== 'const') scopes.use(node, TYPE)
        return
      case 'MemberExpression':
        this.visit(node.object)
        return
      case 'TSQualifiedName':
        this.visit(node.left)
        return
      case 'TSNamedTupleMember':
        this.visit(node.elementType)
        return
      case 'TSImportType':
        this.visit(node.typeArguments)
        return
      case 'TSTypeQuery':
        if (node.exprName.type === 'TSImportType') this.visit(node.exprName)
        else useEntity(node.exprName, VALUE, scopes)
        this.visit(node.typeArguments)
        return
      case 'TSTypePredicate':
        if (node.parameterName.type === 'Identifier') scopes.use(node.parameterName, VALUE)
        this.visit(node.typeAnnotation)
        return
      case 'TSFunctionType':
      case 'TSConstructorType':
      case 'TSCallSignatureDeclaration':
      case 'TSConstructSignatureDeclaration':
        this.#visitSignature(node)
        return
      case 'TSMethodSignature':
        if (node.computed) this.#visitCode(node.key)
        this.#visitSignature(node)
        return
      case 'TSPropertySignature':
        if (node.computed) this.#visitCode(node.key)
        this.visit(node.typeAnnotation)
        return
      case 'TSIndexSignature':
        for (const parameter of node.parameters) {
          if ('typeAnnotation' in parameter) this.visit(parameter.typeAnnotation)
        }
        this.visit(node.typeAnnotation)
        return
      case 'TSInterfaceDeclaration':
        scopes.declare(node.id, TYPE)
        scopes.open(null)
        this.visit(node.typeParameters)
        for (const base of node.extends ?? []) this.visit(base)
        this.visit(node.body)
        scopes.close()
        return
      case 'TSTypeAliasDeclaration':
        scopes.declare(node.id, TYPE)
        scopes.open(null)
        this.visit(node.typeParameters)
        this.visit(node.typeAnnotation)
        scopes.close()
        return
      case 'TSTypeParameter':
        this.#declareTypeParameter(node)
        this.visit(node.constraint)
        this.visit(node.default)
        return
      case 'TSMappedType':
        scopes.open(null, 'signature')
        this.#declareKey(node)
        this.visit(node.constraint)
        this.visit(node.nameType)
        this.visit(node.typeAnnotation)
        scopes.close()
        return
      case 'TSConditionalType':
        scopes.open(null, 'condition')
        this.visit(node.checkType)
        this.visit(node.extendsType)
        this.visit(node.trueType)
        scopes.close()
        this.visit(node.falseType)
        return
      case 'TSInferType':
        this.#declareTypeParameter(node.typeParameter, conditionAround(scopes.innermost))
        this.visit(node.typeParameter.constraint)
        return
      default:
        this.#visitChildren(node)
    }
  }

  #visitChildren(node: Node): void {
    for (const key of this.#visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key]
      if (Array.isArray(child)) for (const item of child as (Node | null)[]) this.visit(item)
      else this.visit(child as Node | null | undefined)
    }
  }

  #visitSignature(node: Signature): void {
    this.#scopes.open(null, 'signature')
    this.visit(node.typeParameters)
    for (const parameter of parametersOf(node)) this.#visitParameter(parameter)
    this.visit(node.returnType)
    this.#scopes.close()
  }

  #declareTypeParameter(node: TSESTree.TSTypeParameter, scope?: Scope): void {
    const name = node.name as TSESTree.Identifier | string
    // That is how Babel writes it.
    if (typeof name === 'string') this.#scopes.declareText(name, TYPE)
    else this.#scopes.declare(name, TYPE, { scope })
  }

  #declareKey(node: TSESTree.TSMappedType): void {
    const key = node.key as TSESTree.Identifier | undefined
    if (key !== undefined) this.#scopes.declare(key, TYPE)
    // Before version 8, the parser of TypeScript gave a parameter for the key and its constraint.
    else this.visit((node as { typeParameter?: TSESTree.TSTypeParameter }).typeParameter)
  }

  #visitParameter(node: Node): void {
    switch (node.type) {
      case 'Identifier':
        this.#scopes.declare(node, VALUE, { isParameter: true })
        break
      case 'RestElement':
        this.#visitParameter(node.argument)
        break
      case 'ArrayPattern':
        for (const element of node.elements) if (element) this.#visitParameter(element)
        break
      case 'ObjectPattern':
        for (const property of node.properties) {
          this.#visitParameter(property.type === 'Property' ? property.value : property)
        }
        break
      default:
        return
    }
    this.visit(node.typeAnnotation)
  }
}

/** Babel's name for them differs. */
function parametersOf(node: Signature): readonly TSESTree.Parameter[] {
  const { params, parameters } = node as { params?: TSESTree.Parameter[]; parameters?: TSESTree.Parameter[] }
  return params ?? parameters ?? []
}

function conditionAround(scope: Scope): Scope {
  let around: Scope | null = scope
  while (around?.kind === 'signature') around = around.outer
  return around?.kind === 'condition' ? around : scope
}

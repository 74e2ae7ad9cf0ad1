import type { TSESTree } from '@typescript-eslint/utils'
import type { MemberFacts } from '../facts.js'
import { decoratorsOf, decoratorsOfParameter } from './decorators.js'
import type { FileBuilder } from './file-builder.js'
import { recordAmbientMethod } from './ambient.js'
import { contextOf, recordFunction } from './functions.js'
import { keyName } from './positions.js'
import { referenceTo, typeReferenceTo, unknown } from './references.js'

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression
type Visit = (node: TSESTree.Node, parent: TSESTree.Node | null) => void

/** Records a class; what runs when the class is made is walked in the function around it. */
export function recordClass(
  node: ClassNode,
  parent: TSESTree.Node | null,
  file: FileBuilder,
  visit: Visit,
): void {
  const id = file.classes.idOf(node)
  const name = node.id?.name ?? nameFromParent(parent)
  if (node.id) file.bindings.write(node.id, { type: 'class', class: id })
  if (node.superClass) visit(node.superClass, node)
  for (const decorator of node.decorators ?? []) visit(decorator, node)

  const members: MemberFacts[] = []
  let construct: number | null = null
  const instanceFields: TSESTree.PropertyDefinition[] = []
  for (const member of node.body.body) {
    if (member.type === 'StaticBlock') {
      for (const statement of member.body) visit(statement, member)
    } else if (member.type === 'MethodDefinition') {
      const method = recordMethod(member, name, id, file, visit)
      if (method === null) continue
      if (member.kind === 'constructor') {
        construct = file.functions.idOf(member.value)
        members.push(...parameterProperties(member, construct, file))
      } else {
        members.push(method)
      }
    } else if (member.type === 'TSAbstractMethodDefinition') {
      const method = recordAmbientMethod(member, name, id, file)
      if (method !== null) members.push(method)
    } else if (member.type === 'PropertyDefinition' || member.type === 'AccessorProperty') {
      if (member.computed) visit(member.key, member)
      for (const decorator of member.decorators ?? []) visit(decorator, member)
      const field = member as TSESTree.PropertyDefinition
      if (field.static) members.push(recordField(field, name, id, file, visit))
      else instanceFields.push(field)
    }
  }
  const fields = recordInstanceFields(node, name, id, instanceFields, members, file, visit)
  const superClass = node.superClass ? referenceTo(node.superClass, file) : null
  file.classes.set(node, {
    name,
    ...decoratorsOf(node, file),
    superClass,
    implements: implementedBy(node).map((expression) => ({
      name: referenceTo(expression, file),
      arguments: [],
    })),
    members,
    construct,
    fields,
  })
}

function recordMethod(
  member: TSESTree.MethodDefinition,
  className: string,
  classId: number,
  file: FileBuilder,
  visit: Visit,
): MemberFacts | null {
  const name = keyName(member.key, member.computed)
  if (member.computed) visit(member.key, member)
  for (const decorator of member.decorators ?? []) visit(decorator, member)
  for (const parameter of member.value.params) {
    // They run when the class is made, not when the method is called.
    for (const decorator of decoratorsOfParameter(parameter)) visit(decorator, member)
  }
  const { value } = member
  // An overload or an abstract method has no body.
  if (value.type !== 'FunctionExpression' || !(value.body as unknown)) {
    return recordAmbientMethod(member, className, classId, file)
  }
  const forms = { get: 'getter', set: 'setter', method: 'method', constructor: 'constructor' } as const
  const form = forms[member.kind]
  const shownName =
    member.kind === 'constructor' ? `new ${className}` : memberName(className, name ?? '')
  const context = {
    ...contextOf(value, null, file),
    name: shownName,
    form,
    class: classId,
  }
  recordFunction(value, context, file, () => {
    for (const parameter of value.params) visit(parameter, value)
    visit(value.body, value)
  })
  return {
    name: name ?? '',
    static: member.static,
    form: form === 'constructor' ? 'method' : form,
    value: { type: 'function', function: file.functions.idOf(value) },
    type: null,
    ...decoratorsOf(member, file),
  }
}

function recordField(
  field: TSESTree.PropertyDefinition,
  className: string,
  classId: number,
  file: FileBuilder,
  visit: Visit,
): MemberFacts {
  const name = keyName(field.key, field.computed) ?? ''
  const type = typeReferenceTo(field.typeAnnotation?.typeAnnotation, file)
  const { value } = field
  if (value?.type === 'ArrowFunctionExpression' || value?.type === 'FunctionExpression') {
    const context = {
      ...contextOf(value, null, file),
      name: memberName(className, name),
      class: classId,
      contextualType: type,
    }
    recordFunction(value, context, file, () => {
      for (const parameter of value.params) visit(parameter, value)
      visit(value.body, value)
    })
  } else if (value) {
    visit(value, field)
  }
  return {
    name,
    static: field.static,
    form: 'field',
    value: value ? referenceTo(value, file) : unknown,
    type,
    ...decoratorsOf(field, file),
  }
}

function recordInstanceFields(
  node: ClassNode,
  name: string,
  classId: number,
  fields: readonly TSESTree.PropertyDefinition[],
  members: MemberFacts[],
  file: FileBuilder,
  visit: Visit,
): number | null {
  if (fields.length === 0) return null
  const enclosing = file.frame.function
  const frame = file.enter(node.body, true, null)
  for (const field of fields) members.push(recordField(field, name, classId, file, visit))
  file.leave()
  return file.functions.set(node.body, {
    name: `new ${name}`,
    form: 'fields',
    async: false,
    range: file.positions.rangeOf(node.body),
    enclosing,
    parameters: [],
    returns: [],
    class: classId,
    object: null,
    contextualType: null,
    captures: [...frame.captures.values()],
    escapes: false,
  })
}

/** The fields that `constructor(private readonly users: UsersService)` declares. */
function parameterProperties(
  member: TSESTree.MethodDefinition,
  construct: number,
  file: FileBuilder,
): readonly MemberFacts[] {
  return member.value.params.flatMap((parameter, index) => {
    if (parameter.type !== 'TSParameterProperty') return []
    const inner = parameter.parameter
    const target = inner.type === 'AssignmentPattern' ? inner.left : inner
    if (target.type !== 'Identifier') return []
    return [
      {
        name: target.name,
        static: false,
        form: 'field' as const,
        value: { type: 'parameter' as const, function: construct, index },
        type: typeReferenceTo(target.typeAnnotation?.typeAnnotation, file),
      },
    ]
  })
}

function nameFromParent(parent: TSESTree.Node | null): string {
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
    ? parent.id.name
    : ''
}

function memberName(className: string, name: string): string {
  return className === '' ? name : `${className}.${name}`
}

/** What a class says that it implements; by its name alone where Flow is read. */
function implementedBy(node: ClassNode): TSESTree.Node[] {
  const implemented: readonly { expression?: TSESTree.Node; id?: TSESTree.Node }[] = node.implements ?? []
  return implemented.flatMap(({ expression, id }) => expression ?? id ?? [])
}

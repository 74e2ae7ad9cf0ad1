import type { TSESTree } from '@typescript-eslint/utils'
import type { ClassFacts, DecoratorFacts, FunctionFacts, TypeReference } from '../facts.js'
import { decoratorOf } from './decorators.js'
import type { FileBuilder } from './file-builder.js'
import { keyName, unwrap } from './positions.js'
import { calleeReferenceTo, literalText } from './references.js'

/**
 * What compilers make of the decorators at one place:
 * `__decorate([Get(':id'), __param(0, Param('id')), __metadata('design:paramtypes', [String])], Menu.prototype, 'find', null)`.
 */
export interface CompiledDecorators {
  /** The variable that holds the class. */
  readonly variable: number
  /** Null where the class itself is decorated. */
  readonly member: string | null
  readonly static: boolean
  readonly decorators: readonly DecoratorFacts[]
  /** By position. */
  readonly ofParameters: ReadonlyMap<number, readonly DecoratorFacts[]>
  readonly parameterTypes: readonly (TypeReference | null)[]
  readonly type: TypeReference | null
}

// TypeScript and tslib, SWC, esbuild.
const appliers = new Set(['__decorate', '_ts_decorate', '__decorateClass'])
const forParameters = new Set(['__param', '_ts_param', '__decorateParam'])
const forTypes = new Set(['__metadata', '_ts_metadata'])

/** Notes a call that applies decorators, for when all classes of the file are known. */
export function recordCompiledDecorators(node: TSESTree.CallExpression, file: FileBuilder): void {
  const applied = appliedDecorators(node)
  if (applied === null) return
  const { list, target, key } = applied
  const object = unwrap(target)
  const isPrototype =
    object.type === 'MemberExpression' && keyName(object.property, object.computed) === 'prototype'
  const holder = isPrototype ? unwrap(object.object) : object
  const variable = holder.type === 'Identifier' ? file.bindings.variableOf(holder) : null
  const member = key === undefined ? null : (literalText(key) ?? keyName(key, true))
  if (variable === null || (key !== undefined && member === null)) return
  const decorators: DecoratorFacts[] = []
  const ofParameters = new Map<number, DecoratorFacts[]>()
  let parameterTypes: readonly (TypeReference | null)[] = []
  let type: TypeReference | null = null
  for (const element of list.elements) {
    if (element === null || element.type === 'SpreadElement') continue
    const [name, first, second] = calledWith(element)
    if (forParameters.has(name) && first?.type === 'Literal' && second !== undefined) {
      const position = Number(first.value)
      const known = ofParameters.get(position) ?? []
      ofParameters.set(position, [...known, decoratorOf(second, file)])
    } else if (forTypes.has(name)) {
      const what = first ? literalText(first) : null
      if (what === 'design:type') type = typeOf(second, file)
      if (what !== 'design:paramtypes' || second?.type !== 'ArrayExpression') continue
      parameterTypes = second.elements.map((each) => typeOf(each ?? undefined, file))
    } else {
      decorators.push(decoratorOf(element, file))
    }
  }
  const isStatic = !isPrototype
  const parts = { decorators, ofParameters, parameterTypes, type }
  file.compiledDecorators.push({ variable, member, static: isStatic, ...parts })
}

/** The class that `__decorate([…], Menu)` gives back; null for any other call. */
export function decoratedClass(node: TSESTree.CallExpression): TSESTree.Expression | null {
  const applied = appliedDecorators(node)
  return applied === null || applied.key !== undefined ? null : applied.target
}

/** `Menu = __decorate([…], Menu)`, which leaves the class what it was. */
export function isDecorating({ left, right }: TSESTree.AssignmentExpression): boolean {
  const value = right.type === 'AssignmentExpression' ? right.right : right
  const decorated = value.type === 'CallExpression' ? decoratedClass(value) : null
  return left.type === 'Identifier' && decorated?.type === 'Identifier' && decorated.name === left.name
}

function appliedDecorators({
  callee,
  arguments: [list, target, key],
}: TSESTree.CallExpression): {
  readonly list: TSESTree.ArrayExpression
  readonly target: TSESTree.Expression
  readonly key: TSESTree.CallExpressionArgument | undefined
} | null {
  if (!appliers.has(lastName(callee))) return null
  if (list?.type !== 'ArrayExpression' || !target || target.type === 'SpreadElement') return null
  return { list, target, key }
}

function lastName(callee: TSESTree.Node): string {
  const expression = unwrap(callee)
  if (expression.type === 'SequenceExpression') return lastName(expression.expressions.at(-1) ?? callee)
  if (expression.type === 'Identifier') return expression.name
  if (expression.type !== 'MemberExpression') return ''
  return keyName(expression.property, expression.computed) ?? ''
}

function calledWith(
  node: TSESTree.Expression,
): readonly [string, ...(TSESTree.CallExpressionArgument | undefined)[]] {
  return node.type === 'CallExpression' ? [lastName(node.callee), ...node.arguments] : ['']
}

/** A type as metadata names it: a class, or `typeof (_a = typeof Menu !== 'undefined' && Menu) === 'function' ? _a : Object`. */
function typeOf(
  node: TSESTree.CallExpressionArgument | undefined,
  file: FileBuilder,
): TypeReference | null {
  if (node === undefined) return null
  if (node.type === 'ConditionalExpression') return typeOf(testedClass(node.test), file)
  if (node.type === 'Identifier' ? file.bindings.variableOf(node) === null : node.type !== 'MemberExpression') {
    return null
  }
  return { name: calleeReferenceTo(node, file), arguments: [] }
}

function testedClass(test: TSESTree.Expression): TSESTree.Expression | undefined {
  const left = test.type === 'BinaryExpression' ? test.left : test
  const tested = left.type === 'UnaryExpression' ? unwrap(left.argument) : null
  const value = tested?.type === 'AssignmentExpression' ? unwrap(tested.right) : null
  return value?.type === 'LogicalExpression' ? value.right : undefined
}

/** Puts the decorators of a file where they would be if nobody had compiled it. */
export function applyCompiledDecorators(
  classes: readonly ClassFacts[],
  functions: readonly FunctionFacts[],
  file: FileBuilder,
): { readonly classes: readonly ClassFacts[]; readonly functions: readonly FunctionFacts[] } {
  if (file.compiledDecorators.length === 0) return { classes, functions }
  const decorated = [...classes]
  const typed = [...functions]
  for (const compiled of file.compiledDecorators) {
    const written = file.bindings.variables[compiled.variable]?.writes ?? []
    for (const write of written) {
      const facts = write.type === 'class' ? decorated[write.class] : undefined
      if (write.type !== 'class' || facts === undefined) continue
      decorated[write.class] = decorate(facts, compiled)
      for (const id of decoratedFunctions(facts, compiled)) {
        const own = typed[id]
        if (own !== undefined) typed[id] = typeParameters(own, compiled)
      }
    }
  }
  return { classes: decorated, functions: typed }
}

function decorate(facts: ClassFacts, compiled: CompiledDecorators): ClassFacts {
  const { member: name, decorators, type } = compiled
  if (name === null) return withDecorators(facts, decorators)
  const isKnown = facts.members.some((member) => isMeant(member, compiled))
  // A field without an initial value leaves no other trace.
  const field = {
    name,
    static: compiled.static,
    form: 'field' as const,
    value: { type: 'unknown' as const },
    type,
  }
  const members = isKnown ? facts.members : [...facts.members, field]
  return {
    ...facts,
    members: members.map((member) => {
      if (!isMeant(member, compiled)) return member
      const known = member.form === 'field' ? { ...member, type: member.type ?? type } : member
      return withDecorators(known, decorators)
    }),
  }
}

function isMeant(member: ClassFacts['members'][number], compiled: CompiledDecorators): boolean {
  return member.name === compiled.member && member.static === compiled.static
}

function decoratedFunctions(facts: ClassFacts, compiled: CompiledDecorators): readonly number[] {
  if (compiled.member === null) return facts.construct === null ? [] : [facts.construct]
  return facts.members.flatMap((member) =>
    isMeant(member, compiled) && member.value.type === 'function' ? [member.value.function] : [],
  )
}

function typeParameters(
  facts: FunctionFacts,
  { ofParameters, parameterTypes }: CompiledDecorators,
): FunctionFacts {
  return {
    ...facts,
    parameters: facts.parameters.map((parameter, index) =>
      withDecorators(
        { ...parameter, type: parameter.type ?? parameterTypes[index] ?? null },
        ofParameters.get(index) ?? [],
      ),
    ),
  }
}

function withDecorators<Facts extends { readonly decorators?: readonly DecoratorFacts[] }>(
  facts: Facts,
  decorators: readonly DecoratorFacts[],
): Facts {
  if (decorators.length === 0) return facts
  return { ...facts, decorators: [...(facts.decorators ?? []), ...decorators] }
}

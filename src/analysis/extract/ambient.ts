import type { TSESTree } from '@typescript-eslint/utils'
import type { MemberFacts } from '../facts.js'
import type { FileBuilder } from './file-builder.js'
import { missingFunction } from './missing-facts.js'
import { keyName } from './positions.js'
import { referenceTo } from './references.js'

// What has no body is of interest only when its JSDoc says what a call of it does.

/** Records a function that is declared and stands elsewhere: `declare function query(sql: string): Row[]`. */
export function recordAmbientFunction(node: TSESTree.TSDeclareFunction, file: FileBuilder): void {
  const id = record(node, node.id?.name ?? '', null, file)
  if (id === null || node.id === null) return
  file.bindings.write(node.id, { type: 'function', function: id })
}

/** A member of a class that has no body, abstract or ambient; null when nothing is said of it. */
export function recordAmbientMethod(
  member: TSESTree.MethodDefinition | TSESTree.TSAbstractMethodDefinition,
  className: string,
  classId: number,
  file: FileBuilder,
): MemberFacts | null {
  const name = keyName(member.key, member.computed)
  if (name === null) return null
  const node = member.type === 'TSAbstractMethodDefinition' ? member : member.value
  const id = record(node, `${className}.${name}`, classId, file)
  return id === null ? null : { ...method(name, id), static: member.static }
}

/** Records what an interface extends, and its methods that something is said of, as those of a class of its own. */
export function recordInterface(node: TSESTree.TSInterfaceDeclaration, file: FileBuilder): void {
  // Older parsers have no list where nothing is extended.
  const base = (node.extends as typeof node.extends | undefined)?.[0]?.expression
  if (base) file.bindings.annotate(node.id, { name: referenceTo(base, file), arguments: [] })
  if (!node.body.body.some((member) => file.tags.has(member))) return
  const id = file.classes.idOf(node)
  const members = node.body.body.flatMap((member) => {
    if (member.type !== 'TSMethodSignature' && member.type !== 'TSPropertySignature') return []
    const name = keyName(member.key, member.computed)
    const inner = name === null ? null : record(member, `${node.id.name}.${name}`, id, file)
    return name === null || inner === null ? [] : [method(name, inner)]
  })
  const variable = file.bindings.variableOf(node.id)
  const itself = variable === null ? [] : [{ type: 'variable' as const, variable }]
  file.classes.set(node, {
    name: node.id.name,
    superClass: null,
    implements: itself.map((name) => ({ name, arguments: [] })),
    members,
    construct: null,
    fields: null,
  })
}

function method(name: string, id: number): MemberFacts {
  const value = { type: 'function', function: id } as const
  return { name, static: false, form: 'method', value, type: null }
}

function record(
  node: TSESTree.Node,
  name: string,
  classId: number | null,
  file: FileBuilder,
): number | null {
  const tags = file.tags.get(node)
  if (tags === undefined) return null
  return file.functions.set(node, {
    ...missingFunction,
    name,
    form: classId === null ? 'function' : 'method',
    range: file.positions.rangeOf(node),
    enclosing: file.frame.function,
    class: classId,
    tags,
  })
}

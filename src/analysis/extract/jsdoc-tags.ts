import type { TSESTree } from '@typescript-eslint/utils'
import type { TagFacts } from '../facts.js'
import type { ParsedSource } from './file-builder.js'
import { isNode, type VisitorKeys } from './nodes.js'
import { endOf, startOf } from './offsets.js'
import { keyName, unwrap } from './positions.js'

const mentioned = /@(?:blocking|nonblocking|serves)\b/g
const tagLine = /^@(blocking|nonblocking|serves)(?:\s+(.*))?$/

const documented = new Set([
  'ArrowFunctionExpression',
  'FunctionDeclaration',
  'FunctionExpression',
  'TSAbstractMethodDefinition',
  'TSDeclareFunction',
  'TSEmptyBodyFunctionExpression',
  'TSMethodSignature',
  'TSPropertySignature',
])

// Nobody writes more of them by hand into one file.
const mostComments = 1000

/**
 * The tags that JSDoc comments of a file put on functions, by the function's node. They are found by the text,
 * because parsers differ in what they make of comments.
 */
export function tagsByFunction({
  ast,
  text,
  visitorKeys,
}: ParsedSource): ReadonlyMap<TSESTree.Node, readonly TagFacts[]> {
  const found = new Map<TSESTree.Node, readonly TagFacts[]>()
  // Text is never searched twice: a file may mention the tags without end.
  const children = new Map<TSESTree.Node, TSESTree.Node[]>()
  let start = -1
  let nextStart = text.indexOf('/**')
  let end = -1
  let read = 0
  for (const { index } of text.matchAll(mentioned)) {
    if (index < end) continue
    while (nextStart !== -1 && nextStart < index) {
      start = nextStart
      nextStart = text.indexOf('/**', start + 3)
    }
    end = text.indexOf('*/', index)
    if (end === -1 || read >= mostComments) break
    if (start === -1) continue
    const comment = text.slice(start + 3, end)
    if (!isComment(comment)) continue
    read += 1
    const tags = tagsIn(comment)
    const target = tags.length === 0 ? null : functionAt(nextCode(text, end + 2), ast, visitorKeys, children)
    if (target !== null) found.set(target, [...(found.get(target) ?? []), ...tags])
  }
  return found
}

/** `'src/**'` in a string begins as a comment does, but what follows is none. */
function isComment(text: string): boolean {
  if (text.includes('*/')) return false
  const [, ...lines] = text.split('\n')
  return lines.every((line) => /^\s*(?:\*|$)/.test(line))
}

function tagsIn(comment: string): readonly TagFacts[] {
  const tags: { name: TagFacts['name']; text: string }[] = []
  let open: { text: string } | null = null
  for (const raw of comment.split('\n')) {
    const line = raw.replace(/^\s*\*?\s*/, '').trimEnd()
    const [, name, text = ''] = tagLine.exec(line) ?? []
    if (name !== undefined) {
      const tag = { name: name as TagFacts['name'], text }
      tags.push(tag)
      open = tag
    } else if (line === '' || line.startsWith('@')) open = null
    else if (open !== null) open.text = `${open.text} ${line}`.trimStart()
  }
  return tags
}

/** The offset of the first code from an offset on. */
function nextCode(text: string, from: number): number {
  for (let at = from; ; ) {
    while (at < text.length && /\s/.test(text.charAt(at))) at += 1
    const isLine = text.startsWith('//', at)
    if (!isLine && !text.startsWith('/*', at)) return at
    const end = text.indexOf(isLine ? '\n' : '*/', at)
    if (end === -1) return text.length
    at = end + (isLine ? 1 : 2)
  }
}

/** The function that what begins at an offset declares, or the implementation of that overload. */
function functionAt(
  offset: number,
  ast: TSESTree.Program,
  keys: VisitorKeys,
  known: Map<TSESTree.Node, TSESTree.Node[]>,
): TSESTree.Node | null {
  let parent: TSESTree.Node = ast
  for (;;) {
    const children: TSESTree.Node[] = known.get(parent) ?? childrenOf(parent, keys)
    known.set(parent, children)
    const child = children.find((node) => documentedFrom(node) <= offset && offset < endOf(node))
    if (child === undefined) return null
    const found = documentedFrom(child) === offset ? declaredBy(child) : null
    if (found !== null) return implementationOf(found, child, children)
    parent = child
  }
}

function childrenOf(node: TSESTree.Node, keys: VisitorKeys): TSESTree.Node[] {
  return (keys[node.type] ?? []).flatMap((key) => {
    const child = (node as unknown as Record<string, unknown>)[key]
    return (Array.isArray(child) ? child : [child]).filter(isNode)
  })
}

/** Where a node begins, its decorators included. */
function documentedFrom(node: TSESTree.Node): number {
  const { decorators } = node as { decorators?: readonly TSESTree.Decorator[] }
  const [first] = decorators ?? []
  return Math.min(startOf(node), first ? startOf(first) : Infinity)
}

function declaredBy(node: TSESTree.Node | null): TSESTree.Node | null {
  switch (node?.type) {
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return declaredBy(node.declaration)
    case 'VariableDeclaration':
      return declaredBy(node.declarations[0] ?? null)
    case 'VariableDeclarator':
      return node.init ? declaredBy(unwrap(node.init)) : null
    case 'ExpressionStatement':
      return node.expression.type === 'AssignmentExpression' ? declaredBy(node.expression) : null
    case 'AssignmentExpression':
      return declaredBy(unwrap(node.right))
    case 'MethodDefinition':
    case 'Property':
    case 'PropertyDefinition':
      return node.value ? declaredBy(unwrap(node.value)) : null
    default:
      return node && documented.has(node.type) ? node : null
  }
}

/** An overload says what it says of the function that has the body. */
function implementationOf(
  found: TSESTree.Node,
  at: TSESTree.Node,
  siblings: readonly TSESTree.Node[],
): TSESTree.Node {
  const name = overloadedName(at)
  if (name === null) return found
  for (const sibling of siblings.slice(siblings.indexOf(at) + 1)) {
    const candidate = overloadedName(sibling) === name ? declaredBy(sibling) : null
    if (candidate !== null && 'body' in candidate && candidate.body) return candidate
  }
  return found
}

function overloadedName(node: TSESTree.Node): string | null {
  switch (node.type) {
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return node.declaration ? overloadedName(node.declaration) : null
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return node.id?.name ?? 'default'
    case 'MethodDefinition':
      return `${node.static ? 'static ' : ''}${keyName(node.key, node.computed)}`
    default:
      return null
  }
}

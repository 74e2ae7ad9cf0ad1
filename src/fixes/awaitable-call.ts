import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { SourceRange } from '../findings/types.js'

/** A call, and the nodes around it from the outside in. */
export interface LocatedCall {
  readonly call: TSESTree.CallExpression
  readonly around: readonly TSESTree.Node[]
}

/** The call whose callee ends where a finding does; null when something else stands there. */
export function callAt(
  { end }: SourceRange,
  sourceCode: Readonly<TSESLint.SourceCode>,
): LocatedCall | null {
  const offset = sourceCode.getIndexFromLoc({ line: end.line, column: end.column - 1 })
  const around: TSESTree.Node[] = []
  let node: TSESTree.Node | undefined = sourceCode.ast
  while (node !== undefined) {
    if (node.type === 'CallExpression' && node.callee.range[1] === offset) return { call: node, around }
    around.push(node)
    node = childrenOf(node, sourceCode).find(
      ({ range: [from, to] }) => from < offset && offset <= to,
    )
  }
  return null
}

/** The nodes that hold a place and begin no later than it, from the outside in, up to one that begins there. */
export function nodesAt(
  { line, column }: SourceRange['start'],
  sourceCode: Readonly<TSESLint.SourceCode>,
): readonly TSESTree.Node[] {
  const offset = sourceCode.getIndexFromLoc({ line, column: column - 1 })
  const nodes: TSESTree.Node[] = []
  let node: TSESTree.Node | undefined = sourceCode.ast
  while (node !== undefined) {
    nodes.push(node)
    if (node.range[0] === offset && node.type.endsWith('Statement') && node.type !== 'BlockStatement') break
    node = childrenOf(node, sourceCode).find(({ range: [from, to] }) => from <= offset && offset < to)
  }
  return nodes
}

/** Whether `await` may stand at a node: the function right around it is async, and runs what is there. */
export function isAwaitable({
  call,
  around,
}: {
  readonly call: TSESTree.Node
  readonly around: readonly TSESTree.Node[]
}): boolean {
  let inner = call
  for (const node of around.toReversed()) {
    switch (node.type) {
      case 'ArrowFunctionExpression':
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        return node.async && !node.generator && inner === node.body
      // Fields, static blocks and decorators run elsewhere than in the function around the class.
      case 'ClassBody':
      case 'Decorator':
        return false
    }
    inner = node
  }
  return false
}

function childrenOf(
  node: TSESTree.Node,
  { visitorKeys }: Readonly<TSESLint.SourceCode>,
): readonly TSESTree.Node[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => {
    const child = (node as unknown as Record<string, unknown>)[key]
    return (Array.isArray(child) ? child : [child]).filter(isNode)
  })
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Finding } from '../findings/types.js'
import { callAt, isAwaitable, type LocatedCall } from './awaitable-call.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** How to wait for a promise that nobody waits for. */
export interface AwaitSuggestion {
  readonly messageId: 'awaitIt' | 'awaitAll'
  readonly fix: TSESLint.ReportFixFunction
}

/** Awaits the promise of a call that was found, where that is right as it stands. */
export function suggestAwait(
  { location, messageId }: Finding,
  sourceCode: SourceCode,
): AwaitSuggestion | null {
  const located = callAt(location, sourceCode)
  if (located === null) return null
  const { call, around } = located
  const parent = around.at(-1)
  if (messageId === 'list') {
    if (parent?.type !== 'AwaitExpression') return null
    const text = `Promise.all(${sourceCode.getText(call)})`
    return { messageId: 'awaitAll', fix: (fixer) => fixer.replaceText(call, text) }
  }
  if (messageId === 'ignored' || !isAwaitable(located)) return null
  if (parent?.type === 'UnaryExpression') {
    return { messageId: 'awaitIt', fix: (fixer) => fixer.replaceText(parent, `await ${sourceCode.getText(call)}`) }
  }
  return isWholeValue(located)
    ? { messageId: 'awaitIt', fix: (fixer) => fixer.insertTextBefore(call, 'await ') }
    : null
}

/** Whether nothing is done with what a call gives, but to drop it or to keep it in a variable. */
function isWholeValue({ call, around }: LocatedCall): boolean {
  let inner: TSESTree.Node = call
  for (const node of around.toReversed()) {
    switch (node.type) {
      case 'ExpressionStatement':
        return true
      case 'VariableDeclarator':
        return node.init === inner
      case 'AssignmentExpression':
        if (node.right !== inner || node.left.type !== 'Identifier') return false
        break
      case 'ConditionalExpression':
        if (node.test === inner) return false
        break
      case 'LogicalExpression':
        if (node.left === inner) return false
        break
      case 'ChainExpression':
      case 'SequenceExpression':
        break
      default:
        return false
    }
    inner = node
  }
  return false
}

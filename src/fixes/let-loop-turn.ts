import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Finding } from '../findings/types.js'
import { callAt, isAwaitable, nodesAt } from './awaitable-call.js'
import { variableAt } from './fs-binding.js'

type SourceCode = Readonly<TSESLint.SourceCode>
type Fix = TSESLint.ReportFixFunction

/** What may take the place of a wait that keeps the event loop from turning. */
export type TurnSuggestion =
  | { readonly messageId: 'awaitTimer'; readonly fix: Fix }
  | { readonly messageId: 'useSetImmediate'; readonly fix: Fix }

/** An edit that lets the event loop turn while something is waited for, where that is right as it stands. */
export function suggestTurn(finding: Finding, sourceCode: SourceCode): TurnSuggestion | null {
  switch (finding.messageId) {
    case 'starves':
      return scheduleLater(finding, sourceCode)
    case 'sleeps':
      return timerForSleep(finding, sourceCode)
    case 'spins':
      return timerForLoop(finding, sourceCode)
    default:
      return null
  }
}

/** `setImmediate` takes what `process.nextTick` takes. */
function scheduleLater({ location }: Finding, sourceCode: SourceCode): TurnSuggestion | null {
  const located = callAt(location, sourceCode)
  if (located === null || !isGlobal('setImmediate', located.call, sourceCode)) return null
  const { callee } = located.call
  const text = sourceCode.getText(callee)
  if (text !== 'process.nextTick' && text !== 'queueMicrotask') return null
  return { messageId: 'useSetImmediate', fix: (fixer) => fixer.replaceText(callee, 'setImmediate') }
}

function timerForSleep({ location, data }: Finding, sourceCode: SourceCode): TurnSuggestion | null {
  const located = callAt(location, sourceCode)
  const position = data['millisecondsAt'] ?? ''
  if (located === null || position === '' || !isAwaitable(located)) return null
  const { call, around } = located
  const duration = call.arguments[Number(position)]
  // What it gives back says how the wait has ended, which a timer does not.
  if (around.at(-1)?.type !== 'ExpressionStatement' || call.optional) return null
  if (duration === undefined || call.arguments.some(({ type }) => type === 'SpreadElement')) return null
  return awaitTimer(call, sourceCode.getText(duration), sourceCode)
}

/** `while (Date.now() < end) {}` */
function timerForLoop({ location }: Finding, sourceCode: SourceCode): TurnSuggestion | null {
  const around = nodesAt(location.start, sourceCode)
  const loop = around.at(-1)
  if (loop?.type !== 'WhileStatement' || !isEmpty(loop.body)) return null
  const { test } = loop
  if (test.type !== 'BinaryExpression' || !['<', '<='].includes(test.operator)) return null
  if (sourceCode.getText(test.left) !== 'Date.now()' || test.right.type !== 'Identifier') return null
  if (!isAwaitable({ call: loop, around: around.slice(0, -1) })) return null
  return awaitTimer(loop, `${test.right.name} - Date.now()`, sourceCode)
}

function awaitTimer(node: TSESTree.Node, duration: string, sourceCode: SourceCode): TurnSuggestion | null {
  if (!isGlobal('setTimeout', node, sourceCode) || sourceCode.getCommentsInside(node).length > 0) return null
  const text = `await new Promise((resolve) => setTimeout(resolve, ${duration}))`
  return { messageId: 'awaitTimer', fix: (fixer) => fixer.replaceText(node, text) }
}

function isEmpty(body: TSESTree.Statement): boolean {
  return body.type === 'EmptyStatement' || (body.type === 'BlockStatement' && body.body.length === 0)
}

function isGlobal(name: string, node: TSESTree.Node, sourceCode: SourceCode): boolean {
  return (variableAt(node, name, sourceCode)?.defs.length ?? 0) === 0
}

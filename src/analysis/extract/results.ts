import type { TSESTree } from '@typescript-eslint/utils'
import type { CallResult } from '../facts.js'
import type { FileBuilder } from './file-builder.js'
import { unwrap } from './positions.js'

/** Notes what becomes of the values in a node, before what is in there is walked. */
export function noteResults(node: TSESTree.Node, file: FileBuilder): void {
  switch (node.type) {
    case 'ExpressionStatement':
      note(node.expression, 'dropped', file)
      return
    case 'ForStatement':
      if (node.init) note(node.init, 'dropped', file)
      if (node.update) note(node.update, 'dropped', file)
      return
    case 'SequenceExpression':
      for (const expression of node.expressions.slice(0, -1)) note(expression, 'dropped', file)
      return
    case 'UnaryExpression':
      if (node.operator === 'void') note(node.argument, 'void', file)
      return
    case 'AwaitExpression':
      file.frame.awaits = true
      note(node.argument, file.frame.caught ? 'caught' : 'awaited', file)
      return
    case 'ReturnStatement':
    case 'ThrowStatement':
      file.frame.hasLeft = true
      return
    case 'ForOfStatement':
      if (node.await) file.frame.awaits = true
      return
    case 'VariableDeclaration':
      if (node.kind === 'await using') file.frame.awaits = true
      return
  }
}

/** Of an expression that is one of several, the result of each is the result of all. */
function note(node: TSESTree.Node, result: CallResult, file: FileBuilder): void {
  const expression = unwrap(node)
  switch (expression.type) {
    case 'CallExpression':
    case 'NewExpression':
    case 'TaggedTemplateExpression':
      file.results.set(expression, result)
      return
    case 'LogicalExpression':
      // Whether it goes on to the right depends on what is on the left.
      if (result === 'awaited' || result === 'caught') note(expression.left, result, file)
      note(expression.right, result, file)
      return
    case 'ConditionalExpression':
      note(expression.consequent, result, file)
      note(expression.alternate, result, file)
      return
    case 'SequenceExpression': {
      const last = expression.expressions.at(-1)
      if (last !== undefined) note(last, result, file)
      return
    }
  }
}

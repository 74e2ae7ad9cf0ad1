import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { LocatedCall } from './awaitable-call.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** Whether `await` before a call would take in more than the call: `await read(p).length`. */
export function needsParentheses({ call, around }: LocatedCall, sourceCode: SourceCode): boolean {
  const parent = around.at(-1)
  return parent !== undefined && bindsTighter(parent, call) && !isParenthesised(call, sourceCode)
}

function bindsTighter(parent: TSESTree.Node, call: TSESTree.Node): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === call
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === call
    case 'TaggedTemplateExpression':
      return parent.tag === call
    case 'BinaryExpression':
      return parent.operator === '**' && parent.left === call
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === call
    case 'TSNonNullExpression':
      return true
    default:
      return false
  }
}

function isParenthesised(node: TSESTree.Node, sourceCode: SourceCode): boolean {
  const before = sourceCode.getTokenBefore(node)?.value
  return before === '(' && sourceCode.getTokenAfter(node)?.value === ')'
}

/** Whether a parenthesis where a call begins would continue the statement before it. */
export function needsSemicolon({ call, around }: LocatedCall, sourceCode: SourceCode): boolean {
  const at = around.findLastIndex(({ type }) => type === 'ExpressionStatement')
  const statement = around[at]
  const list = around[at - 1]
  if (statement?.range[0] !== call.range[0] || list === undefined) return false
  const statements: readonly TSESTree.Node[] = list.type === 'SwitchCase' ? list.consequent : bodyOf(list)
  const before = statements[statements.indexOf(statement) - 1]
  if (before === undefined || sourceCode.getLastToken(before)?.value === ';') return false
  return !endsInBlock(before)
}

function bodyOf(node: TSESTree.Node): readonly TSESTree.Node[] {
  return node.type === 'BlockStatement' || node.type === 'Program' ? node.body : []
}

function endsInBlock(node: TSESTree.Node): boolean {
  switch (node.type) {
    case 'BlockStatement':
    case 'ClassDeclaration':
    case 'FunctionDeclaration':
    case 'SwitchStatement':
    case 'TryStatement':
    case 'TSInterfaceDeclaration':
    case 'TSEnumDeclaration':
      return true
    case 'IfStatement':
      return endsInBlock(node.alternate ?? node.consequent)
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'LabeledStatement':
    case 'WhileStatement':
      return endsInBlock(node.body)
    default:
      return false
  }
}

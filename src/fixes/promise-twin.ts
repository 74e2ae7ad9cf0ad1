import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { promiseTwins } from '../catalogue/promise-twins.js'
import type { Finding } from '../findings/types.js'
import { callAt, isAwaitable, type LocatedCall } from './awaitable-call.js'
import { type Binding, bindingOf, isFree, knownName, requiredBy, variableAt } from './fs-binding.js'
import { needsParentheses, needsSemicolon } from './parentheses.js'

type SourceCode = Readonly<TSESLint.SourceCode>
type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix

/** How a call can be replaced by its asynchronous twin. */
export interface TwinSuggestion {
  /** The twin as it is going to be called: `fs.promises.readFile`. */
  readonly twin: string
  readonly fix: (fixer: TSESLint.RuleFixer) => readonly TSESLint.RuleFix[]
}

/** Names of functions of node:fs, with those of their twins. */
export const twins: ReadonlyMap<string, string> = new Map(Object.entries(promiseTwins))
const fsSpecifiers = ['fs', 'node:fs']
const promisesSpecifiers = ['fs/promises', 'node:fs/promises']

// They take an open file as well, which is a number for one twin and a FileHandle for the other.
const takesDescriptor = new Set(['appendFileSync', 'readFileSync', 'truncateSync', 'writeFileSync'])

/**
 * Awaits the twin in node:fs/promises in the place of a call that was found, where that is right as it stands:
 * in an async function, for a twin of the same arguments and result.
 */
export function suggestPromiseTwin(finding: Finding, sourceCode: SourceCode): TwinSuggestion | null {
  const [, name = ''] = /^fs\.(\w+)$/.exec(finding.data['api'] ?? '') ?? []
  const twin = twins.get(name)
  const located = twin === undefined ? null : callAt(finding.location, sourceCode)
  if (twin === undefined || located === null || !isAwaitable(located)) return null
  if (!takesSameArguments(name, located.call)) return null
  const callee = calleeBy(located, name, twin, sourceCode)
  if (callee === null) return null
  return {
    twin: callee.text,
    fix: (fixer) => [...callee.edits, ...awaitEdits(located, sourceCode)].map((edit) => edit(fixer)),
  }
}

function takesSameArguments(name: string, { arguments: passed, optional }: TSESTree.CallExpression): boolean {
  const [first, second] = passed
  if (optional || first === undefined || passed.some(({ type }) => type === 'SpreadElement')) return false
  if (takesDescriptor.has(name) && mayBeDescriptor(first)) return false
  if (name !== 'statSync' && name !== 'lstatSync') return true
  // Only the synchronous one can give nothing for what is not there.
  return second === undefined || (second.type === 'ObjectExpression' && second.properties.every(isBigint))
}

function isBigint(property: TSESTree.ObjectLiteralElement): boolean {
  if (property.type !== 'Property' || property.computed) return false
  return property.key.type === 'Identifier' && property.key.name === 'bigint'
}

function mayBeDescriptor(node: TSESTree.Node): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number'
    case 'Identifier':
      return /fd$|descriptor$/i.test(node.name)
    case 'MemberExpression':
      return mayBeDescriptor(node.property)
    case 'CallExpression':
      return node.callee.type === 'MemberExpression'
        ? mayBeOpening(node.callee.property)
        : mayBeOpening(node.callee)
    default:
      return false
  }
}

function mayBeOpening(node: TSESTree.Node): boolean {
  return node.type === 'Identifier' && node.name === 'openSync'
}

interface Callee {
  readonly text: string
  readonly edits: readonly Edit[]
}

/** What to call instead, and the edits that make it so; null when the callee is not plainly the function. */
function calleeBy(
  located: LocatedCall,
  name: string,
  twin: string,
  sourceCode: SourceCode,
): Callee | null {
  const { callee } = located.call
  const known = knownName(located, promisesSpecifiers, twin, sourceCode)
  const module = knownName(located, fsSpecifiers, `promises.${twin}`, sourceCode)
  const replaced = (text: string, ...others: readonly Edit[]): Callee => ({
    text,
    edits: [...others, (fixer) => fixer.replaceText(callee, text)],
  })
  if (callee.type === 'MemberExpression') {
    const { object, property } = callee
    if (callee.computed || callee.optional || property.type !== 'Identifier' || property.name !== name) {
      return null
    }
    if (!isFsModule(object, sourceCode)) return null
    const hasComments = sourceCode.getCommentsInside(callee).length > 0
    if (known !== null && !hasComments) return replaced(known)
    const text = `${sourceCode.getText(object)}.promises.${twin}`
    return { text, edits: [(fixer) => fixer.replaceText(property, `promises.${twin}`)] }
  }
  if (callee.type !== 'Identifier') return null
  const binding = bindingOf(variableAt(callee, callee.name, sourceCode))
  if (binding?.of !== 'export' || binding.name !== name) return null
  if (!fsSpecifiers.includes(binding.specifier)) return null
  if (known !== null) return replaced(known)
  if (module !== null) return replaced(module)
  const local = [twin, `${twin}Async`].find((candidate) => isFree(candidate, sourceCode))
  if (local === undefined) return null
  const addImport = importEdit(binding, twin, local, sourceCode)
  return addImport === null ? null : replaced(local, addImport)
}

function isFsModule(node: TSESTree.Node, sourceCode: SourceCode): boolean {
  const required = requiredBy(node)
  if (required !== null) return fsSpecifiers.includes(required)
  if (node.type !== 'Identifier') return false
  const binding = bindingOf(variableAt(node, node.name, sourceCode))
  return binding?.of === 'module' && fsSpecifiers.includes(binding.specifier)
}

/** Imports the twin as the file imports the function: in the same form, quotes and end of line. */
function importEdit(
  { specifier, statement }: Binding,
  twin: string,
  local: string,
  sourceCode: SourceCode,
): Edit | null {
  if (!sourceCode.ast.body.includes(statement as TSESTree.ProgramStatement)) return null
  const isImport = statement.type === 'ImportDeclaration'
  const existing = isImport ? namedImportOf(sourceCode) : null
  const renamed = isImport ? `${twin} as ${local}` : `${twin}: ${local}`
  const part = twin === local ? twin : renamed
  const last = existing?.specifiers.at(-1)
  if (last) return (fixer) => fixer.insertTextAfter(last, `, ${part}`)
  const [quote = "'"] = /["']/.exec(sourceCode.getText(statement)) ?? []
  const source = `${quote}${specifier}/promises${quote}`
  const end = sourceCode.getLastToken(statement)?.value === ';' ? ';' : ''
  const line = isImport ? `import { ${part} } from ${source}` : `const { ${part} } = require(${source})`
  const newline = sourceCode.text.includes('\r\n') ? '\r\n' : '\n'
  return (fixer) => fixer.insertTextAfter(statement, `${newline}${line}${end}`)
}

/** An import of node:fs/promises that names what it takes, and so can take more. */
function namedImportOf({ ast }: SourceCode): TSESTree.ImportDeclaration | null {
  for (const statement of ast.body) {
    if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') continue
    if (!promisesSpecifiers.includes(statement.source.value)) continue
    if (statement.specifiers.at(-1)?.type === 'ImportSpecifier') return statement
  }
  return null
}

function awaitEdits(located: LocatedCall, sourceCode: SourceCode): readonly Edit[] {
  const { call, around } = located
  if (around.at(-1)?.type === 'AwaitExpression') return []
  if (!needsParentheses(located, sourceCode)) {
    return [(fixer) => fixer.insertTextBefore(call, 'await ')]
  }
  const start = needsSemicolon(located, sourceCode) ? ';(await ' : '(await '
  return [
    (fixer) => fixer.insertTextBefore(call, start),
    (fixer) => fixer.insertTextAfter(call, ')'),
  ]
}

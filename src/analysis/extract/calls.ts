import type { TSESTree } from '@typescript-eslint/utils'
import { orNone } from '../compact.js'
import type { CallFacts, Range, Reference } from '../facts.js'
import { awaitedGenerator } from './compiled-async.js'
import type { FileBuilder, Frame } from './file-builder.js'
import { isFunction } from './nodes.js'
import { endOf, startOf } from './offsets.js'
import { keyName, type Positions, unwrap } from './positions.js'
import { calleeReferenceTo, referenceTo, unknown } from './references.js'

type Writable<Facts> = { -readonly [Key in keyof Facts]: Facts[Key] }

const longestText = 60
// With line breaks and indentation.
const longestWritten = 1000

/** Records a call, a `new` or a tagged template in the function that is being walked. */
export function recordCall(
  node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression,
  file: FileBuilder,
): void {
  const callee = node.type === 'TaggedTemplateExpression' ? node.tag : node.callee
  const written = node.type === 'TaggedTemplateExpression' ? node.quasi.expressions : node.arguments
  const passed = written.map((argument) =>
    argument.type === 'SpreadElement' ? argument.argument : argument,
  )
  const values = passed.map((argument) => referenceTo(argument, file))
  const ranges = passed.map((argument) => file.positions.rangeOf(argument))
  if (node.type === 'TaggedTemplateExpression') {
    // The first argument of a tag is the list of strings.
    values.unshift({ type: 'unknown' })
    ranges.unshift(file.positions.rangeOf(node.quasi))
  }
  record(node, callee, file, {
    form: formOf(node),
    arguments: values,
    argumentRanges: ranges,
    spreadAt: written.findIndex((argument) => argument.type === 'SpreadElement'),
  })
}

/** Records the read or write of a member that may run a getter or a setter. */
export function recordAccess(
  node: TSESTree.MemberExpression,
  form: 'get' | 'set',
  file: FileBuilder,
): void {
  const property = keyName(node.property, node.computed)
  if (property === null || !file.accessorNames.has(property)) return
  record(node, node, file, { form, arguments: [], argumentRanges: [], spreadAt: -1 })
}

function record(
  node: TSESTree.Node,
  callee: TSESTree.Node,
  file: FileBuilder,
  facts: Pick<CallFacts, 'form' | 'arguments' | 'argumentRanges' | 'spreadAt'>,
): void {
  const { frame } = file
  const row: Writable<CallFacts> = {
    form: facts.form,
    function: frame.function,
    // Whatever `__awaiter` is, and it is written into every file, it runs the generator.
    callee: awaitedGenerator(node) === null ? calleeReferenceTo(callee, file) : unknown,
    text: textOf(callee, file),
    arguments: orNone(facts.arguments),
    argumentRanges: orNone(facts.argumentRanges),
    spreadAt: facts.spreadAt,
    range: rangeOfCallee(callee, file.positions),
    memoised: frame.memo !== null,
    endsProcess: frame.endsProcess,
  }
  // There are very many calls: spreading parts of them into one another takes longer than all the rest.
  if (frame.memo?.byKey) row.byKey = true
  if (frame.bounded) row.bounded = true
  if (frame.omitted.length > 0) row.without = frame.omitted
  if (isOnlySometimes(callee, frame)) row.sometimes = true
  const result = file.results.get(node)
  if (result !== undefined) row.result = result
  const resolve = resolveOf(node)
  if (resolve === null) file.calls.set(node, row)
  else {
    // The uses of what settles the promise come later in the file.
    file.calls.setLater(node, () =>
      file.bindings.isOnlyCalledAtHome(resolve) ? { ...row, settlesAtOnce: true } : row,
    )
  }
}

/** Only of what schedules something it is asked whether it always does. */
function isOnlySometimes(callee: TSESTree.Node, { sometimes, hasLeft, caught }: Frame): boolean {
  const expression = unwrap(callee)
  const name = expression.type === 'MemberExpression' ? expression.property : expression
  if (name.type !== 'Identifier') return false
  if (name.name === 'setTimeout' || name.name === 'setImmediate') return sometimes
  // What is said of these has to be certain: a function that always comes back by them never ends.
  const isAtOnce = ['nextTick', 'queueMicrotask', 'then'].includes(name.name)
  return isAtOnce && (sometimes || hasLeft || caught)
}

/** The parameter by which an executor that is written where it is passed settles its promise. */
function resolveOf(node: TSESTree.Node): TSESTree.Identifier | null {
  if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier') return null
  const [executor] = node.arguments
  if (node.callee.name !== 'Promise' || executor === undefined || !isFunction(executor)) return null
  const [resolve] = executor.params
  return resolve?.type === 'Identifier' ? resolve : null
}

function formOf(node: TSESTree.Node): 'call' | 'new' | 'tag' {
  if (node.type === 'NewExpression') return 'new'
  return node.type === 'TaggedTemplateExpression' ? 'tag' : 'call'
}

/** The place to report: in a chain of calls only the last member, so that no two calls share a place. */
function rangeOfCallee(callee: TSESTree.Node, positions: Positions): Range {
  const expression = unwrap(callee)
  if (expression.type !== 'MemberExpression') return positions.rangeOf(expression)
  const { object, property } = expression
  const spansLines = positions.lineAt(startOf(object)) !== positions.lineAt(startOf(property))
  return positions.rangeOf(spansLines || holdsCall(object) ? property : expression)
}

function holdsCall(node: TSESTree.Node): boolean {
  const expression = unwrap(node)
  if (expression.type === 'MemberExpression') return holdsCall(expression.object)
  return expression.type !== 'Identifier' && expression.type !== 'ThisExpression'
}

function textOf(callee: TSESTree.Node, file: FileBuilder): string {
  const expression = unwrap(callee)
  // `(0, fs.readFile)()` is what compilers write for a call without a receiver.
  const last = expression.type === 'SequenceExpression' ? expression.expressions.at(-1) : undefined
  if (last) return textOf(last, file)
  if (expression.type === 'MemberExpression' && holdsCall(expression.object)) {
    return keyName(expression.property, expression.computed) ?? '(computed)'
  }
  // What is called where it stands may be as long as the file.
  if (isFunction(expression)) return 'inner function'
  const start = startOf(expression)
  const end = endOf(expression)
  const written = file.source.text.slice(start, Math.min(end, start + longestWritten))
  const text = /\s/.test(written) ? written.replace(/\s*\.\s*/g, '.').replace(/\s+/g, ' ') : written
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text
}

/** The reference that a `for … of` loop gives its variable. */
export function elementOf(node: TSESTree.Node, file: FileBuilder): Reference {
  return { type: 'element', object: referenceTo(node, file) }
}

const { RegExp } = globalThis

const groups = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'] as const

interface LastMatch {
  readonly input: string
  readonly match: string
  readonly left: string
  readonly right: string
  readonly lastGroup: string
  readonly groups: readonly string[]
}

/**
 * Runs `work` and leaves `RegExp.$1`, `RegExp.lastMatch` and their like as they were: every regular expression that
 * matches writes them, and what a watchdog does in the middle of a program's own function must not.
 *
 * These are Annex B's legacy properties of the RegExp constructor
 * (https://github.com/tc39/proposal-regexp-legacy-features). They cannot be written, so an expression is run that
 * matches alike; that takes some ten microseconds, and only if `work` has changed them.
 */
export function keepLastMatch<Result>(work: () => Result): Result {
  const before = read()
  try {
    return work()
  } finally {
    if (before && !isCurrent(before)) restore(before)
  }
}

function read(): LastMatch | null {
  const { input, lastMatch: match, leftContext: left, rightContext: right, lastParen: lastGroup } = RegExp
  // An engine without them has nothing to keep.
  if (typeof match !== 'string') return null
  return { input, match, left, right, lastGroup, groups: groups.map((name) => RegExp[name]) }
}

function isCurrent({ input, match, left, lastGroup, groups: texts }: LastMatch): boolean {
  return (
    RegExp.input === input &&
    RegExp.lastMatch === match &&
    RegExp.leftContext === left &&
    RegExp.lastParen === lastGroup &&
    groups.every((name, index) => RegExp[name] === texts[index])
  )
}

function restore({ input, match, left, right, lastGroup, groups: texts }: LastMatch): void {
  try {
    const rest = match + right
    const capture = (text: string): string => {
      if (text === '') return '()'
      // What a group holds lies in the match, as a rule; else something has looked ahead or behind.
      return rest.includes(text) ? `(?=[^]*?(${escape(text)}))` : `(?<=(${escape(text)})[^]*)`
    }
    const count = texts.findLastIndex((text) => text !== '') + 1
    const captured = lastGroup === '' ? texts : texts.slice(0, count)
    // The last group is none of the first nine: there were more of them.
    const isBeyond = lastGroup !== '' && lastGroup !== texts[count - 1]
    const all = isBeyond ? [...texts, lastGroup] : captured
    const expression = new RegExp(all.map(capture).join('') + escape(match), 'y')
    expression.lastIndex = left.length
    expression.exec(left + rest)
    // A program may have written this one by itself.
    if (RegExp.input !== input) RegExp.input = input
  } catch {
    // A text too long for an expression: then they are lost, as after any match.
  }
}

const syntax = new Set('^$\\.*+?()[]{}|/')

function escape(text: string): string {
  let escaped = ''
  for (const character of text) escaped += syntax.has(character) ? `\\${character}` : character
  return escaped
}

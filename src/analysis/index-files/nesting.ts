// A parser in native code that overflows its stack takes the process with it. In a worker thread it does
// so at about 1,500 nested templates, 3,000 nested brackets and 15,000 operators in a row.
const maximum = { brackets: 500, nestedOperators: 1500, operators: 8000, branches: 2000 }

const token =
  /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|'(?:[^'\\\n]|\\[^])*'?|"(?:[^"\\\n]|\\[^])*"?|`(?:[^`\\$]|\\[^]|\$(?!\{))*(?:`|\$\{)?|\belse\b|=>|[([{]|[)\]}]|[;,]|\n\s*|[!~?:<>]|[-+*/%&|^=.]/g

/**
 * Whether a text nests so deeply that parsing it is not safe. It looks at the text alone, so it may be wrong
 * about a text of that kind, and is not about one that somebody wrote.
 */
export function isNestedTooDeeply(text: string): boolean {
  if (text.length < maximum.brackets) return false
  let brackets = 0
  let nestedOperators = 0
  let operators = 0
  let branches = 0
  let endOfLast = 0
  let lastIsOperator = false
  token.lastIndex = 0
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match
    const first = found.charAt(0)
    const isJoined = lastIsOperator && isBlank(text, endOfLast, match.index)
    endOfLast = token.lastIndex
    if (first === '\n') {
      if (isJoined || operatorStart.test(text.charAt(endOfLast))) continue
      nestedOperators = operators = 0
      lastIsOperator = false
      continue
    }
    lastIsOperator = false
    if (found.endsWith('${')) brackets++
    else if (first === '(' || first === '[' || first === '{') brackets++
    else if (first === ')' || first === ']' || first === '}') brackets = Math.max(brackets - 1, 0)
    else if (first === ';' || first === ',') nestedOperators = operators = 0
    else if (found === 'else') branches++
    else if (isOperator(found)) {
      lastIsOperator = true
      operators++
      if (nested.has(first) || found === '=>') nestedOperators++
    }
    if (brackets > maximum.brackets || branches > maximum.branches) return true
    if (operators > maximum.operators || nestedOperators > maximum.nestedOperators) return true
  }
  return false
}

const nested = new Set(['!', '~', '?', ':', '<', '>'])
const operatorStart = /[-+*/%&|^=.!~?:<>]/

function isOperator(found: string): boolean {
  return found === '=>' || (found.length === 1 && operatorStart.test(found))
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > 32) return false
  return true
}

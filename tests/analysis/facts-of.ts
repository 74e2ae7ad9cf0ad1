import { parseForESLint } from '@typescript-eslint/parser'
import { extractFacts } from '../../src/analysis/extract/extract-facts.js'
import type { FileFacts } from '../../src/analysis/facts.js'

/** The facts of a text, as TypeScript. */
export function factsOf(text: string, file = '/project/src/server.ts'): FileFacts {
  const { ast, visitorKeys } = parseForESLint(text, {
    loc: true,
    range: true,
    sourceType: 'module',
    ecmaFeatures: { jsx: file.endsWith('x') },
  })
  return extractFacts({ file, text, ast, visitorKeys } as never)
}

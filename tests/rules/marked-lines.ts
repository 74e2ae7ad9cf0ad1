import * as typescriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { expect, it } from 'vitest'
import plugin from '../../src/index.js'

export interface MarkedCase {
  readonly title: string
  /** Lines that end in `// !` are the ones that must be reported, each once. */
  readonly code: string
  /** The file's path under the project's root; a server's by default. */
  readonly file?: string
  readonly options?: Readonly<Record<string, unknown>>
  /** What stands under `event-loop` in ESLint's settings. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Only where the code is not JavaScript that ESLint's own parser reads. */
  readonly typescript?: boolean
}

/** Lints a text with one rule, as a flat configuration would. */
export function lint(
  rule: string,
  { code, file = 'src/server.js', options, settings, typescript = false }: Omit<MarkedCase, 'title'>,
  parser: 'espree' | 'typescript' = typescript ? 'typescript' : 'espree',
): readonly Linter.LintMessage[] {
  const linter = new Linter({ configType: 'flat' })
  const messages = linter.verify(
    code,
    [
      {
        files: ['**/*.{js,ts}'],
        plugins: { 'event-loop': plugin },
        rules: { [`event-loop/${rule}`]: options ? ['error', options] : 'error' },
        ...(settings ? { settings: { 'event-loop': settings } } : {}),
        languageOptions: {
          sourceType: code.includes('require(') && !/^import /m.test(code) ? 'commonjs' : 'module',
          ...(parser === 'typescript' ? { parser: typescriptParser } : {}),
        },
      },
    ],
    { filename: file },
  )
  const broken = messages.find((message) => message.fatal)
  if (broken) throw new Error(`${broken.message} (line ${broken.line})`)
  return messages
}

/** One test a case and parser: exactly the marked lines are reported. */
export function testMarkedLines(rule: string, cases: readonly MarkedCase[]): void {
  for (const { title, ...input } of cases) {
    const marked = input.code
      .split('\n')
      .flatMap((line, index) => (line.trimEnd().endsWith('// !') ? [index + 1] : []))
    const parsers = input.typescript ? (['typescript'] as const) : (['espree', 'typescript'] as const)
    for (const parser of parsers) {
      it(`${title} (${parser})`, () => {
        const lines = lint(rule, input, parser).map(({ line }) => line)
        expect(lines).toEqual(marked)
      })
    }
  }
}

// One package, every way in which ESLint loads it: the same files have to give the same findings.
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXPECTED_JAVASCRIPT, EXPECTED_TYPESCRIPT, type Expected } from './expected-findings.js'
import {
  installProject,
  makeScratch,
  pack,
  type Packed,
  type ScratchProject,
} from './scratch-project.js'

interface LintResult {
  readonly filePath: string
  readonly messages: readonly {
    readonly ruleId: string | null
    readonly line: number
    readonly column: number
    readonly message: string
  }[]
}

type ParserName = 'espree' | 'typescript' | 'typescript, typed'
type Format = 'flat' | 'eslintrc'

const PARSERS: readonly ParserName[] = ['espree', 'typescript', 'typescript, typed']
const PARSER = '@typescript-eslint/parser'
const INSTALL_LIMIT_MS = 180_000

const VERSIONS: readonly [eslint: string, typescript: string, formats: readonly Format[]][] = [
  ['8.57.1', '5.9.3', ['eslintrc', 'flat']],
  ['9.39.5', '5.9.3', ['eslintrc', 'flat']],
  ['10.15.0', '6.0.3', ['flat']],
]

const parserOptions = (parser: ParserName): object =>
  parser === 'typescript, typed' ? { projectService: true } : {}

const writeConfig = (project: ScratchProject, format: Format, parser: ParserName): void => {
  if (format === 'eslintrc') {
    project.write('.eslintrc.json', {
      root: true,
      extends: ['plugin:event-loop/recommended'],
      ...(parser !== 'espree' && { parser: PARSER }),
      parserOptions: { ecmaVersion: 2022, sourceType: 'module', ...parserOptions(parser) },
    })
  } else {
    const options = JSON.stringify(parserOptions(parser))
    project.write(
      'eslint.config.mjs',
      `import eventLoop from 'eslint-plugin-event-loop'
import * as parser from '${PARSER}'
export default [
  { files: ['**/*.js', '**/*.cjs', '**/*.ts'] },
  eventLoop.configs['flat/recommended'],
  ${parser === 'espree' ? '' : `{ languageOptions: { parser, parserOptions: ${options} } },`}
]
`,
    )
  }
}

const lint = async (
  project: ScratchProject,
  format: Format,
  names: readonly string[],
): Promise<Expected[]> => {
  const bin = join(project.folder, 'node_modules/eslint/bin/eslint.js')
  const files = names.map((name) => `bakery/${name}`)
  const { code, stdout, stderr } = await project.run('node', [bin, '--format', 'json', ...files], {
    ESLINT_USE_FLAT_CONFIG: String(format === 'flat'),
  })
  if (code !== 1) throw new Error(`ESLint ended with ${code}:\n${stdout}${stderr}`)
  return (JSON.parse(stdout) as LintResult[]).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, column, message }): Expected => {
      return [relative(join(project.folder, 'bakery'), filePath), ruleId, line, column, message]
    }),
  )
}

const scratch = makeScratch()
let packed: Packed

beforeAll(async () => {
  packed = await pack(scratch.folder)
}, INSTALL_LIMIT_MS)
afterAll(() => scratch.remove())

const JAVASCRIPT = ['dough.js', 'opening-hours.js', 'orders.js', 'ovens.cjs', 'shelf.js']

describe.each(VERSIONS)('ESLint %s with TypeScript %s', (eslint, typescript, formats) => {
  let project: ScratchProject

  beforeAll(async () => {
    const packages = [`eslint@${eslint}`, `typescript@${typescript}`, `${PARSER}@8`]
    project = await installProject(scratch.folder, packed.path, packages)
    project.write('tsconfig.json', {
      compilerOptions: { module: 'nodenext', allowJs: true, strict: true, noEmit: true, types: [] },
      include: ['bakery'],
    })
  }, INSTALL_LIMIT_MS)

  describe.each(formats)('%s', (format) => {
    test.each(PARSERS)('%s', { timeout: 60_000 }, async (parser) => {
      writeConfig(project, format, parser)
      const isTypeScript = parser !== 'espree'
      const names = isTypeScript ? [...JAVASCRIPT, 'till.ts'] : JAVASCRIPT
      const expected = isTypeScript
        ? [...EXPECTED_JAVASCRIPT, ...EXPECTED_TYPESCRIPT]
        : EXPECTED_JAVASCRIPT
      expect(await lint(project, format, names)).toEqual(expected)
    })

    test('an option that does not exist is named', { timeout: 60_000 }, async () => {
      const rules = { 'event-loop/no-blocking-call': ['error', { minimumCosts: 'low' }] }
      if (format === 'eslintrc') {
        project.write('.eslintrc.json', { root: true, plugins: ['event-loop'], rules })
      } else {
        project.write(
          'eslint.config.mjs',
          `import eventLoop from 'eslint-plugin-event-loop'
export default [{ plugins: { 'event-loop': eventLoop }, rules: ${JSON.stringify(rules)} }]
`,
        )
      }
      const bin = join(project.folder, 'node_modules/eslint/bin/eslint.js')
      const { code, stderr } = await project.run('node', [bin, 'bakery/orders.js'], {
        ESLINT_USE_FLAT_CONFIG: String(format === 'flat'),
      })
      expect(code).toBe(2)
      expect(stderr).toContain('event-loop/no-blocking-call')
      expect(stderr).toContain('minimumCosts')
    })
  })
})

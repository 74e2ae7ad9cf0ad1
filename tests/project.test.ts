// What holds for the project as a whole.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import plugin from '../src/index.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SRC = join(ROOT, 'src')

interface Import {
  readonly from: string
  readonly to: string
  readonly isTypeOnly: boolean
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

const SOURCES = filesBelow(SRC)

/** Relative imports and re-exports of a file, dynamic and in types too, as paths from src. */
const importsOf = (file: string): Import[] => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return
    if (!specifier.text.startsWith('.')) return
    const target = join(dirname(file), specifier.text.replace(/\.js$/, '.ts'))
    found.push({ from: relative(SRC, file), to: relative(SRC, target), isTypeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyImport(node.importClause))
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    // A worker thread is started by its URL.
    else if (isUrlOfScript(node)) add(node.arguments?.[0], false)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const isUrlOfScript = (node: ts.Node): node is ts.NewExpression =>
  ts.isNewExpression(node) && /^new URL\(['"][^'"]+\.js['"]/.test(node.getText())

const isTypeOnlyImport = (clause: ts.ImportClause | undefined): boolean =>
  clause?.phaseModifier === ts.SyntaxKind.TypeKeyword

const IMPORTS = SOURCES.flatMap((file) => importsOf(file))

/** What each layer may import, besides itself. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  catalogue: [],
  'stalls-file': ['runtime/types'],
  analysis: ['catalogue'],
  remedies: ['catalogue'],
  findings: ['analysis', 'remedies', 'catalogue', 'stalls-file'],
  settings: ['analysis', 'catalogue'],
  fixes: ['findings', 'catalogue'],
  'create-rule': ['settings', 'findings', 'analysis', 'catalogue'],
  rules: ['create-rule', 'fixes', 'findings', 'analysis', 'catalogue'],
  index: ['rules', 'findings'],
  runtime: ['remedies', 'catalogue', 'stalls-file'],
  cli: ['index', 'findings', 'analysis', 'catalogue', 'runtime', 'stalls-file'],
}

/** `fs.ts` of `catalogue/node/fs.ts` is in `catalogue`, `index.ts` is `index`. */
const layerOf = (path: string): string => (path.split('/')[0] ?? '').replace(/\.ts$/, '')

const isBelow = (path: string, place: string): boolean =>
  path === `${place}.ts` || path.startsWith(`${place}/`)

const say = ({ from, to }: Import): string => `${from} imports ${to}`

describe('layers', () => {
  test('the imports are found', () => {
    expect(IMPORTS.length).toBeGreaterThan(50)
    expect(IMPORTS.filter(({ to }) => !existsSync(join(SRC, to))).map(say)).toEqual([])
  })

  test('each file is in one', () => {
    const layers = new Set(SOURCES.map((file) => layerOf(relative(SRC, file))))
    expect([...layers].filter((layer) => !(layer in LAYERS))).toEqual([])
  })

  test('import only downwards', () => {
    const upwards = IMPORTS.filter(({ from, to }) => {
      const layer = layerOf(from)
      return layer !== layerOf(to) && !(LAYERS[layer] ?? []).some((below) => isBelow(to, below))
    })
    expect(upwards.map(say)).toEqual([])
  })

  test('the watched thread and the watcher meet in shared memory and types only', () => {
    const crossing = IMPORTS.filter(
      ({ from, to }) =>
        (isBelow(from, 'runtime/loop') && isBelow(to, 'runtime/watcher')) ||
        (isBelow(from, 'runtime/watcher') && isBelow(to, 'runtime/loop')),
    )
    expect(crossing.map(say)).toEqual([])
  })

  test('linking asks the catalogue that it is given, where declarations stand in front', () => {
    const past = SOURCES.filter((file) => isBelow(relative(SRC, file), 'analysis')).filter((file) =>
      /\blookup(?:Api|Module|RequestType|HandlerType|PluginType)\b[^'"]*from '[./]*catalogue\/index/.test(
        readFileSync(file, 'utf8'),
      ),
    )
    expect(past.map((file) => relative(SRC, file))).toEqual([])
  })

  test('what is watched loads nothing that is known of packages', () => {
    const reached = new Set(['runtime/index.ts', 'runtime/register.ts'])
    for (const file of reached) {
      const loaded = IMPORTS.filter(({ from, isTypeOnly }) => from === file && !isTypeOnly)
      for (const { to } of loaded) reached.add(to)
    }
    expect(reached.size).toBeGreaterThan(10)
    // What is known of builtins is loaded late, and on the watcher's thread only.
    const known = [...reached].filter((file) => file.startsWith('catalogue/'))
    expect(known.filter((file) => !/^catalogue\/(?:builtins|types|node\/.*)\.ts$/.test(file))).toEqual([])
  })

  test('the catalogue holds data: from outside of it come only types', () => {
    const outside = SOURCES.filter((file) => isBelow(relative(SRC, file), 'catalogue')).flatMap(
      (file) =>
        [
          ...readFileSync(file, 'utf8').matchAll(
            /^(?:import|export)\s[^'"]*from\s+['"]([^'".][^'"]*)['"]/gm,
          ),
        ]
          .filter(([statement]) => !/^(?:import|export)\s+type\s/.test(statement))
          .map(([, specifier]) => `${relative(SRC, file)} imports ${specifier}`),
    )
    expect(outside).toEqual([])
  })
})

describe('rules', () => {
  const names = readdirSync(join(SRC, 'rules'))
    .map((file) => basename(file, '.ts'))
    .sort()

  test('every file is a rule of the plugin', () => {
    expect(names.length).toBeGreaterThan(0)
    expect(Object.keys(plugin.rules).sort()).toEqual(names)
  })

  test.each(names)('%s has a test, a doc, and a place in a configuration', (name) => {
    expect(existsSync(join(ROOT, 'tests/rules', `${name}.test.ts`))).toBe(true)
    expect(existsSync(join(ROOT, 'docs/rules', `${name}.md`))).toBe(true)
    for (const config of ['strict', 'flat/strict'] as const) {
      expect(plugin.configs[config].rules).toHaveProperty([`event-loop/${name}`])
    }
  })
})

test('the README spells out what `recommended` is in .eslintrc', () => {
  const [, json = ''] =
    /```json\n([^]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? []
  expect(JSON.parse(json)).toEqual(plugin.configs.recommended)
})

describe('files', () => {
  test('have at most 300 lines', () => {
    const long = SOURCES.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301)
    expect(long.map((file) => relative(SRC, file))).toEqual([])
  })

  test('are named after the one thing in them', () => {
    // `util` is a module of Node.js there.
    const names = SOURCES.map((file) => relative(SRC, file)).filter(
      (name) => name !== 'catalogue/node/util.ts',
    )
    expect(
      names.filter((name) => /(?:^|\/)(?:utils?|helpers?|misc|common|shared)\.ts$/.test(name)),
    ).toEqual([])
    expect(
      names.filter(
        (name) => !/^(?:[a-z\d]+(?:-[a-z\d]+)*\/)*[a-z\d]+(?:-[a-z\d]+)*\.c?ts$/.test(name),
      ),
    ).toEqual([])
  })
})

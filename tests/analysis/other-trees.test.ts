// Trees as older versions of TypeScript's parser, Babel and Flow's parser shape them.
import { parseForESLint } from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/utils'
import { expect, test } from 'vitest'
import { extractFacts } from '../../src/analysis/extract/extract-facts.js'
import type { FileFacts } from '../../src/analysis/facts.js'

type Fields = Record<string, unknown> & { type: string }

const renamed = (node: Fields, from: string, to: string): void => {
  node[to] = node[from]
  delete node[from]
}

const withoutEmptyLists = (node: Fields): void => {
  for (const name of ['decorators', 'extends', 'implements']) {
    const list = node[name]
    if (Array.isArray(list) && list.length === 0) delete node[name]
  }
}

const shapes = {
  'TypeScript 7': (node: Fields) => {
    if (node.type === 'TSEnumDeclaration') {
      Object.defineProperty(node, 'members', { value: (node['body'] as Fields)['members'] })
      delete node['body']
    }
    if (node.type === 'TSMappedType') {
      const { key: name, constraint } = node
      Object.defineProperty(node, 'typeParameter', { value: { type: 'TSTypeParameter', name, constraint } })
      delete node['key']
      delete node['constraint']
    }
  },
  'TypeScript 5': withoutEmptyLists,
  Babel: (node: Fields) => {
    withoutEmptyLists(node)
    if (/^TS(Function|Constructor)Type$|Signature/.test(node.type) && 'params' in node) renamed(node, 'params', 'parameters')
    if (node.type === 'TSTypeParameter') node['name'] = (node['name'] as Fields)['name']
    if (node.type === 'TSEmptyBodyFunctionExpression') node['body'] = undefined
  },
  Flow: (node: Fields) => {
    if (node.type === 'TSClassImplements') renamed(node, 'expression', 'id')
  },
}

const keysBy: Partial<Record<keyof typeof shapes, Record<string, readonly string[]>>> = {
  'TypeScript 7': { TSEnumDeclaration: ['id', 'members'], TSMappedType: ['typeParameter', 'nameType', 'typeAnnotation'] },
  Flow: { TSClassImplements: ['id'] },
}

const isNode = (value: unknown): value is Fields => typeof value === 'object' && value !== null && 'type' in value

const everyNode = (node: Fields, change: (node: Fields) => void): void => {
  const below = Object.entries(node).flatMap(([key, value]) => (key === 'parent' ? [] : [value].flat()))
  for (const child of below) if (isNode(child)) everyNode(child, change)
  change(node)
}

const factsBy = (shape: keyof typeof shapes, text: string): FileFacts => {
  const { ast, visitorKeys } = parseForESLint(text, { loc: true, range: true, filePath: '/bakery.ts' })
  everyNode(ast as unknown as Fields, shapes[shape])
  return extractFacts({
    file: '/bakery.ts',
    text,
    ast: ast as TSESTree.Program,
    visitorKeys: { ...visitorKeys, ...keysBy[shape] },
  })
}

test.each<[keyof typeof shapes, string, readonly string[], readonly string[]]>([
  ['TypeScript 7', 'enum Size { Small = measure(), Large = Small * 2 }', ['measure'], ['measure']],
  ['TypeScript 7', 'type Sizes<T> = { [Key in keyof T]: Key | Other }; bake()', ['bake'], ['Other', 'bake']],
  ['TypeScript 5', 'interface Bread { crust: Crust } class Loaf { bake() { heat() } } const loaf: Bread = new Loaf()', ['heat', 'Loaf'], ['Crust', 'heat']],
  ['Babel', 'type Bake = <T>(flour: T) => typeof flour | Missing; interface Oven { heat(by: By): typeof by } run()', ['run'], ['By', 'Missing', 'run']],
  ['Babel', 'type First<L> = L extends [infer F] ? F : Nothing; class Oven<T> { heat(): T; heat() { warm() } }', ['warm'], ['Nothing', 'warm']],
  ['Flow', 'class Loaf implements Bread { bake() { heat() } }', ['heat'], ['Bread', 'heat']],
])('by %s: %s', (shape, text, calls, globals) => {
  const facts = factsBy(shape, text)
  expect(facts.calls.map((call) => call.text)).toEqual(calls)
  expect(facts.globals.toSorted()).toEqual(globals)
})

import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { isObject } from './package-json.js'

/**
 * Which folders below a workspace root are packages of it, as globs; one that begins with `!` takes away.
 * From https://docs.npmjs.com/cli/using-npm/workspaces and https://pnpm.io/pnpm-workspace_yaml
 */
export function workspacePatterns(
  root: string,
  read: (file: string) => string | null = readText,
): readonly string[] {
  const json = parseJson(read(join(root, 'package.json')))
  const field = isObject(json) ? json['workspaces'] : null
  const patterns = isObject(field) ? field['packages'] : field
  const lerna = parseJson(read(join(root, 'lerna.json')))
  return [
    ...stringsOf(patterns),
    ...packagesOfPnpm(read(join(root, 'pnpm-workspace.yaml')) ?? ''),
    ...(isObject(lerna) ? stringsOf(lerna['packages']) : []),
  ]
}

/** Whether one of the patterns means the folder. */
export function isWorkspaceOf(folder: string, root: string, patterns: readonly string[]): boolean {
  const way = relative(root, folder).split(sep).join('/')
  let isMember = false
  for (const pattern of patterns) {
    const takesAway = pattern.startsWith('!')
    if (expressionOf(takesAway ? pattern.slice(1) : pattern).test(way)) isMember = !takesAway
  }
  return isMember
}

const expressions = new Map<string, RegExp>()

function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern)
  if (known !== undefined) return known
  const glob = pattern.replace(/^\.?\//, '').replace(/\/+$/, '')
  const source = glob.replaceAll(/\*\*\/?|[*?{},]|[\\^$+.()|[\]]/g, (part) => {
    if (part === '**/') return '(?:[^/]+/)*'
    if (part === '**') return '.*'
    return wildcards[part] ?? `\\${part}`
  })
  const expression = compile(source) ?? /(?!)/
  expressions.set(pattern, expression)
  return expression
}

const wildcards: Readonly<Record<string, string>> = {
  '*': '[^/]*',
  '?': '[^/]',
  '{': '(?:',
  '}': ')',
  ',': '|',
}

function compile(source: string): RegExp | null {
  try {
    return new RegExp(`^(?:${source})$`)
  } catch {
    return null
  }
}

/** The list `packages` of a pnpm-workspace.yaml, written as a block or in brackets. */
function packagesOfPnpm(text: string): readonly string[] {
  const [, inBrackets, block] =
    /^packages:[ \t]*(?:\[([^\]]*)\]|(?:#.*)?((?:\r?\n[ \t]*(?:-.*|#.*)?)*))/m.exec(text) ?? []
  if (inBrackets !== undefined) return inBrackets.split(',').map(scalarOf).filter(Boolean)
  return [...(block ?? '').matchAll(/^[ \t]*-(.*)$/gm)].map(([, item = '']) => scalarOf(item)).filter(Boolean)
}

function scalarOf(item: string): string {
  const [, quoted, plain = ''] = /^\s*(?:(['"].*?['"])|([^#]*))/.exec(item) ?? []
  return quoted?.slice(1, -1) ?? plain.trim()
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

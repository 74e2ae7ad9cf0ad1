import type { TSESTree } from '@typescript-eslint/utils'

interface Placed {
  readonly range?: readonly [number, number]
  readonly start?: number
  readonly end?: number
}

/** The offset at which a node begins: ESLint's parsers tell it by `range`, others by `start` alone. */
export function startOf(node: TSESTree.Node): number {
  const { range, start = 0 } = node as Placed
  return range === undefined ? start : range[0]
}

/** The offset behind a node. */
export function endOf(node: TSESTree.Node): number {
  const { range, end = 0 } = node as Placed
  return range === undefined ? end : range[1]
}

/** What a text says at a node. */
export function sourceOf(node: TSESTree.Node, text: string): string {
  return text.slice(startOf(node), endOf(node))
}

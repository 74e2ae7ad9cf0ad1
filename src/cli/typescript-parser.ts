import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * Beside TypeScript 7, which has no JavaScript API, npm gives this package a TypeScript of its own,
 * but puts `ts-api-utils` next to the project's: its peer range has no upper bound. There it gets
 * ours, by https://nodejs.org/api/modules.html#requirecache
 */
const shareOwnTypeScript = (): void => {
  const requireInParser = createRequire(require.resolve('@typescript-eslint/parser'))
  const estree = createRequire(requireInParser.resolve('@typescript-eslint/typescript-estree'))
  const apiUtils = createRequire(estree.resolve('ts-api-utils'))
  const own = estree.resolve('typescript')
  const found = apiUtils.resolve('typescript')
  if (found === own) return
  estree('typescript')
  require.cache[found] = require.cache[own]
}

try {
  shareOwnTypeScript()
} catch {
  // Installed otherwise than expected: the parser itself says best what it lacks.
}

export const parser =
  require('@typescript-eslint/parser') as typeof import('@typescript-eslint/parser')

// Runs of ESLint as processes of their own, with configurations that differ in what they add.
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dist } from './measure.js'

const require = createRequire(import.meta.url)
const eslint = join(dirname(require.resolve('eslint/package.json')), 'bin/eslint.js')

/** The URL of an installed package, as text of a module. */
export const urlOf = (specifier) => JSON.stringify(pathToFileURL(require.resolve(specifier)).href)

/** What imports the plugin that is measured. */
export const importPlugin = `import plugin from ${JSON.stringify(pathToFileURL(join(dist, 'index.js')).href)}`

/** Writes a configuration into the folder that is linted: ESLint's recommended one and what is added to it. */
export function writeConfig(folder, name, imports, entries) {
  writeFileSync(
    configOf(folder, name),
    `${imports}
import * as parser from ${urlOf('@typescript-eslint/parser')}
import js from ${urlOf('@eslint/js')}
export default [
  { files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'], languageOptions: { parser } },
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  js.configs.recommended,
  ${entries}
]
`,
  )
}

/** Milliseconds that a whole run takes. */
export function lint(folder, name, concurrency) {
  const start = performance.now()
  const config = configOf(folder, name)
  const argv = [eslint, '--config', config, '--concurrency', concurrency, '--format', 'json', '.']
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder, maxBuffer: 2 ** 30 })
  if (status === null || status > 1) throw new Error(`ESLint failed: ${stderr}`)
  return performance.now() - start
}

/** Forgets what earlier runs kept of the folder. */
export function forgetFacts(folder) {
  rmSync(join(folder, 'node_modules/.cache'), { recursive: true, force: true })
}

function configOf(folder, name) {
  return join(folder, `bench.${name}.mjs`)
}

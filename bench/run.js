// Runs the benchmarks one after another, or those that are named: npm run bench -- [name ...]
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const all = {
  index: ['index-build.js'],
  lint: ['lint.js', '--rounds', '2'],
  rules: ['rules.js'],
  relint: ['relint.js'],
  growth: ['growth.js', '--million'],
  check: ['check.js'],
  watchdog: ['watchdog.js', '7', '12', '500', 'express'],
  'watchdog-fastify': ['watchdog.js', '7', '12', '500', 'fastify'],
  'watchdog-start': ['watchdog-start.js'],
  'watchdog-instructions': ['watchdog-instructions.js', '--framework', 'express'],
  'watchdog-instructions-fastify': ['watchdog-instructions.js', '--framework', 'fastify'],
}
const names = process.argv.slice(2)
const unknown = names.filter((name) => !Object.hasOwn(all, name))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}.`)
  process.exitCode = 2
} else {
  for (const name of names.length > 0 ? names : Object.keys(all)) run(name)
}

function run(name) {
  const [script, ...argv] = all[name]
  const path = fileURLToPath(new URL(script, import.meta.url))
  if (!existsSync(path)) return
  console.log(`== ${name}\n`)
  const { status } = spawnSync(process.execPath, [path, ...argv], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
  console.log()
}

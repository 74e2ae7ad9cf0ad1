import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { blockingApisOf } from '../../dist/catalogue/package-apis.js'
import { packageFamilies } from '../../dist/catalogue/packages.js'

const batch = 40
const here = fileURLToPath(new URL('.', import.meta.url))

/** `csv-parse/sync` is of `csv-parse`, `@noble/hashes/scrypt.js` of `@noble/hashes`. */
const packageOf = (specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier

const isOfNode = (specifier) => specifier.startsWith('node:') || specifier === 'global'

/** What must exist: the paths that are listed or left out, and their alternatives, by specifier. */
function claimsOf(entry) {
  const [name] = entry.specifiers
  const apis = blockingApisOf(entry)
  const own = apis.map(([path]) => path)
  const twins = apis.flatMap(([, { instead }]) => (instead === undefined ? [] : [instead.split('#')]))
  return [
    ...own.map((path) => ({ specifier: name, path, returns: entry.returns ?? {} })),
    // What is left out may be a property.
    ...Object.keys(entry.leftOut ?? {}).map((path) => ({
      specifier: name,
      path,
      returns: entry.returns ?? {},
      isProperty: true,
    })),
    ...twins.map(([specifier, path]) => ({ specifier, path, returns: entry.returns ?? {} })),
  ].filter(({ specifier }) => !isOfNode(specifier))
}

function install(names, folder) {
  const options = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--silent']
  try {
    execFileSync('npm', ['install', ...options, ...names], { cwd: folder, stdio: 'pipe' })
  } catch {
    // One that cannot be installed must not keep the others from it.
    if (names.length > 1) for (const name of names) install([name], folder)
  }
}

/** Looks at a module in a process of its own: some start servers, timers or never end. */
function check(specifier, claims, folder) {
  return new Promise((resolve) => {
    const args = ['--no-warnings', 'check-exports.mjs', specifier, JSON.stringify(claims)]
    const child = spawn(process.execPath, args, { cwd: folder, timeout: 60_000 })
    let output = ''
    child.stdout.on('data', (text) => (output += text))
    child.stderr.resume()
    child.on('close', () => {
      const [, answer] = /^answer:(.*)$/m.exec(output) ?? []
      resolve(answer === undefined ? { error: 'it ended without an answer' } : JSON.parse(answer))
    })
  })
}

/**
 * Installs the packages of the catalogue and looks whether they have what is listed.
 *
 * @param {{ only: readonly string[], keep?: string }} options `only` packages, all when empty;
 * `keep` a folder that may have them installed already and stays
 * @returns {Promise<boolean>} whether nothing was missing
 */
export async function probePackages({ only, keep }) {
  const folder = keep === undefined ? mkdtempSync(path.join(tmpdir(), 'probe-packages-')) : path.resolve(keep)
  mkdirSync(folder, { recursive: true })
  const manifest = path.join(folder, 'package.json')
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }')
  for (const file of ['check-exports.mjs', 'instances.mjs']) {
    cpSync(path.join(here, file), path.join(folder, file))
  }

  const entries = packageFamilies
    .flatMap(({ packages }) => packages)
    .filter(({ specifiers: [name] }) => only.length === 0 || only.includes(packageOf(name)))
  const claims = new Map()
  for (const claim of entries.flatMap(claimsOf)) {
    claims.set(claim.specifier, [...(claims.get(claim.specifier) ?? []), claim])
  }
  for (const { specifiers, reexports } of entries) {
    if (reexports !== undefined && !claims.has(specifiers[0])) claims.set(specifiers[0], [])
  }
  const names = [...new Set([...claims.keys()].map(packageOf))]
  const missing = names.filter((name) => !existsSync(path.join(folder, 'node_modules', name)))
  for (let at = 0; at < missing.length; at += batch) install(missing.slice(at, at + batch), folder)

  let seen = 0
  const failures = []
  const problems = []
  for (const [specifier, group] of claims) {
    const { error, results = [] } = await check(specifier, group, folder)
    if (error !== undefined) problems.push(`${specifier}: ${error}`)
    for (const { path: wanted, outcome, isProperty } of results) {
      if (outcome === 'function' || (isProperty && outcome !== 'undefined')) seen += 1
      else if (outcome === 'no instance') {
        problems.push(`${specifier}#${wanted}: no instance could be made`)
      } else failures.push(`${specifier}#${wanted} is ${outcome}.`)
    }
  }
  if (keep === undefined) rmSync(folder, { recursive: true, force: true })

  for (const problem of problems) console.log(`Not checked: ${problem}`)
  console.log(
    `${entries.length} modules of ${names.length} packages: ${seen} paths seen, ` +
      `${problems.length} not checked; ${failures.length} failures.`,
  )
  for (const failure of failures) console.error(failure)
  return failures.length === 0
}

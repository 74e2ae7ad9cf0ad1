import * as esbuild from 'esbuild'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { StallReport } from '../../src/runtime/types.js'
import { hashLine } from '../../src/stalls-file.js'
import { register, runProgram } from './run-program.mjs'

/** Compiled, the loop stands on another line, and in some cases in another file. */
const source = `interface Loaf {
  readonly grams: number
}

enum Crust {
  Thin,
  Thick,
}

/* Sourdough takes
   its time. */
export function knead(loaf: Loaf, crust: Crust): number {
  let sum: number = crust
  const end = process.cpuUsage().user + 400_000
  while (process.cpuUsage().user < end) sum += Math.sqrt(loaf.grams) // guilty
  return sum
}

setTimeout(() => knead({ grams: 750 }, Crust.Thick), 300)
`
const guilty = source.split('\n').findIndex((line) => line.includes('// guilty')) + 1
const guiltyText = source.split('\n')[guilty - 1]!
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

let folder: string
let file: string
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'event-loop-maps-')))
  mkdirSync(path.join(folder, 'src'))
  file = path.join(folder, 'src', 'bakery.ts')
  writeFileSync(file, source)
  // The outputs are ES modules.
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string): string => {
  const target = path.join(folder, name)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, text)
  return target
}

const compileWithTypeScript = (name: string, options: ts.CompilerOptions): string => {
  const { outputText, sourceMapText } = ts.transpileModule(source, {
    fileName: file,
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, ...options },
  })
  if (sourceMapText !== undefined) {
    const map = JSON.parse(sourceMapText) as { sources: string[] }
    map.sources = ['../src/bakery.ts']
    write(`${name}/bakery.js.map`, JSON.stringify(map))
  }
  return write(`${name}/bakery.js`, outputText)
}

const compileWithEsbuild = (name: string, options: esbuild.BuildOptions): string => {
  const outfile = path.join(folder, name, 'server.js')
  esbuild.buildSync({ entryPoints: [file], outfile, format: 'esm', bundle: true, ...options })
  return outfile
}

const stallOf = async (program: string, flags?: readonly string[]): Promise<StallReport> => {
  const preload = ['--import', pathToFileURL(register).href]
  const { reports, stderr } = await runProgram(program, flags && { flags: [...preload, ...flags] })
  expect(stderr).toBe('')
  const stalls = (reports as StallReport[]).filter(({ durationMs }) => durationMs >= 250)
  const stall = stalls.findLast(({ stillBlocked }) => !stillBlocked)
  expect(stall).toBeDefined()
  return stall!
}

const theSource = () => ({ functionName: 'knead', file, line: guilty, textHash: hashLine(guiltyText) })

describe('the line that blocked is the one that was written', { timeout: 90_000 }, () => {
  it.each<[string, () => string]>([
    ['tsc', () => compileWithTypeScript('tsc', { sourceMap: true })],
    ['tsc, inline', () => compileWithTypeScript('tsc-inline', { inlineSourceMap: true, sourceRoot: pathToFileURL(path.join(folder, 'src')).href })],
    ['esbuild', () => compileWithEsbuild('esbuild', { sourcemap: 'linked' })],
    ['esbuild, inline', () => compileWithEsbuild('esbuild-inline', { sourcemap: 'inline' })],
    ['esbuild, minified', () => compileWithEsbuild('esbuild-minified', { sourcemap: true, minify: true, keepNames: true })],
  ])('compiled by %s', async (_, compile) => {
    const program = compile()
    const { place, blockedAt } = await stallOf(program)
    expect(place).toMatchObject(theSource())
    expect(place?.generated?.file).toBe(program)
    expect(blockedAt?.frames[0]?.file).toBe(file)
  })

  it('compiled in memory by tsx', async () => {
    const { place } = await stallOf(file, ['--import', tsx])
    expect(place).toMatchObject(theSource())
  })

  it.runIf(process.features.typescript)('stripped of its types by Node.js', async () => {
    const plain = write('src/plain.ts', source.replace(/enum Crust \{[^]*?\n\}/, 'const Crust = { Thick: 1 }\ntype Crust = number'))
    const text = readFileSync(plain, 'utf8').split('\n')
    const { place } = await stallOf(plain, ['--disable-warning=ExperimentalWarning'])
    expect(place).toMatchObject({ file: plain, line: text.indexOf(guiltyText) + 1 })
    expect(place?.generated).toBeUndefined()
  })

  it('is shown on the terminal', async () => {
    const program = compileWithEsbuild('shown', { sourcemap: 'inline' })
    const { stderr } = await runProgram(program, { environment: { EVENT_LOOP_REPORT: 'terminal' } })
    expect(stderr).toMatch(new RegExp(`> knead \\S*src/bakery\\.ts:${guilty}:\\d+\n`))
    expect(stderr).toContain(`> ${guilty} | ${guiltyText}`)
  })

  it('is shown from the map where the source is not there', async () => {
    const program = compileWithEsbuild('moved', { sourcemap: 'inline' })
    cpSync(program, write('elsewhere/deep/down/server.js', ''))
    const { stderr } = await runProgram(path.join(folder, 'elsewhere/deep/down/server.js'), {
      environment: { EVENT_LOOP_REPORT: 'terminal' },
    })
    expect(stderr).toContain(`> ${guilty} | ${guiltyText}`)
  })
})

describe('the line that runs is named', { timeout: 90_000 }, () => {
  it.each<[string, string | null]>([
    ['is no JSON', '{"version":3,'],
    ['is missing', null],
    ['has mappings that are none', '{"version":3,"sources":["../src/bakery.ts"],"names":[],"mappings":"!?"}'],
    ['leads nowhere', '{"version":3,"sources":["../src/bakery.ts"],"names":[],"mappings":"AAAA"}'],
    // Line 1001 of the source, from the first line on.
    ['leads beyond the source', '{"version":3,"sources":["../src/bakery.ts"],"names":[],"mappings":"AAwwBA;AACA;AACA;AACA;AACA;AACA;AACA;AACA;AACA;AACA;AACA;AACA;AACA;AACA;AACA"}'],
  ])('when the map %s', async (_, map) => {
    const program = compileWithTypeScript('broken', { sourceMap: true })
    const mapFile = path.join(folder, 'broken/bakery.js.map')
    if (map === null) rmSync(mapFile)
    else writeFileSync(mapFile, map)
    const lines = readFileSync(program, 'utf8').split('\n')
    const { place } = await stallOf(program)
    expect(place).toMatchObject({ file: program, functionName: 'knead' })
    // tsc puts the loop's body on a line of its own.
    expect(lines[place!.line - 1]).toMatch(/while|guilty/)
    expect(place?.generated).toBeUndefined()
  })
})

describe('a program that a bundler has put the watchdog into', { timeout: 90_000 }, () => {
  it('is not watched, and one line says why', async () => {
    const entry = write('bundled/server.mjs', `import '${register}'\nimport '../src/bakery.ts'\n`)
    const outfile = path.join(folder, 'bundled', 'out.mjs')
    const external = ['blocked-at', '@jridgewell/trace-mapping', '@opentelemetry/api']
    esbuild.buildSync({ entryPoints: [entry], outfile, format: 'esm', bundle: true, platform: 'node', external })
    const { reports, stderr, exitCode } = await runProgram(outfile, { flags: [] })
    expect({ reports, exitCode }).toEqual({ reports: [], exitCode: 0 })
    expect(stderr).toMatch(/^eslint-plugin-event-loop: the watchdog cannot run as a part of a bundle: [^\n]+\n$/)
  })
})

describe('large source maps', { timeout: 90_000 }, () => {
  it('one after the other are decoded in the memory that there is', async () => {
    const lines = 57_000
    // Everything comes from the first line, but for what comes after, which comes from the 16th.
    const mappings = `${`${'AAAA,CAAA,'.repeat(13)}CAAA;`.repeat(lines)}AAeA`
    const map = JSON.stringify({ version: 3, names: [], sources: ['../src/bakery.ts'], mappings })
    // Just below what is read at all.
    expect(map.length).toBeGreaterThan(7_500_000)
    expect(map.length).toBeLessThan(8_000_000)
    const loop = 'const end = process.cpuUsage().user + 300_000; while (process.cpuUsage().user < end) Math.sqrt(2)'
    const names = ['north', 'south']
    for (const name of names) {
      write(`large/${name}.js.map`, map)
      const code = `${'\n'.repeat(lines)}export function ${name}() { ${loop} }\n//# sourceMappingURL=${name}.js.map\n`
      write(`large/${name}.js`, code)
    }
    const imports = names.map((name) => `import { ${name} } from './${name}.js'\n`).join('')
    const wait = 'await new Promise((resolve) => setTimeout(resolve, 2000))\n'
    const program = write('large/all.js', `${imports}${wait}${names.map((name) => `${name}()\n${wait}`).join('')}`)
    const { reports, stderr } = await runProgram(program)
    expect(stderr).toBe('')
    const places = reports.map(({ place }: StallReport) => place && `${place.functionName} ${path.basename(place.file)}:${place.line}`)
    expect(places).toEqual(expect.arrayContaining(names.map((name) => `${name} bakery.ts:16`)))
  })
})

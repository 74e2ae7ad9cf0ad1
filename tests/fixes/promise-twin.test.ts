import { describe, expect, it } from 'vitest'
import { lint } from '../rules/marked-lines.js'

type Parser = 'espree' | 'typescript'

interface Case {
  readonly title: string
  /** What stands before the handler; an import of fs by default. */
  readonly before?: string
  /** The handler's parameters and body. */
  readonly handler: string
  readonly typescript?: boolean
}

interface Mended extends Case {
  readonly after: string
  readonly beforeAfter?: string
  readonly twin?: string
}

const defaultImport = `import fs from 'node:fs'`

const fileOf = (before: string, handler: string): string =>
  before.includes('require(')
    ? `${before}\nconst express = require('express')\nexpress().get('/menu', ${handler})\n`
    : `${before}\nimport express from 'express'\nexpress().get('/menu', ${handler})\n`

const suggestionsFor = (code: string, parser: Parser) =>
  lint('no-blocking-call', { code }, parser).flatMap(({ suggestions }) => suggestions ?? [])

const apply = (code: string, { range, text }: { range: [number, number]; text: string }): string =>
  code.slice(0, range[0]) + text + code.slice(range[1])

const parsersOf = ({ typescript }: Case): readonly Parser[] =>
  typescript ? ['typescript'] : ['espree', 'typescript']

const mended: readonly Mended[] = [
  {
    title: 'a statement',
    handler: `async (req, res) => { fs.rmSync('menu') }`,
    after: `async (req, res) => { await fs.promises.rm('menu') }`,
  },
  {
    title: 'the body of an arrow function',
    handler: `async (req, res) => fs.readFileSync('menu', 'utf8')`,
    after: `async (req, res) => await fs.promises.readFile('menu', 'utf8')`,
  },
  {
    title: 'an initial value, an argument, a template and a spread',
    handler: `async function show(req, res) { res.end(\`\${[...fs.readdirSync('menu')]}\`) }`,
    after: `async function show(req, res) { res.end(\`\${[...await fs.promises.readdir('menu')]}\`) }`,
  },
  {
    title: 'the object of a member',
    handler: `async (req, res) => { res.end(fs.readFileSync('menu').toString()) }`,
    after: `async (req, res) => { res.end((await fs.promises.readFile('menu')).toString()) }`,
  },
  {
    title: 'the object of an optional member',
    handler: `async (req, res) => { res.end(fs.readdirSync('menu')?.[0]) }`,
    after: `async (req, res) => { res.end((await fs.promises.readdir('menu'))?.[0]) }`,
  },
  {
    title: 'one in parentheses already',
    handler: `async (req, res) => { res.end((fs.readFileSync('menu')).length) }`,
    after: `async (req, res) => { res.end((await fs.promises.readFile('menu')).length) }`,
  },
  {
    title: 'an operand',
    handler: `async (req, res) => { res.end(!fs.statSync('menu') + 1) }`,
    after: `async (req, res) => { res.end(!await fs.promises.stat('menu') + 1) }`,
  },
  {
    title: 'the base of a power',
    handler: `async (req, res) => { res.end(fs.readlinkSync('menu') ** 2) }`,
    after: `async (req, res) => { res.end((await fs.promises.readlink('menu')) ** 2) }`,
  },
  {
    title: 'the exponent of a power',
    handler: `async (req, res) => { res.end(2 ** fs.readlinkSync('menu')) }`,
    after: `async (req, res) => { res.end(2 ** await fs.promises.readlink('menu')) }`,
  },
  {
    title: 'an argument of new, whose callee it is not',
    handler: `async (req, res) => { res.end(new Menu(fs.readFileSync('menu'))) }`,
    after: `async (req, res) => { res.end(new Menu(await fs.promises.readFile('menu'))) }`,
  },
  {
    title: 'what a loop goes through',
    handler: `async (req, res) => { for (const dish of fs.readdirSync('menu')) res.write(dish) }`,
    after: `async (req, res) => { for (const dish of await fs.promises.readdir('menu')) res.write(dish) }`,
  },
  {
    title: 'one that is awaited without need',
    handler: `async (req, res) => { await fs.mkdirSync('menu') }`,
    after: `async (req, res) => { await fs.promises.mkdir('menu') }`,
  },
  {
    title: 'inside try, with comments everywhere',
    handler: `async (req, res) => {
  try { /* a */ fs /* b */ . /* c */ accessSync(/* d */ 'menu' /* e */) // f
  } catch { res.end() }
}`,
    after: `async (req, res) => {
  try { /* a */ await fs /* b */ . /* c */ promises.access(/* d */ 'menu' /* e */) // f
  } catch { res.end() }
}`,
  },
  {
    title: 'a statement that begins with a parenthesis after one without a semicolon',
    handler: `async (req, res) => {
  const menu = req.params
  fs.readdirSync('menu').forEach(print)
}`,
    after: `async (req, res) => {
  const menu = req.params
  ;(await fs.promises.readdir('menu')).forEach(print)
}`,
  },
  {
    title: 'a statement that begins with a parenthesis after one with a semicolon, or a block',
    handler: `async (req, res) => {
  if (req.body) { print(req.body) }
  fs.readdirSync('menu').forEach(print);
}`,
    after: `async (req, res) => {
  if (req.body) { print(req.body) }
  (await fs.promises.readdir('menu')).forEach(print);
}`,
  },
  {
    title: 'a namespace import',
    before: `import * as files from "fs"`,
    handler: `async (req, res) => { files.copyFileSync('a', 'b') }`,
    after: `async (req, res) => { await files.promises.copyFile('a', 'b') }`,
  },
  {
    title: 'a module that is required',
    before: `const fs = require('fs')`,
    handler: `async (req, res) => { fs.unlinkSync('menu') }`,
    after: `async (req, res) => { await fs.promises.unlink('menu') }`,
  },
  {
    title: 'a module that is required where it is used',
    before: `const path = require('path')`,
    handler: `async (req, res) => { require('fs').unlinkSync('menu') }`,
    after: `async (req, res) => { await require('fs').promises.unlink('menu') }`,
  },
  {
    title: 'a named import, which gets another beside it',
    before: `import { writeFileSync } from 'node:fs'`,
    handler: `async (req, res) => { writeFileSync('menu', req.body) }`,
    beforeAfter: `import { writeFileSync } from 'node:fs'\nimport { writeFile } from 'node:fs/promises'`,
    after: `async (req, res) => { await writeFile('menu', req.body) }`,
  },
  {
    title: 'a renamed import in double quotes with a semicolon',
    before: `import { readFileSync as slurp } from "fs";`,
    handler: `async (req, res) => { res.end(slurp('menu')); }`,
    beforeAfter: `import { readFileSync as slurp } from "fs";\nimport { readFile } from "fs/promises";`,
    after: `async (req, res) => { res.end(await readFile('menu')); }`,
  },
  {
    title: 'a named import where promises are imported already',
    before: `import { readFileSync } from 'node:fs'\nimport { access, stat as look } from 'node:fs/promises'`,
    handler: `async (req, res) => { res.end(readFileSync('menu')) }`,
    beforeAfter: `import { readFileSync } from 'node:fs'\nimport { access, stat as look, readFile } from 'node:fs/promises'`,
    after: `async (req, res) => { res.end(await readFile('menu')) }`,
  },
  {
    title: 'a named import whose twin is imported already',
    before: `import { statSync } from 'node:fs'\nimport { stat as look } from 'fs/promises'`,
    handler: `async (req, res) => { res.end(statSync('menu').size) }`,
    after: `async (req, res) => { res.end((await look('menu')).size) }`,
    twin: 'look',
  },
  {
    title: 'any import where all of the promises are imported already',
    before: `import fs from 'node:fs'\nimport files from 'node:fs/promises'`,
    handler: `async (req, res) => { fs.renameSync('a', 'b') }`,
    after: `async (req, res) => { await files.rename('a', 'b') }`,
    twin: 'files.rename',
  },
  {
    title: 'a named import beside `promises`',
    before: `import { promises as files, rmSync } from 'fs'`,
    handler: `async (req, res) => { rmSync('menu') }`,
    after: `async (req, res) => { await files.rm('menu') }`,
    twin: 'files.rm',
  },
  {
    title: 'a named import beside all of the module',
    before: `import fs, { rmSync } from 'fs'`,
    handler: `async (req, res) => { rmSync('menu') }`,
    after: `async (req, res) => { await fs.promises.rm('menu') }`,
  },
  {
    title: 'a destructured module',
    before: `const { rmSync } = require('node:fs');`,
    handler: `async (req, res) => { rmSync('menu'); }`,
    beforeAfter: `const { rmSync } = require('node:fs');\nconst { rm } = require('node:fs/promises');`,
    after: `async (req, res) => { await rm('menu'); }`,
  },
  {
    title: 'a destructured module, renamed, where the name of the twin is taken',
    before: `const { rmSync: drop } = require('fs')\nconst rm = 1`,
    handler: `async (req, res) => { drop('menu', rm) }`,
    beforeAfter: `const { rmSync: drop } = require('fs')\nconst { rm: rmAsync } = require('fs/promises')\nconst rm = 1`,
    after: `async (req, res) => { await rmAsync('menu', rm) }`,
  },
  {
    title: 'a named import in a function of the name of the twin',
    before: `import { readFileSync } from 'node:fs'`,
    handler: `async function readFile(req, res) { res.end(readFileSync('menu')) }`,
    beforeAfter: `import { readFileSync } from 'node:fs'\nimport { readFile as readFileAsync } from 'node:fs/promises'`,
    after: `async function readFile(req, res) { res.end(await readFileAsync('menu')) }`,
  },
  {
    title: 'Windows line ends',
    before: `import { rmSync } from 'node:fs'\r`,
    handler: `async (req, res) => { rmSync('menu') }`,
    beforeAfter: `import { rmSync } from 'node:fs'\r\nimport { rm } from 'node:fs/promises'\r`,
    after: `async (req, res) => { await rm('menu') }`,
  },
  {
    title: 'what is said not to be null',
    typescript: true,
    handler: `async (req, res) => { const menu = fs.readFileSync('menu')! as Buffer }`,
    after: `async (req, res) => { const menu = (await fs.promises.readFile('menu'))! as Buffer }`,
  },
  {
    title: 'an import by `import =`',
    typescript: true,
    before: `import fs = require('node:fs')`,
    handler: `async (req, res) => { fs.symlinkSync('a', 'b') }`,
    after: `async (req, res) => { await fs.promises.symlink('a', 'b') }`,
  },
  {
    title: 'an options object that the twin takes, too',
    handler: `async (req, res) => { fs.statSync('menu', { bigint: true }) }`,
    after: `async (req, res) => { await fs.promises.stat('menu', { bigint: true }) }`,
  },
]

describe('suggests the twin for', () => {
  for (const row of mended) {
    const { title, before = defaultImport, beforeAfter = before, handler, after, twin } = row
    for (const parser of parsersOf(row)) {
      it(`${title} (${parser})`, () => {
        const code = fileOf(before, handler)
        const [suggestion, ...others] = suggestionsFor(code, parser)
        expect(others).toEqual([])
        if (suggestion === undefined) throw new Error('Nothing is suggested.')
        const output = apply(code, suggestion.fix)
        expect(output).toBe(fileOf(beforeAfter, after))
        expect(suggestion.messageId).toBe('awaitTwin')
        if (twin !== undefined) expect(suggestion.desc).toBe(`Await \`${twin}\` instead.`)
        expect(lint('no-blocking-call', { code: output }, parser)).toEqual([])
      })
    }
  }
})

const left: readonly Case[] = [
  { title: 'in a function that is not async', handler: `(req, res) => { fs.rmSync('menu') }` },
  {
    title: 'in a callback that is not async',
    handler: `async (req, res) => { req.body.map((name) => fs.statSync(name)) }`,
  },
  {
    title: 'handed to what runs it',
    handler: `async (req, res) => { req.body.map(fs.statSync) }`,
  },
  {
    title: 'in an async generator',
    handler: `async function* (req, res) { yield fs.readFileSync('menu') }`,
  },
  {
    title: 'in a default value',
    handler: `async (req, res, menu = fs.readFileSync('menu')) => { res.end(menu) }`,
  },
  {
    title: 'in the field of a class',
    handler: `async (req, res) => { res.end(new (class { menu = fs.readFileSync('menu') })()) }`,
  },
  {
    title: 'in a static block',
    handler: `async (req, res) => { class Menu { static { fs.statSync('menu') } }; res.end(Menu) }`,
  },
  { title: 'that has a twin which throws', handler: `async (req, res) => { res.end(fs.existsSync('menu')) }` },
  { title: 'whose twin gives something else', handler: `async (req, res) => { res.end(fs.openSync('menu')) }` },
  { title: 'that reads a descriptor', handler: `async (req, res) => { res.end(fs.readFileSync(0)) }` },
  { title: 'that may read a descriptor', handler: `async (req, res) => { res.end(fs.readFileSync(process.stdin.fd)) }` },
  {
    title: 'with an option that the twin lacks',
    handler: `async (req, res) => { res.end(fs.statSync('menu', { throwIfNoEntry: false })) }`,
  },
  {
    title: 'with options that are not known',
    handler: `async (req, res) => { res.end(fs.statSync('menu', req.body)) }`,
  },
  { title: 'with arguments that are not known', handler: `async (req, res) => { fs.rmSync(...req.body) }` },
  { title: 'by way of call', handler: `async (req, res) => { fs.rmSync.call(fs, 'menu') }` },
  { title: 'that is optional', handler: `async (req, res) => { fs.rmSync?.('menu') }` },
  { title: 'of a module that is optional', handler: `async (req, res) => { fs?.rmSync('menu') }` },
  { title: 'of a computed name', handler: `async (req, res) => { fs['rmSync']('menu') }` },
  {
    title: 'of a bound function',
    before: `import fs from 'node:fs'\nconst drop = fs.rmSync.bind(fs, 'menu')`,
    handler: `async (req, res) => { drop() }`,
  },
  {
    title: 'of another module',
    before: `import { execSync } from 'node:child_process'`,
    handler: `async (req, res) => { execSync('ls') }`,
  },
  {
    title: 'where both names for the twin are taken',
    before: `import { rmSync } from 'node:fs'\nconst rm = 1, rmAsync = 2`,
    handler: `async (req, res) => { rmSync('menu', rm, rmAsync) }`,
  },
  {
    title: 'of a module that is required inside of a function',
    before: `const path = require('path')`,
    handler: `async (req, res) => { const { rmSync } = require('fs'); rmSync('menu') }`,
  },
  {
    title: 'of an object that holds the module',
    before: `import fs from 'node:fs'\nconst disk = { fs }`,
    handler: `async (req, res) => { disk.fs.rmSync('menu') }`,
  },
]

it.each([
  ["accessSync('menu')", "access('menu')"],
  ["appendFileSync('menu', text)", "appendFile('menu', text)"],
  ["chmodSync('menu', 0o600)", "chmod('menu', 0o600)"],
  ["chownSync('menu', 1, 1)", "chown('menu', 1, 1)"],
  ["copyFileSync('menu', 'copy')", "copyFile('menu', 'copy')"],
  ["cpSync('menus', 'copies')", "cp('menus', 'copies')"],
  ["lchownSync('link', 1, 1)", "lchown('link', 1, 1)"],
  ["linkSync('menu', 'link')", "link('menu', 'link')"],
  ["lstatSync('link')", "lstat('link')"],
  ["lutimesSync('link', 0, 0)", "lutimes('link', 0, 0)"],
  ["mkdirSync('menus')", "mkdir('menus')"],
  ["mkdtempSync('menus-')", "mkdtemp('menus-')"],
  ["realpathSync('link')", "realpath('link')"],
  ["renameSync('menu', 'old')", "rename('menu', 'old')"],
  ["rmdirSync('menus')", "rmdir('menus')"],
  ["statfsSync('menus')", "statfs('menus')"],
  ["symlinkSync('menu', 'link')", "symlink('menu', 'link')"],
  ["truncateSync('menu')", "truncate('menu')"],
  ["unlinkSync('menu')", "unlink('menu')"],
  ["utimesSync('menu', 0, 0)", "utimes('menu', 0, 0)"],
  ["writeFileSync('menu', text)", "writeFile('menu', text)"],
])('suggests of fs.%s the twin fs.promises.%s', (call, twin) => {
  const code = (statement: string): string => fileOf(defaultImport, `async (req, res) => { ${statement} }`)
  const before = code(`fs.${call}`)
  const [suggestion] = suggestionsFor(before, 'espree')
  expect(suggestion && apply(before, suggestion.fix)).toBe(code(`await fs.promises.${twin}`))
})

describe('suggests nothing for a call', () => {
  for (const row of left) {
    const { title, before = defaultImport, handler } = row
    for (const parser of parsersOf(row)) {
      it(`${title} (${parser})`, () => {
        const code = fileOf(before, handler)
        const messages = lint('no-blocking-call', { code }, parser)
        expect(messages).toHaveLength(1)
        expect(messages.flatMap(({ suggestions }) => suggestions ?? [])).toEqual([])
      })
    }
  }
})

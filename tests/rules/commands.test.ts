import { describe } from 'vitest'
import { testMarkedLines } from './marked-lines.js'

/** `.option().usage()` */
const chain = (methods: string): string =>
  methods
    .split(' ')
    .map((method) => `.${method}()`)
    .join('')

describe('commands of command line tools', () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'timers of commands that start no server, with commander, yargs, cac and oclif',
      code: `
import fs from 'node:fs'
import { program, Command } from 'commander'
import yargs from 'yargs'
import makeYargs from 'yargs/yargs'
import cac from 'cac'
import { Command as Task } from '@oclif/core'
import Order from '@oclif/command'
const watch = (file) => setInterval(() => fs.statSync(file), 1000)
program.name('menus').command('print').description('Prints').action(() => watch('a'))
new Command().option('-f').action(() => { setInterval(() => fs.statSync('b'), 10) })
yargs(process.argv).usage('menus').command('list', 'Lists', {}, () => setInterval(() => fs.statSync('c'), 10))
yargs().command({ command: 'show', handler: () => setInterval(() => fs.statSync('d'), 10) })
makeYargs().command({ command: 'hide', handler: () => setInterval(() => fs.statSync('h'), 10) })
cac('menus').command('draw').option('-f').action(() => setInterval(() => fs.statSync('e'), 10))
export class Print extends Task {
  run() { setInterval(() => fs.statSync('f'), 10) }
}
export class Serve extends Order {
  run() { setInterval(() => fs.statSync('g'), 10) }
}`,
    },
    {
      title: 'commands at the end of long chains',
      code: `
import fs from 'node:fs'
import { createCommand, program } from 'commander'
import yargs from 'yargs'
import { cac } from 'cac'
const poll = () => { setInterval(() => fs.statSync('menu'), 10) }
program${chain('addArgument addCommand addHelpText addOption alias aliases allowExcessArguments allowUnknownOption argument arguments configureHelp configureOutput description enablePositionalOptions exitOverride helpOption hook name option passThroughOptions requiredOption showHelpAfterError summary usage version command createCommand')}.action(poll).action(() => poll())
createCommand('menus').action(() => poll())
yargs(process.argv)${chain('alias check completion demandCommand demandOption describe env epilog epilogue example fail help middleware option options parserConfiguration positional recommendCommands scriptName showHelpOnFail strict usage version wrap')}.command('list', 'Lists', {}, () => poll()).command('show', 'Shows', {}, () => poll())
cac('menus').command('draw')${chain('alias allowUnknownOptions example ignoreOptionDefaultValue option usage')}.action(() => poll()).action(() => poll())`,
    },
    {
      title: 'a command that starts a server, and what others run, too',
      code: `
import fs from 'node:fs'
import express from 'express'
import { program } from 'commander'
const poll = (file) => setInterval(() => fs.statSync(file), 1000) // !
program.command('serve').action(() => {
  setInterval(() => fs.statSync('a'), 10) // !
  express().get('/', (req, res) => res.send(fs.readFileSync('menu'))).listen(80) // !
})
program.command('watch').action(() => poll('b'))
poll('c')`,
    },
  ])
})

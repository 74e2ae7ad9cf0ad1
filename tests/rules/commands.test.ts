import { describe } from 'vitest'
import { testMarkedLines } from './marked-lines.js'

describe('commands of command line tools', () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'timers of commands that start no server, with commander, yargs, cac and oclif',
      code: `
import fs from 'node:fs'
import { program, Command } from 'commander'
import yargs from 'yargs'
import cac from 'cac'
import { Command as Task } from '@oclif/core'
const watch = (file) => setInterval(() => fs.statSync(file), 1000)
program.name('menus').command('print').description('Prints').action(() => watch('a'))
new Command().option('-f').action(() => { setInterval(() => fs.statSync('b'), 10) })
yargs(process.argv).usage('menus').command('list', 'Lists', {}, () => setInterval(() => fs.statSync('c'), 10))
yargs().command({ command: 'show', handler: () => setInterval(() => fs.statSync('d'), 10) })
cac('menus').command('draw').option('-f').action(() => setInterval(() => fs.statSync('e'), 10))
export class Print extends Task {
  run() { setInterval(() => fs.statSync('f'), 10) }
}`,
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

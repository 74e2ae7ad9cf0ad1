import type { CallTable } from '../reports-of.js'

export const processes: CallTable = {
  'cross-spawn': `
import crossSpawn from 'cross-spawn'

crossSpawn.sync('menu') // io cross-spawn.sync`,
  'default-gateway': `
const defaultGateway = require('default-gateway')

defaultGateway.gateway4sync('menu') // io default-gateway.gateway4sync
defaultGateway.gateway6sync('menu') // io default-gateway.gateway6sync`,
  'detect-libc': `
import detectLibc from 'detect-libc'

detectLibc.familySync('menu') // io detect-libc.familySync
detectLibc.isNonGlibcLinuxSync('menu') // io detect-libc.isNonGlibcLinuxSync
detectLibc.versionSync('menu') // io detect-libc.versionSync`,
  execa: `
import { $, execa, execaCommandSync, execaSync } from 'execa'

$.sync\`ls menus\` // io execa.$.sync
execaCommandSync('ls menus') // io execa.execaCommandSync
execaSync('ls', ['menus']) // io execa.execaSync
await execa('ls', ['menus'])`,
  'git-rev-sync': `
import gitRevSync from 'git-rev-sync'

gitRevSync.branch('menu') // io git-rev-sync.branch
gitRevSync.count('menu') // io git-rev-sync.count
gitRevSync.date('menu') // io git-rev-sync.date
gitRevSync.hasUnstagedChanges('menu') // io git-rev-sync.hasUnstagedChanges
gitRevSync.isDirty('menu') // io git-rev-sync.isDirty
gitRevSync.isTagDirty('menu') // io git-rev-sync.isTagDirty
gitRevSync.log('menu') // io git-rev-sync.log
gitRevSync.long('menu') // io git-rev-sync.long
gitRevSync.message('menu') // io git-rev-sync.message
gitRevSync.remoteUrl('menu') // io git-rev-sync.remoteUrl
gitRevSync.short('menu') // io git-rev-sync.short
gitRevSync.tag('menu') // io git-rev-sync.tag
gitRevSync.tagFirstParent('menu') // io git-rev-sync.tagFirstParent`,
  'node-cmd': `
const nodeCmd = require('node-cmd')

nodeCmd.runSync('menu') // io node-cmd.runSync`,
  'node-machine-id': `
import nodeMachineId from 'node-machine-id'

nodeMachineId.machineIdSync('menu') // io node-machine-id.machineIdSync`,
  shelljs: `
const shell = require('shelljs')
const { ls } = require('shelljs')

shell.exec('ls menus') // io shelljs.exec
shell.exec('ls menus', { silent: true }) // io shelljs.exec
shell.exec('ls menus', { silent: true, async: false }) // io shelljs.exec
shell.exec('ls menus', { async: true })
shell.exec('ls menus', (code, output) => res.send(output))
shell.exec('ls menus', req.options)
shell.cmd('ls', 'menus') // io shelljs.cmd
shell.cp('menu', 'copy') // io shelljs.cp
shell.rm('menu') // io shelljs.rm
shell.cat('menu') // io shelljs.cat
shell.head('menu') // io shelljs.head
shell.tail('menu') // io shelljs.tail
shell.find('menus') // io shelljs.find
ls('menus') // io shelljs.ls
shell.grep('soup', 'menu') // io shelljs.grep
shell.sed('soup', 'stew', 'menu') // io shelljs.sed
shell.sort('menu') // io shelljs.sort
shell.uniq('menu') // io shelljs.uniq
shell.mkdir('menus') // io shelljs.mkdir
shell.mv('menu', 'old') // io shelljs.mv
shell.ln('menu', 'link') // io shelljs.ln
shell.chmod('644', 'menu') // io shelljs.chmod
shell.touch('menu') // io shelljs.touch
shell.test('-f', 'menu') // io shelljs.test
shell.which('cook') // io shelljs.which
shell.cd('menus')
shell.echo('menu')`,
  'sync-exec': `
import syncExec from 'sync-exec'

syncExec('menu') // io sync-exec`,
  tinyexec: `
import { execSync, xSync } from 'tinyexec'

execSync('menu') // io tinyexec.execSync
xSync('menu') // io tinyexec.xSync`,
  username: `
import { usernameSync } from 'username'

usernameSync('menu') // io username.usernameSync`,
  zx: `
import { $, fs } from 'zx'

$.sync\`ls menus\` // io zx.$.sync
fs.readFileSync('menu') // io zx.fs.readFileSync
await $\`ls menus\``,
}

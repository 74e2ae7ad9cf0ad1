import type { CallTable } from '../reports-of.js'

export const configuration: CallTable = {
  conf: `
import Conf from 'conf'
const settings = new Conf({ projectName: 'menus' })

new Conf() // io conf
settings.get('menu') // io conf.Conf#get
settings.has('menu') // io conf.Conf#has
settings.delete('menu') // io conf.Conf#delete
settings.set('menu', 1) // io conf.Conf#set
settings.onDidChange('menu', () => {})`,
  configstore: `
import Configstore from 'configstore'
const settings = new Configstore('menus')

new Configstore('menus') // io configstore
settings.get('menu') // io configstore.Configstore#get
settings.has('menu') // io configstore.Configstore#has
settings.delete('menu') // io configstore.Configstore#delete
settings.set('menu', 1) // io configstore.Configstore#set`,
  cosmiconfig: `
import { cosmiconfig, cosmiconfigSync } from 'cosmiconfig'
const explorer = cosmiconfigSync('menus')

cosmiconfigSync('menus').load('menus.json') // io cosmiconfig.cosmiconfigSync()#load
explorer.search() // io cosmiconfig.cosmiconfigSync()#search
await cosmiconfig('menus').search()`,
  dotenv: `
const dotenv = require('dotenv')

dotenv.config('menu') // io dotenv.config
dotenv.configDotenv('menu') // io dotenv.configDotenv`,
  'dotenv-flow': `
import dotenvFlow from 'dotenv-flow'

dotenvFlow.config('menu') // io dotenv-flow.config`,
  'enhanced-resolve': `
const resolve = require('enhanced-resolve')
const find = resolve.create.sync({ extensions: ['.json'] })

resolve.sync(__dirname, './menu') // io enhanced-resolve.sync
find(__dirname, './menu') // io enhanced-resolve.create.sync()
resolve(__dirname, './menu', () => {})`,
  'find-up': `
import { findDownSync, findUpMultipleSync, findUpSync } from 'find-up'

findDownSync('menu') // io find-up.findDownSync
findUpMultipleSync('menu') // io find-up.findUpMultipleSync
findUpSync('menu') // io find-up.findUpSync`,
  'find-up-simple': `
import { findUpSync } from 'find-up-simple'

findUpSync('menu') // io find-up-simple.findUpSync`,
  'import-fresh': `
import importFresh from 'import-fresh'

importFresh('menu') // io import-fresh`,
  jiti: `
import { createJiti } from 'jiti'
const load = createJiti(import.meta.url)

load('./menu.ts') // io jiti.createJiti() (first call)
await load.import('./menu.ts')`,
  lilconfig: `
const { lilconfig, lilconfigSync } = require('lilconfig')
const searcher = lilconfigSync('menus')

searcher.load('menus.json') // io lilconfig.lilconfigSync()#load
lilconfigSync('menus').search() // io lilconfig.lilconfigSync()#search
await lilconfig('menus').search()`,
  'locate-path': `
import { locatePathSync } from 'locate-path'

locatePathSync('menu') // io locate-path.locatePathSync`,
  nconf: `
import nconf from 'nconf'
const file = new nconf.File({ file: 'menus.json' })

nconf.loadFilesSync(['menus.json']) // io nconf.loadFilesSync
file.loadSync() // io nconf.File#loadSync
file.saveSync() // io nconf.File#saveSync
nconf.get('menu')`,
  'pkg-dir': `
import { packageDirectorySync } from 'pkg-dir'

packageDirectorySync('menu') // io pkg-dir.packageDirectorySync`,
  'pkg-up': `
import { pkgUpSync } from 'pkg-up'

pkgUpSync('menu') // io pkg-up.pkgUpSync`,
  protobufjs: `
import protobuf, { Root } from 'protobufjs'

protobuf.loadSync('menu.proto') // io protobufjs.loadSync
new Root().loadSync('menu.proto') // io protobufjs.Root#loadSync
new protobuf.Root().loadSync('menu.proto') // io protobufjs.Root#loadSync
await protobuf.load('menu.proto')`,
  rc: `
import rc from 'rc'

rc('menu') // io rc`,
  'read-package-up': `
import { readPackageUpSync } from 'read-package-up'

readPackageUpSync('menu') // io read-package-up.readPackageUpSync`,
  'read-pkg': `
import { readPackageSync } from 'read-pkg'

readPackageSync('menu') // io read-pkg.readPackageSync`,
  'read-pkg-up': `
import { readPackageUpSync } from 'read-pkg-up'

readPackageUpSync('menu') // io read-pkg-up.readPackageUpSync`,
  'require-from-string': `
import requireFromString from 'require-from-string'

requireFromString(req.body) // cpu require-from-string`,
  resolve: `
const resolve = require('resolve')

resolve.sync('menu') // io resolve.sync`,
  which: `
import which from 'which'

which.sync('menu') // io which.sync`,
  'write-pkg': `
import * as writePkg from 'write-pkg'

writePkg.addPackageDependenciesSync('menu') // io write-pkg.addPackageDependenciesSync
writePkg.removePackageDependenciesSync('menu') // io write-pkg.removePackageDependenciesSync
writePkg.updatePackageSync('menu') // io write-pkg.updatePackageSync
writePkg.writePackageSync('menu') // io write-pkg.writePackageSync`,
}

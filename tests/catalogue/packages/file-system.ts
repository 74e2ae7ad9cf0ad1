import type { CallTable } from '../reports-of.js'

export const fileSystem: CallTable = {
  'cp-file': `
import { copyFileSync } from 'cp-file'

copyFileSync('menu') // io cp-file.copyFileSync`,
  del: `
import { deleteSync } from 'del'

deleteSync('menu') // io del.deleteSync`,
  'directory-tree': `
import directoryTree from 'directory-tree'

directoryTree('menu') // io directory-tree`,
  'fast-glob': `
const fastGlob = require('fast-glob')

fastGlob.globSync('menu') // io fast-glob.globSync
fastGlob.sync('menu') // io fast-glob.sync`,
  fdir: `
import { fdir } from 'fdir'
const crawler = new fdir().withBasePath().withFullPaths().filter((path) => path.endsWith('.json'))

new fdir().crawl('menus').sync() // io fdir.APIBuilder#sync
crawler.crawl('menus').sync() // io fdir.APIBuilder#sync
new fdir().exclude(isOld).glob('*').globWithOptions(['*']).group().normalize().crawl('menus').sync() // io fdir.APIBuilder#sync
new fdir().onlyCounts().onlyDirs().withAbortSignal(signal).withDirs().withErrors().crawl('menus').sync() // io fdir.APIBuilder#sync
new fdir().withGlobFunction(match).withMaxDepth(1).withMaxFiles(9).crawl('menus').sync() // io fdir.APIBuilder#sync
new fdir().withPathSeparator('/').withRelativePaths().withSymlinks().crawl('menus').sync() // io fdir.APIBuilder#sync
await new fdir().crawl('menus').withPromise()`,
  'fs-extra': `
import fse, { readJsonSync } from 'fs-extra'

fse.pathExistsSync('menu') // io fs-extra.pathExistsSync
fse.createFileSync('menu') // io fs-extra.createFileSync
fse.createLinkSync('menu', 'link') // io fs-extra.createLinkSync
fse.createSymlinkSync('menu', 'link') // io fs-extra.createSymlinkSync
fse.ensureDirSync('menus') // io fs-extra.ensureDirSync
fse.ensureFileSync('menu') // io fs-extra.ensureFileSync
fse.ensureLinkSync('menu', 'link') // io fs-extra.ensureLinkSync
fse.ensureSymlinkSync('menu', 'link') // io fs-extra.ensureSymlinkSync
fse.mkdirpSync('menus') // io fs-extra.mkdirpSync
fse.mkdirsSync('menus') // io fs-extra.mkdirsSync
fse.copySync('menu', 'copy') // io fs-extra.copySync
fse.emptyDirSync('menus') // io fs-extra.emptyDirSync
fse.emptydirSync('menus') // io fs-extra.emptydirSync
fse.moveSync('menu', 'old') // io fs-extra.moveSync
fse.outputFileSync('menu', '') // io fs-extra.outputFileSync
fse.outputJSONSync('menu', {}) // io fs-extra.outputJSONSync
fse.outputJsonSync('menu', {}) // io fs-extra.outputJsonSync
fse.readJSONSync('menu') // io fs-extra.readJSONSync
readJsonSync('menu') // io fs-extra.readJsonSync
fse.removeSync('menu') // io fs-extra.removeSync
fse.writeJSONSync('menu', {}) // io fs-extra.writeJSONSync
fse.writeJsonSync('menu', {}) // io fs-extra.writeJsonSync
const menu = await fse.promises.open('menu')
menu.pullSync() // io fs/promises.FileHandle#pullSync
const menus = await fse.promises.opendir('menus')
menus.readSync() // io fs.Dir#readSync
fse.readFileSync('menu') // io fs-extra.readFileSync
fse.realpathSync.native('menu') // io fs-extra.realpathSync.native
fse.opendirSync('menus').readSync() // io fs-extra.opendirSync, io fs.Dir#readSync
await fse.readJson('menu')
await fse.readFile('menu')`,
  glob: `
import { glob, Glob, globSync } from 'glob'
import * as all from 'glob'

glob.sync('menus/*') // io glob.glob.sync
all.globIterateSync('menus/*') // io glob.globIterateSync
all.globStreamSync('menus/*') // io glob.globStreamSync
globSync('menus/*') // io glob.globSync
all.iterateSync('menus/*') // io glob.iterateSync
all.streamSync('menus/*') // io glob.streamSync
all.sync('menus/*') // io glob.sync
const menus = new Glob('menus/*', {})
menus.iterateSync() // io glob.Glob#iterateSync
menus.streamSync() // io glob.Glob#streamSync
menus.walkSync() // io glob.Glob#walkSync
await glob('menus/*')`,
  globby: `
import * as globby from 'globby'

globby.generateGlobTasksSync('menu') // io globby.generateGlobTasksSync
globby.globbySync('menu') // io globby.globbySync
globby.isGitIgnoredSync('menu') // io globby.isGitIgnoredSync
globby.isIgnoredByIgnoreFilesSync('menu') // io globby.isIgnoredByIgnoreFilesSync`,
  'graceful-fs': `
const fs = require('graceful-fs')

fs.readFileSync('menu') // io graceful-fs.readFileSync
fs.realpathSync.native('menu') // io graceful-fs.realpathSync.native
fs.opendirSync('menus').readSync() // io graceful-fs.opendirSync, io fs.Dir#readSync
const menu = await fs.promises.open('menu')
menu.pullSync() // io fs/promises.FileHandle#pullSync
const menus = await fs.promises.opendir('menus')
menus.readSync() // io fs.Dir#readSync
fs.readFile('menu', () => {})
fs.gracefulify(fs)`,
  isbinaryfile: `
const isbinaryfile = require('isbinaryfile')

isbinaryfile.isBinaryFileSync('menu') // io isbinaryfile.isBinaryFileSync`,
  isexe: `
import { posix, sync, win32 } from 'isexe'

posix.sync('menu') // io isexe.posix.sync
sync('menu') // io isexe.sync
win32.sync('menu') // io isexe.win32.sync`,
  istextorbinary: `
import { isBinary, isText } from 'istextorbinary'

isText('menu.txt')
isBinary('menu.png')`,
  jsonfile: `
import jsonfile from 'jsonfile'

jsonfile.readFileSync('menu') // io jsonfile.readFileSync
jsonfile.writeFileSync('menu') // io jsonfile.writeFileSync`,
  'klaw-sync': `
const klawSync = require('klaw-sync')

klawSync('menu') // io klaw-sync`,
  'load-json-file': `
import { loadJsonFileSync } from 'load-json-file'

loadJsonFileSync('menu') // io load-json-file.loadJsonFileSync`,
  'load-yaml-file': `
import { loadYamlFileSync } from 'load-yaml-file'

loadYamlFileSync('menu') // io load-yaml-file.loadYamlFileSync`,
  lockfile: `
import lockfile from 'lockfile'

lockfile.checkSync('menu') // io lockfile.checkSync
lockfile.lockSync('menu') // io lockfile.lockSync
lockfile.unlockSync('menu') // io lockfile.unlockSync`,
  'make-dir': `
import { makeDirectorySync } from 'make-dir'

makeDirectorySync('menu') // io make-dir.makeDirectorySync`,
  mkdirp: `
import * as mkdirp from 'mkdirp'

mkdirp.manualSync('menu') // io mkdirp.manualSync
mkdirp.mkdirp.sync('menu') // io mkdirp.mkdirp.sync
mkdirp.mkdirpManualSync('menu') // io mkdirp.mkdirpManualSync
mkdirp.mkdirpNativeSync('menu') // io mkdirp.mkdirpNativeSync
mkdirp.mkdirpSync('menu') // io mkdirp.mkdirpSync
mkdirp.nativeSync('menu') // io mkdirp.nativeSync
mkdirp.sync('menu') // io mkdirp.sync`,
  'move-file': `
import { moveFileSync, renameFileSync } from 'move-file'

moveFileSync('menu') // io move-file.moveFileSync
renameFileSync('menu') // io move-file.renameFileSync`,
  'path-exists': `
import { pathExistsSync } from 'path-exists'

pathExistsSync('menu') // io path-exists.pathExistsSync`,
  'proper-lockfile': `
const properLockfile = require('proper-lockfile')

properLockfile.checkSync('menu') // io proper-lockfile.checkSync
properLockfile.lockSync('menu') // io proper-lockfile.lockSync
properLockfile.unlockSync('menu') // io proper-lockfile.unlockSync`,
  'read-yaml-file': `
import readYamlFile from 'read-yaml-file'

readYamlFile.sync('menu') // io read-yaml-file.sync`,
  'readdir-scoped-modules': `
const readdirScopedModules = require('readdir-scoped-modules')

readdirScopedModules.sync('menu') // io readdir-scoped-modules.sync`,
  rimraf: `
import * as rimraf from 'rimraf'

rimraf.manualSync('menu') // io rimraf.manualSync
rimraf.moveRemoveSync('menu') // io rimraf.moveRemoveSync
rimraf.nativeSync('menu') // io rimraf.nativeSync
rimraf.posixSync('menu') // io rimraf.posixSync
rimraf.rimraf.sync('menu') // io rimraf.rimraf.sync
rimraf.rimrafSync('menu') // io rimraf.rimrafSync
rimraf.sync('menu') // io rimraf.sync
rimraf.windowsSync('menu') // io rimraf.windowsSync`,
  'sonic-boom': `
import SonicBoom from 'sonic-boom'
const lines = new SonicBoom({ fd: 1, sync: false })

lines.flushSync() // io sonic-boom.SonicBoom#flushSync
lines.write('menu')
lines.flush()`,
  temp: `
import temp from 'temp'

temp.mkdirSync('menu') // io temp.mkdirSync
temp.openSync('menu') // io temp.openSync
temp.cleanupSync('menu') // io temp.cleanupSync`,
  'temp-write': `
const tempWrite = require('temp-write')

tempWrite.sync('menu') // io temp-write.sync`,
  tempy: `
import { temporaryDirectory, temporaryFile, temporaryWriteSync } from 'tempy'

temporaryDirectory() // io tempy.temporaryDirectory
temporaryWriteSync('menu') // io tempy.temporaryWriteSync
temporaryFile()`,
  tinyglobby: `
import { globSync } from 'tinyglobby'

globSync('menu') // io tinyglobby.globSync`,
  tmp: `
import tmp from 'tmp'

tmp.dirSync() // io tmp.dirSync
tmp.fileSync() // io tmp.fileSync
tmp.tmpNameSync() // io tmp.tmpNameSync
tmp.dir((error, path) => {})`,
  touch: `
const touch = require('touch')

touch.sync('menu') // io touch.sync
touch.touchSync('menu') // io touch.touchSync
touch.ftouchSync('menu') // io touch.ftouchSync`,
  'walk-sync': `
import walkSync from 'walk-sync'

walkSync('menu') // io walk-sync
walkSync.entries('menu') // io walk-sync.entries`,
  walkdir: `
const walkdir = require('walkdir')

walkdir.sync('menu') // io walkdir.sync`,
  'write-file-atomic': `
import writeFileAtomic from 'write-file-atomic'

writeFileAtomic.sync('menu') // io write-file-atomic.sync`,
  'write-json-file': `
import { writeJsonFileSync } from 'write-json-file'

writeJsonFileSync('menu') // io write-json-file.writeJsonFileSync`,
}

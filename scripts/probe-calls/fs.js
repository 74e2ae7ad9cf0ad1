import childProcess from 'node:child_process'
import fs from 'node:fs'
import fsPromises from 'node:fs/promises'
import path from 'node:path'
import { bytes, freshPath, isThere, makeFile, optional, scratch } from './scratch.js'

const streamIter = optional('node:stream/iter')
const folder = () => fs.mkdtempSync(path.join(scratch, 'folder-'))
const descriptor = () => fs.openSync(makeFile(), 'r+')

export const fileSystemCalls = {
  'node:fs#accessSync': () => () => fs.accessSync(scratch),
  'node:fs#appendFileSync': () => () => fs.appendFileSync(freshPath(), 'text'),
  'node:fs#chmodSync': () => () => fs.chmodSync(scratch, 0o700),
  'node:fs#chownSync': () => () => fs.chownSync(scratch, process.getuid(), process.getgid()),
  'node:fs#closeSync': (fd = descriptor()) => () => fs.closeSync(fd),
  'node:fs#copyFileSync': (from = makeFile()) => () => fs.copyFileSync(from, freshPath()),
  'node:fs#cpSync': (from = folder()) => {
    const to = freshPath()
    return [() => fs.cpSync(from, to, { recursive: true }), () => fs.statSync(to).isDirectory()]
  },
  'node:fs#existsSync': () => [() => fs.existsSync(scratch), (result) => result === true],
  'node:fs#fchmodSync': (fd = descriptor()) => () => fs.fchmodSync(fd, 0o600),
  'node:fs#fchownSync': (fd = descriptor()) => () =>
    fs.fchownSync(fd, process.getuid(), process.getgid()),
  'node:fs#fdatasyncSync': (fd = descriptor()) => () => fs.fdatasyncSync(fd),
  'node:fs#fstatSync': (fd = descriptor()) => () => fs.fstatSync(fd),
  'node:fs#fsyncSync': (fd = descriptor()) => () => fs.fsyncSync(fd),
  'node:fs#ftruncateSync': (fd = descriptor()) => () => fs.ftruncateSync(fd),
  'node:fs#futimesSync': (fd = descriptor()) => () => fs.futimesSync(fd, 1, 1),
  'node:fs#globSync': (cwd = folder()) => () => fs.globSync('*', { cwd }),
  'node:fs#lchownSync': () => () => fs.lchownSync(scratch, process.getuid(), process.getgid()),
  'node:fs#linkSync': (from = makeFile()) => () => fs.linkSync(from, freshPath()),
  'node:fs#lstatSync': () => () => fs.lstatSync(scratch),
  'node:fs#lutimesSync': (name = makeFile()) => () => fs.lutimesSync(name, 1, 1),
  'node:fs#mkdirSync': () => () => fs.mkdirSync(freshPath()),
  'node:fs#mkdtempDisposableSync': () => () =>
    fs.mkdtempDisposableSync(path.join(scratch, 'disposable-')),
  'node:fs#mkdtempSync': () => () => fs.mkdtempSync(path.join(scratch, 'made-')),
  'node:fs#openAsBlobSync': (name = makeFile()) => [() => fs.openAsBlobSync(name), isThere],
  'node:fs#openSync': (name = makeFile()) => () => fs.openSync(name),
  'node:fs#opendirSync': () => () => fs.opendirSync(scratch).closeSync(),
  'node:fs#readFileSync': (name = makeFile()) => () => fs.readFileSync(name),
  'node:fs#readSync': (fd = descriptor()) => () => fs.readSync(fd, Buffer.alloc(1)),
  'node:fs#readdirSync': () => () => fs.readdirSync(scratch),
  'node:fs#readlinkSync': (link = freshPath()) => {
    fs.symlinkSync(scratch, link)
    return () => fs.readlinkSync(link)
  },
  'node:fs#readvSync': (fd = descriptor()) => () => fs.readvSync(fd, [Buffer.alloc(1)]),
  'node:fs#realpathSync': (name = makeFile()) => () => fs.realpathSync(name),
  'node:fs#realpathSync.native': (name = makeFile()) => () => fs.realpathSync.native(name),
  'node:fs#renameSync': (from = makeFile()) => () => fs.renameSync(from, freshPath()),
  'node:fs#rmSync': (name = makeFile()) => [() => fs.rmSync(name), () => !fs.existsSync(name)],
  'node:fs#rmdirSync': (name = folder()) => () => fs.rmdirSync(name),
  'node:fs#statSync': () => () => fs.statSync(scratch),
  'node:fs#statfsSync': () => () => fs.statfsSync(scratch),
  'node:fs#symlinkSync': () => () => fs.symlinkSync(scratch, freshPath()),
  'node:fs#truncateSync': (name = makeFile()) => () => fs.truncateSync(name),
  'node:fs#unlinkSync': (name = makeFile()) => () => fs.unlinkSync(name),
  'node:fs#utimesSync': (name = makeFile()) => () => fs.utimesSync(name, 1, 1),
  'node:fs#writeFileSync': () => () => fs.writeFileSync(freshPath(), 'text'),
  'node:fs#writeSync': (fd = descriptor()) => () => fs.writeSync(fd, 'text'),
  'node:fs#writevSync': (fd = descriptor()) => () => fs.writevSync(fd, [bytes]),
  'node:fs#Dir.prototype.readSync': (dir = fs.opendirSync(scratch)) => () => dir.readSync(),
  'node:fs#Dir.prototype.closeSync': (dir = fs.opendirSync(scratch)) => () => dir.closeSync(),
  'node:fs#Utf8Stream.prototype.flushSync': async () => {
    const stream = new fs.Utf8Stream({ dest: freshPath(), minLength: 4096 })
    await new Promise((resolve) => stream.once('ready', resolve))
    stream.write('text')
    return () => stream.flushSync()
  },
  'node:fs/promises#FileHandle.prototype.pullSync': async () => {
    const handle = await fsPromises.open(makeFile())
    return [() => streamIter.textSync(handle.pullSync()), (result) => result === 'text']
  },

  'node:child_process#execFileSync': () => () => childProcess.execFileSync('true'),
  'node:child_process#execSync': () => () => childProcess.execSync('true'),
  'node:child_process#spawnSync': () => () => childProcess.spawnSync('true'),
}

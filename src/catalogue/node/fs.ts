import type { BlockingApi, BlockingExports, BuiltinEntry, PathTexts } from '../types.js'

// Costs hold for a local disk. Reading one entry's metadata took 2 to 50 µs there and is `low`;
// what changes a directory or an inode can wait for the journal, and what moves data has no bound.
const blocking = {
  accessSync: { kind: 'io', cost: 'low', instead: 'node:fs/promises#access' },
  appendFileSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#appendFile' },
  chmodSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#chmod' },
  chownSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#chown' },
  closeSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#FileHandle.close' },
  copyFileSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#copyFile' },
  cpSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#cp' },
  existsSync: { kind: 'io', cost: 'low', instead: 'node:fs/promises#access' },
  fchmodSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#FileHandle.chmod' },
  fchownSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#FileHandle.chown' },
  fdatasyncSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#FileHandle.datasync' },
  fstatSync: { kind: 'io', cost: 'low', instead: 'node:fs/promises#FileHandle.stat' },
  fsyncSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#FileHandle.sync' },
  ftruncateSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#FileHandle.truncate' },
  futimesSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#FileHandle.utimes' },
  globSync: {
    kind: 'io',
    cost: 'high',
    instead: 'node:fs/promises#glob',
    nodeVersions: [22, 24, 26],
  },
  // Node.js defines it on macOS only, and its promise twin throws everywhere else.
  lchmodSync: {
    kind: 'io',
    cost: 'medium',
    instead: 'node:fs/promises#lchmod',
    platforms: ['darwin'],
  },
  lchownSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#lchown' },
  linkSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#link' },
  lstatSync: { kind: 'io', cost: 'low', instead: 'node:fs/promises#lstat' },
  lutimesSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#lutimes' },
  mkdirSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#mkdir' },
  mkdtempDisposableSync: {
    kind: 'io',
    cost: 'medium',
    instead: 'node:fs/promises#mkdtempDisposable',
    nodeVersions: [24, 26],
  },
  mkdtempSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#mkdtemp' },
  openSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#open' },
  opendirSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#opendir' },
  readFileSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#readFile' },
  readSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#FileHandle.read' },
  readdirSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#readdir' },
  readlinkSync: { kind: 'io', cost: 'low', instead: 'node:fs/promises#readlink' },
  readvSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#FileHandle.readv' },
  realpathSync: { kind: 'io', cost: 'low', instead: 'node:fs/promises#realpath' },
  'realpathSync.native': { kind: 'io', cost: 'low', instead: 'node:fs#realpath.native' },
  renameSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#rename' },
  rmSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#rm' },
  rmdirSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#rmdir' },
  statSync: { kind: 'io', cost: 'low', instead: 'node:fs/promises#stat' },
  statfsSync: { kind: 'io', cost: 'low', instead: 'node:fs/promises#statfs' },
  symlinkSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#symlink' },
  truncateSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#truncate' },
  unlinkSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#unlink' },
  utimesSync: { kind: 'io', cost: 'medium', instead: 'node:fs/promises#utimes' },
  writeFileSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#writeFile' },
  writeSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#FileHandle.write' },
  writevSync: { kind: 'io', cost: 'high', instead: 'node:fs/promises#FileHandle.writev' },
  'Dir.prototype.readSync': { kind: 'io', cost: 'medium', instead: 'node:fs#Dir.prototype.read' },
  'Dir.prototype.closeSync': { kind: 'io', cost: 'medium', instead: 'node:fs#Dir.prototype.close' },
  'Utf8Stream.prototype.flushSync': {
    kind: 'io',
    cost: 'medium',
    instead: 'node:fs#Utf8Stream.prototype.flush',
    nodeVersions: [24, 26],
  },
} satisfies BlockingExports<typeof import('node:fs')>

// @types/node knows the asynchronous openAsBlob only.
const untyped = {
  openAsBlobSync: {
    kind: 'io',
    cost: 'medium',
    instead: 'node:fs#openAsBlob',
    nodeVersions: [26],
  },
} satisfies Readonly<Record<string, BlockingApi>>

const returns = {
  opendirSync: 'Dir',
  'promises.open': 'node:fs/promises#FileHandle',
  'promises.opendir': 'Dir',
} satisfies PathTexts<typeof import('node:fs')>

export const fs: BuiltinEntry = {
  specifiers: ['node:fs', 'fs'],
  blocking: { ...blocking, ...untyped },
  returns,
  leftOut: {
    'Dir.prototype[Symbol.dispose]':
      '`using` closes a directory in microseconds; the `opendirSync` that opened it is reported',
  },
}

// FileHandle is a class that no module exports: open() gives it.
const ofFileHandle = {
  'FileHandle.prototype.pullSync': {
    kind: 'io',
    cost: 'medium',
    instead: 'node:fs/promises#FileHandle.pull',
    nodeVersions: [24, 26],
    flag: '--experimental-stream-iter',
  },
} satisfies Readonly<Record<string, BlockingApi>>

export const fsPromises: BuiltinEntry = {
  specifiers: ['node:fs/promises', 'fs/promises'],
  blocking: ofFileHandle,
  returns: {
    open: 'FileHandle',
    opendir: 'node:fs#Dir',
  } satisfies PathTexts<typeof import('node:fs/promises')>,
}

import type { PackageEntry } from '../types.js'

// Costs are those of `node:fs`: looking at one entry is `low`, what changes a directory can wait
// for the journal, and what walks a tree or moves data has no bound.
const look = { kind: 'io', cost: 'low', instead: '#*' } as const
const change = { kind: 'io', cost: 'medium', instead: '#*' } as const
const unbounded = { kind: 'io', cost: 'high', instead: '#*' } as const
const walk = { kind: 'io', cost: 'high' } as const

const builderMethods = [
  'exclude',
  'filter',
  'glob',
  'globWithOptions',
  'group',
  'normalize',
  'onlyCounts',
  'onlyDirs',
  'withAbortSignal',
  'withBasePath',
  'withDirs',
  'withErrors',
  'withFullPaths',
  'withGlobFunction',
  'withMaxDepth',
  'withMaxFiles',
  'withPathSeparator',
  'withRelativePaths',
  'withSymlinks',
]

export const fileSystem: readonly PackageEntry[] = [
  { specifiers: ['cp-file'], blocking: [{ ...unbounded, paths: ['copyFileSync'] }] },
  {
    specifiers: ['del'],
    blocking: [{ ...walk, instead: '#deleteAsync', paths: ['deleteSync'] }],
  },
  { specifiers: ['directory-tree'], blocking: [{ ...walk, paths: ['default'] }] },
  {
    specifiers: ['fast-glob'],
    blocking: [{ ...walk, instead: '#glob', paths: ['globSync', 'sync'] }],
  },
  {
    specifiers: ['fdir'],
    blocking: [
      {
        ...walk,
        instead: '#APIBuilder.prototype.withPromise',
        paths: ['APIBuilder.prototype.sync'],
      },
    ],
    returns: {
      'fdir.prototype.crawl': 'APIBuilder',
      ...Object.fromEntries(builderMethods.map((name) => [`fdir.prototype.${name}`, 'this'])),
    },
  },
  {
    specifiers: ['fs-extra', 'fs-extra/esm'],
    reexports: 'node:fs',
    blocking: [
      { ...look, paths: ['pathExistsSync'] },
      {
        ...change,
        paths: [
          'createFileSync',
          'createLinkSync',
          'createSymlinkSync',
          'ensureDirSync',
          'ensureFileSync',
          'ensureLinkSync',
          'ensureSymlinkSync',
          'mkdirpSync',
          'mkdirsSync',
        ],
      },
      {
        ...unbounded,
        paths: [
          'copySync',
          'emptyDirSync',
          'emptydirSync',
          'moveSync',
          'outputFileSync',
          'outputJSONSync',
          'outputJsonSync',
          'readJSONSync',
          'readJsonSync',
          'removeSync',
          'writeJSONSync',
          'writeJsonSync',
        ],
      },
    ],
  },
  {
    specifiers: ['glob'],
    blocking: [
      {
        ...walk,
        instead: '#glob',
        paths: [
          'glob.sync',
          'globIterateSync',
          'globStreamSync',
          'globSync',
          'iterateSync',
          'streamSync',
          'sync',
        ],
      },
      {
        ...walk,
        instead: '#*',
        paths: [
          'Glob.prototype.iterateSync',
          'Glob.prototype.streamSync',
          'Glob.prototype.walkSync',
        ],
      },
    ],
  },
  {
    specifiers: ['globby'],
    blocking: [
      {
        ...unbounded,
        paths: [
          'generateGlobTasksSync',
          'globbySync',
          'isGitIgnoredSync',
          'isIgnoredByIgnoreFilesSync',
        ],
      },
    ],
  },
  { specifiers: ['graceful-fs'], reexports: 'node:fs', blocking: [] },
  {
    specifiers: ['isbinaryfile'],
    blocking: [{ ...change, paths: ['isBinaryFileSync'] }],
  },
  {
    specifiers: ['isexe'],
    blocking: [{ ...look, instead: '#isexe', paths: ['posix.sync', 'sync', 'win32.sync'] }],
  },
  {
    specifiers: ['istextorbinary'],
    blocking: [],
    leftOut: {
      isBinary: 'mostly goes by the name or by a buffer, and reads at most a kilobyte',
      isText: 'mostly goes by the name or by a buffer, and reads at most a kilobyte',
    },
  },
  {
    specifiers: ['jsonfile'],
    blocking: [{ ...unbounded, paths: ['readFileSync', 'writeFileSync'] }],
  },
  { specifiers: ['klaw-sync'], blocking: [{ ...walk, instead: 'klaw#default', paths: ['default'] }] },
  { specifiers: ['load-json-file'], blocking: [{ ...unbounded, paths: ['loadJsonFileSync'] }] },
  { specifiers: ['load-yaml-file'], blocking: [{ ...unbounded, paths: ['loadYamlFileSync'] }] },
  {
    specifiers: ['lockfile'],
    blocking: [
      { ...look, paths: ['checkSync'] },
      { ...change, paths: ['lockSync', 'unlockSync'] },
    ],
  },
  { specifiers: ['make-dir'], blocking: [{ ...change, paths: ['makeDirectorySync'] }] },
  {
    specifiers: ['mkdirp'],
    blocking: [
      {
        ...change,
        instead: '#mkdirp',
        paths: [
          'manualSync',
          'mkdirp.sync',
          'mkdirpManualSync',
          'mkdirpNativeSync',
          'mkdirpSync',
          'nativeSync',
          'sync',
        ],
      },
    ],
  },
  { specifiers: ['move-file'], blocking: [{ ...unbounded, paths: ['moveFileSync', 'renameFileSync'] }] },
  { specifiers: ['path-exists'], blocking: [{ ...look, paths: ['pathExistsSync'] }] },
  {
    specifiers: ['proper-lockfile'],
    blocking: [
      { ...look, paths: ['checkSync'] },
      { ...change, paths: ['lockSync', 'unlockSync'] },
    ],
  },
  { specifiers: ['read-yaml-file'], blocking: [{ ...walk, instead: '#default', paths: ['sync'] }] },
  {
    specifiers: ['readdir-scoped-modules'],
    blocking: [{ ...walk, instead: '#default', paths: ['sync'] }],
  },
  {
    specifiers: ['rimraf'],
    blocking: [
      {
        ...walk,
        instead: '#rimraf',
        paths: [
          'manualSync',
          'moveRemoveSync',
          'nativeSync',
          'posixSync',
          'rimraf.sync',
          'rimrafSync',
          'sync',
          'windowsSync',
        ],
      },
    ],
  },
  {
    specifiers: ['sonic-boom'],
    blocking: [{ ...change, paths: ['SonicBoom.prototype.flushSync'] }],
    returns: { default: 'SonicBoom' },
  },
  {
    specifiers: ['temp'],
    blocking: [
      { ...change, paths: ['mkdirSync', 'openSync'] },
      { ...unbounded, paths: ['cleanupSync'] },
    ],
  },
  { specifiers: ['temp-write'], blocking: [{ ...walk, instead: '#default', paths: ['sync'] }] },
  {
    specifiers: ['tempy'],
    blocking: [
      { ...change, instead: 'node:fs/promises#mkdtemp', paths: ['temporaryDirectory'] },
      { ...unbounded, paths: ['temporaryWriteSync'] },
    ],
  },
  { specifiers: ['tinyglobby'], blocking: [{ ...unbounded, paths: ['globSync'] }] },
  { specifiers: ['tmp'], blocking: [{ ...change, paths: ['dirSync', 'fileSync', 'tmpNameSync'] }] },
  {
    specifiers: ['touch'],
    blocking: [
      { ...change, instead: '#default', paths: ['sync', 'touchSync'] },
      { ...change, paths: ['ftouchSync'] },
    ],
  },
  { specifiers: ['walk-sync'], blocking: [{ ...walk, paths: ['default', 'entries'] }] },
  { specifiers: ['walkdir'], blocking: [{ ...walk, instead: '#async', paths: ['sync'] }] },
  {
    specifiers: ['write-file-atomic'],
    blocking: [{ ...walk, instead: '#default', paths: ['sync'] }],
  },
  { specifiers: ['write-json-file'], blocking: [{ ...unbounded, paths: ['writeJsonFileSync'] }] },
]

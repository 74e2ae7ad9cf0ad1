import type { PackageEntry } from '../types.js'

// No database of these has an asynchronous query, so nothing stands under `instead`: only a worker
// helps, or another driver.
const query = { kind: 'io', cost: 'high' } as const
const setUp = { kind: 'io', cost: 'medium' } as const
const registers = 'only registers functions that queries call later'

function betterSqlite3(specifier: string, more: readonly string[]): PackageEntry {
  return {
    specifiers: [specifier],
    blocking: [
      {
        ...query,
        paths: [
          'Database.prototype.exec',
          'Database.prototype.serialize',
          'Statement.prototype.all',
          'Statement.prototype.get',
          'Statement.prototype.iterate',
          'Statement.prototype.run',
          'transaction().prototype',
          'transaction().prototype.deferred',
          'transaction().prototype.exclusive',
          'transaction().prototype.immediate',
        ],
      },
      {
        ...setUp,
        paths: [
          'default',
          'Database.prototype.close',
          'Database.prototype.loadExtension',
          'Database.prototype.pragma',
          ...more,
        ],
      },
      { kind: 'io', cost: 'low', paths: ['Database.prototype.prepare'] },
    ],
    returns: {
      default: 'Database',
      'Database.prototype.exec': 'this',
      'Database.prototype.prepare': 'Statement',
      'Database.prototype.transaction': 'transaction()',
      'Statement.prototype.bind': 'this',
      'Statement.prototype.expand': 'this',
      'Statement.prototype.pluck': 'this',
      'Statement.prototype.raw': 'this',
      'Statement.prototype.safeIntegers': 'this',
    },
    leftOut: {
      'Database.prototype.aggregate': registers,
      'Database.prototype.backup': 'copies page by page and returns a promise',
      'Database.prototype.function': registers,
      'Database.prototype.table': registers,
      'Database.prototype.transaction': 'only wraps a function; calling what it gives is listed',
    },
  }
}

export const databases: readonly PackageEntry[] = [
  betterSqlite3('better-sqlite3', []),
  betterSqlite3('better-sqlite3-multiple-ciphers', [
    'Database.prototype.key',
    'Database.prototype.rekey',
  ]),
  {
    specifiers: ['classic-level'],
    blocking: [
      {
        ...setUp,
        instead: '#ClassicLevel.prototype.get',
        paths: ['ClassicLevel.prototype.getSync'],
      },
    ],
    leftOut: { ClassicLevel: 'opens its store on another thread' },
  },
  {
    specifiers: ['lmdb'],
    blocking: [
      { ...setUp, onceEnough: true, paths: ['open'] },
      { ...query, instead: '#Database.prototype.clearAsync', paths: ['Database.prototype.clearSync'] },
      {
        ...query,
        instead: '#*',
        paths: [
          'Database.prototype.dropSync',
          'Database.prototype.putSync',
          'Database.prototype.removeSync',
          'Database.prototype.transactionSync',
        ],
      },
    ],
    returns: {
      RootDatabase: 'Database',
      open: 'Database',
      'Database.prototype.openDB': 'Database',
    },
    leftOut: {
      'Database.prototype.get': 'reads mapped memory in microseconds',
      'Database.prototype.getEntry': 'reads mapped memory in microseconds',
      'Database.prototype.getRange': 'reads mapped memory as it is iterated',
    },
  },
  {
    specifiers: ['lowdb'],
    blocking: [
      { ...query, instead: '#Low', paths: ['LowSync.prototype.read', 'LowSync.prototype.write'] },
      { ...query, instead: '#Low', paths: ['LowSync.prototype.update'] },
    ],
    leftOut: {
      LowSync: 'only keeps its adapter; its `read`, `write` and `update` are listed',
      MemorySync: 'works in memory',
    },
  },
  {
    specifiers: ['lowdb/node'],
    blocking: [
      { ...query, instead: '#JSONFilePreset', paths: ['JSONFileSyncPreset'] },
      {
        ...query,
        instead: '#DataFile',
        paths: ['DataFileSync.prototype.read', 'DataFileSync.prototype.write'],
      },
      {
        ...query,
        instead: '#JSONFile',
        paths: ['JSONFileSync.prototype.read', 'JSONFileSync.prototype.write'],
      },
      {
        ...query,
        instead: '#TextFile',
        paths: ['TextFileSync.prototype.read', 'TextFileSync.prototype.write'],
      },
    ],
    returns: { JSONFileSyncPreset: 'lowdb#LowSync' },
    leftOut: {
      DataFileSync: 'only keeps the file’s name; its `read` and `write` are listed',
      JSONFileSync: 'only keeps the file’s name; its `read` and `write` are listed',
      TextFileSync: 'only keeps the file’s name; its `read` and `write` are listed',
    },
  },
  {
    specifiers: ['node-localstorage'],
    blocking: [
      { ...setUp, paths: ['LocalStorage.prototype.getItem', 'LocalStorage.prototype.setItem'] },
    ],
  },
  {
    specifiers: ['node-persist'],
    blocking: [{ ...query, instead: '#*', paths: ['initSync'] }],
  },
  {
    specifiers: ['sql.js'],
    blocking: [
      {
        kind: 'cpu',
        cost: 'high',
        paths: [
          'Database.prototype.each',
          'Database.prototype.exec',
          'Database.prototype.export',
          'Database.prototype.run',
          'Statement.prototype.get',
          'Statement.prototype.getAsObject',
          'Statement.prototype.run',
          'Statement.prototype.step',
        ],
      },
      { kind: 'cpu', cost: 'medium', paths: ['Database.prototype.prepare'] },
    ],
    returns: {
      default: 'SqlJsStatic',
      'SqlJsStatic.prototype.Database': 'Database',
      'Database.prototype.prepare': 'Statement',
      'Database.prototype.run': 'this',
    },
    leftOut: { default: 'compiles WebAssembly asynchronously; queries are listed' },
  },
]

import type { PackageEntry } from '../types.js'

const look = { kind: 'io', cost: 'low', instead: '#*' } as const
const read = { kind: 'io', cost: 'medium', instead: '#*' } as const
// What these read does not change while a server runs.
const once = { kind: 'io', cost: 'medium', onceEnough: true } as const
const isProperty = 'is a property: reading it reads the file, but calls nothing'

export const configuration: readonly PackageEntry[] = [
  {
    specifiers: ['conf'],
    // Each access reads the file, and what writes also waits until it is on the disk.
    blocking: [
      { kind: 'io', cost: 'medium', paths: ['default', 'Conf.prototype.get', 'Conf.prototype.has'] },
      { kind: 'io', cost: 'high', paths: ['Conf.prototype.delete', 'Conf.prototype.set'] },
    ],
    returns: { default: 'Conf' },
    leftOut: { 'Conf.prototype.store': isProperty },
  },
  {
    specifiers: ['configstore'],
    blocking: [
      {
        kind: 'io',
        cost: 'medium',
        paths: ['default', 'Configstore.prototype.get', 'Configstore.prototype.has'],
      },
      { kind: 'io', cost: 'high', paths: ['Configstore.prototype.delete', 'Configstore.prototype.set'] },
    ],
    returns: { default: 'Configstore' },
    leftOut: { 'Configstore.prototype.all': isProperty },
  },
  {
    specifiers: ['cosmiconfig'],
    blocking: [
      {
        ...read,
        instead: '#cosmiconfig',
        paths: ['cosmiconfigSync().prototype.load', 'cosmiconfigSync().prototype.search'],
      },
    ],
    returns: { cosmiconfigSync: 'cosmiconfigSync()' },
    leftOut: {
      cosmiconfigSync: 'only makes an explorer; its `search` and `load` are listed',
      getDefaultSearchPlacesSync: 'only gives a list of names',
    },
  },
  {
    specifiers: ['dotenv'],
    blocking: [{ ...once, cost: 'low', paths: ['config', 'configDotenv'] }],
  },
  { specifiers: ['dotenv-flow'], blocking: [{ ...once, cost: 'low', paths: ['config'] }] },
  {
    specifiers: ['enhanced-resolve'],
    blocking: [
      { ...read, instead: '#default', paths: ['sync'] },
      { ...read, instead: '#create', paths: ['create.sync().prototype'] },
    ],
    returns: { 'create.sync': 'create.sync()' },
    leftOut: { 'create.sync': 'only makes a function that resolves; calling that is listed' },
  },
  {
    specifiers: ['find-up'],
    blocking: [{ ...look, paths: ['findDownSync', 'findUpMultipleSync', 'findUpSync'] }],
  },
  { specifiers: ['find-up-simple'], blocking: [{ ...look, paths: ['findUpSync'] }] },
  { specifiers: ['import-fresh'], blocking: [{ kind: 'io', cost: 'high', paths: ['default'] }] },
  {
    specifiers: ['jiti'],
    returns: { createJiti: 'createJiti()' },
    blocking: [
      { kind: 'io', cost: 'high', when: { type: 'first-call' }, paths: ['createJiti().prototype'] },
    ],
    leftOut: { createJiti: 'only makes a function that loads modules; calling that is listed' },
  },
  {
    specifiers: ['lilconfig'],
    blocking: [
      {
        ...read,
        instead: '#lilconfig',
        paths: ['lilconfigSync().prototype.load', 'lilconfigSync().prototype.search'],
      },
    ],
    returns: { lilconfigSync: 'lilconfigSync()' },
    leftOut: { lilconfigSync: 'only makes a searcher; its `search` and `load` are listed' },
  },
  { specifiers: ['locate-path'], blocking: [{ ...look, paths: ['locatePathSync'] }] },
  {
    specifiers: ['nconf'],
    blocking: [
      { ...once, paths: ['loadFilesSync'] },
      { ...read, paths: ['File.prototype.loadSync', 'File.prototype.saveSync'] },
    ],
  },
  { specifiers: ['pkg-dir'], blocking: [{ ...look, paths: ['packageDirectorySync'] }] },
  { specifiers: ['pkg-up'], blocking: [{ ...look, paths: ['pkgUpSync'] }] },
  {
    specifiers: ['protobufjs'],
    blocking: [{ ...read, paths: ['Root.prototype.loadSync', 'loadSync'] }],
  },
  { specifiers: ['rc'], blocking: [{ ...once, paths: ['default'] }] },
  {
    specifiers: ['read-package-up'],
    blocking: [{ ...read, paths: ['readPackageUpSync'] }],
  },
  { specifiers: ['read-pkg'], blocking: [{ ...read, paths: ['readPackageSync'] }] },
  { specifiers: ['read-pkg-up'], blocking: [{ ...read, paths: ['readPackageUpSync'] }] },
  {
    specifiers: ['require-from-string'],
    blocking: [{ kind: 'cpu', cost: 'medium', onceEnough: true, paths: ['default'] }],
  },
  { specifiers: ['resolve'], blocking: [{ ...read, instead: '#default', paths: ['sync'] }] },
  { specifiers: ['which'], blocking: [{ ...look, instead: '#default', paths: ['sync'] }] },
  {
    specifiers: ['write-pkg'],
    blocking: [
      {
        ...read,
        paths: [
          'addPackageDependenciesSync',
          'removePackageDependenciesSync',
          'updatePackageSync',
          'writePackageSync',
        ],
      },
    ],
  },
]

import type { PackageEntry } from '../types.js'

const pack = { kind: 'cpu', cost: 'high' } as const
const files = { kind: 'io', cost: 'high' } as const
const ofZip = (method: string) => `#AdmZip.prototype.${method}`
const asWritten = 'works as data are written to it'

export const compression: readonly PackageEntry[] = [
  {
    specifiers: ['adm-zip'],
    blocking: [
      {
        ...files,
        instead: ofZip('extractAllToAsync'),
        paths: ['AdmZip.prototype.extractAllTo', 'AdmZip.prototype.extractEntryTo'],
      },
      { ...files, instead: ofZip('writeZipPromise'), paths: ['AdmZip.prototype.writeZip'] },
      { ...files, instead: ofZip('addLocalFileAsync'), paths: ['AdmZip.prototype.addLocalFile'] },
      {
        ...files,
        instead: ofZip('addLocalFolderPromise'),
        paths: ['AdmZip.prototype.addLocalFolder'],
      },
      { ...pack, instead: ofZip('toBufferPromise'), paths: ['AdmZip.prototype.toBuffer'] },
      { ...pack, instead: ofZip('readFileAsync'), paths: ['AdmZip.prototype.readFile'] },
      { ...pack, instead: ofZip('readAsTextAsync'), paths: ['AdmZip.prototype.readAsText'] },
      { ...pack, paths: ['AdmZip.prototype.test'] },
      {
        kind: 'cpu',
        cost: 'low',
        when: { type: 'large-input' },
        paths: ['AdmZip.prototype.getEntries'],
      },
    ],
    returns: { default: 'AdmZip' },
    leftOut: { 'AdmZip.prototype.deleteFile': 'only forgets an entry' },
  },
  {
    specifiers: ['brotli-size'],
    blocking: [
      { ...pack, instead: '#default', paths: ['sync'] },
      { ...files, instead: '#file', paths: ['fileSync'] },
    ],
  },
  {
    specifiers: ['fflate'],
    blocking: [
      {
        ...pack,
        instead: '#*',
        paths: [
          'compressSync',
          'decompressSync',
          'deflateSync',
          'gunzipSync',
          'gzipSync',
          'inflateSync',
          'unzipSync',
          'unzlibSync',
          'zipSync',
          'zlibSync',
        ],
      },
    ],
  },
  {
    specifiers: ['gzip-size'],
    blocking: [
      { ...pack, instead: '#*', paths: ['gzipSizeSync'] },
      { ...files, instead: '#*', paths: ['gzipSizeFromFileSync'] },
    ],
  },
  { specifiers: ['lz4js'], blocking: [{ ...pack, paths: ['compress', 'decompress'] }] },
  {
    specifiers: ['pako'],
    blocking: [
      {
        ...pack,
        instead: 'node:zlib#*',
        paths: ['deflate', 'deflateRaw', 'gzip', 'inflate', 'inflateRaw'],
      },
      { ...pack, instead: 'node:zlib#gunzip', paths: ['ungzip'] },
    ],
  },
  {
    specifiers: ['snappy'],
    blocking: [
      { kind: 'cpu', cost: 'medium', instead: '#*', paths: ['compressSync', 'uncompressSync'] },
    ],
    leftOut: { compress: 'works on another thread' },
  },
  {
    specifiers: ['snappyjs'],
    blocking: [
      { kind: 'cpu', cost: 'medium', instead: 'snappy#*', paths: ['compress', 'uncompress'] },
    ],
  },
  {
    specifiers: ['tar'],
    blocking: [
      {
        ...files,
        when: { type: 'option', argument: 0, option: 'sync', values: [true] },
        instead: '#*',
        paths: ['c', 'create', 'extract', 'list', 'r', 'replace', 't', 'u', 'update', 'x'],
      },
    ],
    leftOut: { PackSync: asWritten, UnpackSync: asWritten, WriteEntrySync: asWritten },
  },
]

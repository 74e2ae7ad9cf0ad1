import type { BlockingExports, BuiltinEntry, PathTexts } from '../types.js'

const blocking = {
  brotliCompressSync: { kind: 'cpu', cost: 'high', instead: 'node:zlib#brotliCompress' },
  brotliDecompressSync: { kind: 'cpu', cost: 'high', instead: 'node:zlib#brotliDecompress' },
  crc32: { kind: 'cpu', cost: 'low', when: { type: 'large-input' } },
  deflateRawSync: { kind: 'cpu', cost: 'high', instead: 'node:zlib#deflateRaw' },
  deflateSync: { kind: 'cpu', cost: 'high', instead: 'node:zlib#deflate' },
  gunzipSync: { kind: 'cpu', cost: 'high', instead: 'node:zlib#gunzip' },
  gzipSync: { kind: 'cpu', cost: 'high', instead: 'node:zlib#gzip' },
  inflateRawSync: { kind: 'cpu', cost: 'high', instead: 'node:zlib#inflateRaw' },
  inflateSync: { kind: 'cpu', cost: 'high', instead: 'node:zlib#inflate' },
  unzipSync: { kind: 'cpu', cost: 'high', instead: 'node:zlib#unzip' },
  zstdCompressSync: {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:zlib#zstdCompress',
    nodeVersions: [22, 24, 26],
  },
  zstdDecompressSync: {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:zlib#zstdDecompress',
    nodeVersions: [22, 24, 26],
  },
} satisfies BlockingExports<typeof import('node:zlib')>

const since26 = { nodeVersions: [26] } as const

const archives = {
  createZipArchiveSync: {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:zlib#createZipArchive',
    ...since26,
  },
  'ZipBuffer.prototype.addSync': {
    kind: 'cpu',
    cost: 'medium',
    instead: 'node:zlib#ZipBuffer.prototype.add',
    ...since26,
  },
  'ZipBuffer.prototype.toBufferSync': {
    kind: 'cpu',
    cost: 'medium',
    instead: 'node:zlib#ZipBuffer.prototype.toBuffer',
    ...since26,
  },
  'ZipEntry.createSync': {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:zlib#ZipEntry.create',
    ...since26,
  },
  'ZipEntry.prototype.contentSync': {
    kind: 'cpu',
    cost: 'medium',
    instead: 'node:zlib#ZipEntry.prototype.content',
    ...since26,
  },
  'ZipFile.openSync': { kind: 'io', cost: 'medium', instead: 'node:zlib#ZipFile.open', ...since26 },
  'ZipFile.prototype.addEntrySync': {
    kind: 'io',
    cost: 'medium',
    instead: 'node:zlib#ZipFile.prototype.addEntry',
    ...since26,
  },
  'ZipFile.prototype.addSync': {
    kind: 'io',
    cost: 'medium',
    instead: 'node:zlib#ZipFile.prototype.add',
    ...since26,
  },
  'ZipFile.prototype.closeSync': {
    kind: 'io',
    cost: 'medium',
    instead: 'node:zlib#ZipFile.prototype.close',
    ...since26,
  },
  'ZipFile.prototype.compactSync': {
    kind: 'io',
    cost: 'medium',
    instead: 'node:zlib#ZipFile.prototype.compact',
    ...since26,
  },
  'ZipFile.prototype.deleteSync': {
    kind: 'io',
    cost: 'medium',
    instead: 'node:zlib#ZipFile.prototype.delete',
    ...since26,
  },
  'ZipFile.prototype.entriesSync': {
    kind: 'io',
    cost: 'medium',
    instead: 'node:zlib#ZipFile.prototype.entries',
    ...since26,
  },
  'ZipFile.prototype.forEachSync': {
    kind: 'io',
    cost: 'medium',
    instead: 'node:zlib#ZipFile.prototype.forEach',
    ...since26,
  },
  'ZipFile.prototype.getSync': {
    kind: 'io',
    cost: 'medium',
    instead: 'node:zlib#ZipFile.prototype.get',
    ...since26,
  },
  'ZipFile.prototype.valuesSync': {
    kind: 'io',
    cost: 'medium',
    instead: 'node:zlib#ZipFile.prototype.values',
    ...since26,
  },
} satisfies BlockingExports<typeof import('node:zlib')>

export const zlib: BuiltinEntry = {
  specifiers: ['node:zlib', 'zlib'],
  blocking: { ...blocking, ...archives },
  returns: {
    'ZipBuffer.prototype.addSync': 'ZipEntry',
    'ZipBuffer.prototype.get': 'ZipEntry',
    'ZipEntry.create': 'ZipEntry',
    'ZipEntry.createSync': 'ZipEntry',
    'ZipFile.open': 'ZipFile',
    'ZipFile.openSync': 'ZipFile',
    'ZipFile.prototype.addSync': 'ZipEntry',
    'ZipFile.prototype.get': 'ZipEntry',
    'ZipFile.prototype.getSync': 'ZipEntry',
  } satisfies PathTexts<typeof import('node:zlib')>,
}

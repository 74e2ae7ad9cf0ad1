import type { BlockingExports, BuiltinEntry, PathTexts } from '../types.js'

const behindFlag = { nodeVersions: [24, 26], flag: '--experimental-stream-iter' } as const

const consumers = {
  arrayBufferSync: {
    kind: 'io',
    cost: 'medium',
    instead: 'node:stream/iter#arrayBuffer',
    ...behindFlag,
  },
  arraySync: { kind: 'io', cost: 'medium', instead: 'node:stream/iter#array', ...behindFlag },
  bytesSync: { kind: 'io', cost: 'medium', instead: 'node:stream/iter#bytes', ...behindFlag },
  fromSync: { kind: 'io', cost: 'medium', instead: 'node:stream/iter#from', ...behindFlag },
  pipeToSync: { kind: 'io', cost: 'medium', instead: 'node:stream/iter#pipeTo', ...behindFlag },
  pullSync: { kind: 'io', cost: 'medium', instead: 'node:stream/iter#pull', ...behindFlag },
  shareSync: { kind: 'io', cost: 'medium', instead: 'node:stream/iter#share', ...behindFlag },
  textSync: { kind: 'io', cost: 'medium', instead: 'node:stream/iter#text', ...behindFlag },
  toReadableSync: {
    kind: 'io',
    cost: 'medium',
    instead: 'node:stream/iter#toReadable',
    ...behindFlag,
  },
} satisfies BlockingExports<typeof import('node:stream/iter')>

export const streamIter: BuiltinEntry = {
  specifiers: ['node:stream/iter'],
  blocking: consumers,
  leftOut: {
    tapSync: 'only describes a step; what runs the pipeline is listed',
  } satisfies PathTexts<typeof import('node:stream/iter')>,
}

const transforms = {
  compressBrotliSync: {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:zlib/iter#compressBrotli',
    ...behindFlag,
  },
  compressDeflateSync: {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:zlib/iter#compressDeflate',
    ...behindFlag,
  },
  compressGzipSync: {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:zlib/iter#compressGzip',
    ...behindFlag,
  },
  compressZstdSync: {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:zlib/iter#compressZstd',
    ...behindFlag,
  },
  decompressBrotliSync: {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:zlib/iter#decompressBrotli',
    ...behindFlag,
  },
  decompressDeflateSync: {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:zlib/iter#decompressDeflate',
    ...behindFlag,
  },
  decompressGzipSync: {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:zlib/iter#decompressGzip',
    ...behindFlag,
  },
  decompressZstdSync: {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:zlib/iter#decompressZstd',
    ...behindFlag,
  },
} satisfies BlockingExports<typeof import('node:zlib/iter')>

export const zlibIter: BuiltinEntry = {
  specifiers: ['node:zlib/iter'],
  blocking: transforms,
}

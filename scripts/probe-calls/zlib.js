import fs from 'node:fs'
import zlib from 'node:zlib'
import { bytes, freshPath, isThere, optional } from './scratch.js'

const streamIter = optional('node:stream/iter')
const zlibIter = optional('node:zlib/iter')

const archive = () => {
  const entry = zlib.ZipEntry.createSync('loaf', bytes)
  return Buffer.concat([...zlib.createZipArchiveSync([entry])])
}

const archiveFile = () => {
  const name = freshPath()
  fs.writeFileSync(name, archive())
  return zlib.ZipFile.openSync(name, { writable: true })
}

export const zlibCalls = {
  ...Object.fromEntries(
    [
      ['deflateSync', 'inflateSync'],
      ['deflateRawSync', 'inflateRawSync'],
      ['gzipSync', 'gunzipSync'],
      ['gzipSync', 'unzipSync'],
      ['brotliCompressSync', 'brotliDecompressSync'],
      ['zstdCompressSync', 'zstdDecompressSync'],
    ].flatMap(([compress, decompress]) => [
      [`node:zlib#${compress}`, () => () => zlib[compress](bytes)],
      [
        `node:zlib#${decompress}`,
        () => {
          const input = zlib[compress](bytes)
          return () => zlib[decompress](input)
        },
      ],
    ]),
  ),
  'node:zlib#createZipArchiveSync': (entry = () => zlib.ZipEntry.createSync('loaf', bytes)) => [
    () => Buffer.concat([...zlib.createZipArchiveSync([entry()])]),
    (result) => result.length > 0,
  ],
  'node:zlib#ZipEntry.createSync': () => [() => zlib.ZipEntry.createSync('loaf', bytes), isThere],
  'node:zlib#ZipEntry.prototype.contentSync': (entry = archiveFile().getSync('loaf')) => [
    () => entry.contentSync(),
    (result) => bytes.equals(result),
  ],
  'node:zlib#ZipBuffer.prototype.addSync': (zip = new zlib.ZipBuffer(archive())) => [
    () => zip.addSync('roll', bytes),
    isThere,
  ],
  'node:zlib#ZipBuffer.prototype.toBufferSync': (zip = new zlib.ZipBuffer(archive())) => [
    () => zip.toBufferSync(),
    (result) => result.length > 0,
  ],
  'node:zlib#ZipFile.openSync': () => () => archiveFile().closeSync(),
  'node:zlib#ZipFile.prototype.addSync': (zip = archiveFile()) => [
    () => zip.addSync('roll', bytes),
    isThere,
  ],
  'node:zlib#ZipFile.prototype.addEntrySync': (zip = archiveFile()) => [
    () => zip.addEntrySync(zlib.ZipEntry.createSync('roll', bytes)),
    isThere,
  ],
  'node:zlib#ZipFile.prototype.closeSync': (zip = archiveFile()) => () => zip.closeSync(),
  'node:zlib#ZipFile.prototype.compactSync': (zip = archiveFile()) => [
    () => zip.compactSync(),
    (result) => result.length > 0,
  ],
  'node:zlib#ZipFile.prototype.deleteSync': (zip = archiveFile()) => [
    () => zip.deleteSync('loaf'),
    (result) => result === true,
  ],
  'node:zlib#ZipFile.prototype.entriesSync': (zip = archiveFile()) => [
    () => [...zip.entriesSync()],
    (result) => result.length === 1,
  ],
  'node:zlib#ZipFile.prototype.forEachSync': (zip = archiveFile(), seen = []) => [
    () => zip.forEachSync((entry) => seen.push(entry)),
    () => seen.length === 1,
  ],
  'node:zlib#ZipFile.prototype.getSync': (zip = archiveFile()) => [
    () => zip.getSync('loaf'),
    isThere,
  ],
  'node:zlib#ZipFile.prototype.valuesSync': (zip = archiveFile()) => [
    () => [...zip.valuesSync()],
    (result) => result.length === 1,
  ],

  ...Object.fromEntries(
    ['Brotli', 'Deflate', 'Gzip', 'Zstd'].flatMap((format) =>
      ['compress', 'decompress'].map((verb) => [
        `node:zlib/iter#${verb}${format}Sync`,
        () => {
          const compress = zlibIter[`compress${format}Sync`]
          const source = streamIter.fromSync('text')
          const text = streamIter.bytesSync(streamIter.pullSync(source, compress()))
          if (verb === 'compress') return [() => text, (result) => result.length > 0]
          const decompress = zlibIter[`decompress${format}Sync`]
          const read = () =>
            streamIter.textSync(streamIter.pullSync(streamIter.fromSync(text), decompress()))
          return [read, (result) => result === 'text']
        },
      ]),
    ),
  ),
  'node:stream/iter#arrayBufferSync': () => [
    () => streamIter.arrayBufferSync(streamIter.fromSync('text')),
    (result) => result.byteLength === 4,
  ],
  'node:stream/iter#arraySync': () => [
    () => streamIter.arraySync(streamIter.fromSync('text')),
    (result) => result.length === 1,
  ],
  'node:stream/iter#bytesSync': () => [
    () => streamIter.bytesSync(streamIter.fromSync('text')),
    (result) => result.length === 4,
  ],
  'node:stream/iter#fromSync': () => [() => [...streamIter.fromSync('text')], isThere],
  'node:stream/iter#pipeToSync': (seen = []) => [
    () =>
      streamIter.pipeToSync(streamIter.fromSync('text'), {
        writeSync: (chunk) => seen.push(chunk) > 0,
        endSync: () => 0,
      }),
    () => seen.length > 0,
  ],
  'node:stream/iter#pullSync': () => [
    () => [...streamIter.pullSync(streamIter.fromSync('text'))],
    (result) => result.length === 1,
  ],
  'node:stream/iter#shareSync': () => [
    () => streamIter.textSync(streamIter.shareSync(streamIter.fromSync('text')).pull()),
    (result) => result === 'text',
  ],
  'node:stream/iter#textSync': () => [
    () => streamIter.textSync(streamIter.fromSync('text')),
    (result) => result === 'text',
  ],
  'node:stream/iter#toReadableSync': () => [
    () => streamIter.toReadableSync(streamIter.fromSync('text')).read(),
    (result) => String(result) === 'text',
  ],
}

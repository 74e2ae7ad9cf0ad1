import type { CallTable } from '../reports-of.js'

export const compression: CallTable = {
  'adm-zip': `
import AdmZip from 'adm-zip'

const zip = new AdmZip(req.body)
zip.extractAllTo('menus') // io adm-zip.AdmZip#extractAllTo
zip.extractEntryTo('menu', 'menus') // io adm-zip.AdmZip#extractEntryTo
zip.writeZip('menus.zip') // io adm-zip.AdmZip#writeZip
zip.addLocalFile('menu') // io adm-zip.AdmZip#addLocalFile
zip.addLocalFolder('menus') // io adm-zip.AdmZip#addLocalFolder
zip.toBuffer() // cpu adm-zip.AdmZip#toBuffer
zip.readFile('menu') // cpu adm-zip.AdmZip#readFile
zip.readAsText('menu') // cpu adm-zip.AdmZip#readAsText
zip.test() // cpu adm-zip.AdmZip#test
zip.getEntries() // cpu adm-zip.AdmZip#getEntries (large input)
zip.deleteFile('menu')
await zip.toBufferPromise()`,
  'brotli-size': `
const brotliSize = require('brotli-size')

brotliSize.sync(req.body) // cpu brotli-size.sync
brotliSize.fileSync('menu') // io brotli-size.fileSync`,
  fflate: `
import * as fflate from 'fflate'

fflate.compressSync(req.body) // cpu fflate.compressSync
fflate.decompressSync(req.body) // cpu fflate.decompressSync
fflate.deflateSync(req.body) // cpu fflate.deflateSync
fflate.gunzipSync(req.body) // cpu fflate.gunzipSync
fflate.gzipSync(req.body) // cpu fflate.gzipSync
fflate.inflateSync(req.body) // cpu fflate.inflateSync
fflate.unzipSync(req.body) // cpu fflate.unzipSync
fflate.unzlibSync(req.body) // cpu fflate.unzlibSync
fflate.zipSync(req.body) // cpu fflate.zipSync
fflate.zlibSync(req.body) // cpu fflate.zlibSync`,
  'gzip-size': `
import { gzipSizeSync, gzipSizeFromFileSync } from 'gzip-size'

gzipSizeSync(req.body) // cpu gzip-size.gzipSizeSync
gzipSizeFromFileSync('menu') // io gzip-size.gzipSizeFromFileSync`,
  lz4js: `
import lz4js from 'lz4js'

lz4js.compress(req.body) // cpu lz4js.compress
lz4js.decompress(req.body) // cpu lz4js.decompress`,
  pako: `
import * as pako from 'pako'

pako.deflate(req.body) // cpu pako.deflate
pako.deflateRaw(req.body) // cpu pako.deflateRaw
pako.gzip(req.body) // cpu pako.gzip
pako.inflate(req.body) // cpu pako.inflate
pako.inflateRaw(req.body) // cpu pako.inflateRaw
pako.ungzip(req.body) // cpu pako.ungzip`,
  snappy: `
import { compress, compressSync, uncompressSync } from 'snappy'

compressSync(req.body) // cpu snappy.compressSync
uncompressSync(req.body) // cpu snappy.uncompressSync
await compress(req.body)`,
  snappyjs: `
const snappyjs = require('snappyjs')

snappyjs.compress(req.body) // cpu snappyjs.compress
snappyjs.uncompress(req.body) // cpu snappyjs.uncompress`,
  tar: `
import * as tar from 'tar'
import { create } from 'tar'
const options = { sync: true, file: 'menus.tar' }

tar.c({ sync: true, file: 'menus.tar' }, ['menus']) // io tar.c
create(options, ['menus']) // io tar.create
tar.extract(options) // io tar.extract
tar.list(options) // io tar.list
tar.r(options, ['menu']) // io tar.r
tar.replace(options, ['menu']) // io tar.replace
tar.t(options) // io tar.t
tar.u(options, ['menu']) // io tar.u
tar.update(options, ['menu']) // io tar.update
tar.x(options) // io tar.x
await tar.c({ file: 'menus.tar' })
await tar.create({ file: 'menus.tar' })
await tar.extract({ file: 'menus.tar' })
await tar.list({ file: 'menus.tar' })
await tar.r({ file: 'menus.tar' })
await tar.replace({ file: 'menus.tar' })
await tar.t({ file: 'menus.tar' })
await tar.u({ file: 'menus.tar' })
await tar.update({ file: 'menus.tar' })
await tar.x({ file: 'menus.tar' })
await create({ file: 'menus.tar', sync: false }, ['menus'])
await tar.x(req.options)`,
}

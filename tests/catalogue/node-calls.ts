import type { CallTable } from './reports-of.js'

/** Calls of every API of Node.js that the catalogue lists. */
export const nodeCalls: CallTable = {
  global: `
const shared = new Int32Array(new SharedArrayBuffer(4))

Atomics.wait(shared, 0, 0) // wait Atomics.wait
Atomics.wait(shared, 0, 0, 10) // wait Atomics.wait
Atomics.wait(shared, 0, 0, 0)
Atomics.waitAsync(shared, 0, 0)
Buffer.concat(parts) // cpu Buffer.concat (large input)
JSON.parse(req.body) // cpu JSON.parse (large input)
JSON.stringify(menus) // cpu JSON.stringify (large input)
structuredClone(menus) // cpu structuredClone (large input)
require('./menu.json') // io require (first call)
require.resolve('./menu.json') // io require.resolve (first call)
import.meta.resolve('./menu.js') // io import.meta.resolve (first call)
new WebAssembly.Module(bytes) // cpu WebAssembly.Module
new WebAssembly.Instance(engine) // cpu WebAssembly.Instance
await WebAssembly.compile(bytes)
await fetch('https://example.org')
setTimeout(() => {}, 10)
console.log('soup')`,
  'node:fs': `
import fs, { createReadStream, readFileSync as slurp, promises } from 'node:fs'
import { readFile } from 'node:fs/promises'

fs.accessSync('menu') // io fs.accessSync
fs.appendFileSync('menu', '') // io fs.appendFileSync
fs.chmodSync('menu', 0o600) // io fs.chmodSync
fs.chownSync('menu', 1, 1) // io fs.chownSync
fs.closeSync(1) // io fs.closeSync
fs.copyFileSync('menu', 'copy') // io fs.copyFileSync
fs.cpSync('menus', 'copies') // io fs.cpSync
fs.existsSync('menu') // io fs.existsSync
fs.fchmodSync(1, 0o600) // io fs.fchmodSync
fs.fchownSync(1, 1, 1) // io fs.fchownSync
fs.fdatasyncSync(1) // io fs.fdatasyncSync
fs.fstatSync(1) // io fs.fstatSync
fs.fsyncSync(1) // io fs.fsyncSync
fs.ftruncateSync(1) // io fs.ftruncateSync
fs.futimesSync(1, 0, 0) // io fs.futimesSync
fs.globSync('menus/*') // io fs.globSync
fs.lchmodSync('menu', 0o600) // io fs.lchmodSync
fs.lchownSync('menu', 1, 1) // io fs.lchownSync
fs.linkSync('menu', 'link') // io fs.linkSync
fs.lstatSync('menu') // io fs.lstatSync
fs.lutimesSync('menu', 0, 0) // io fs.lutimesSync
fs.mkdirSync('menus') // io fs.mkdirSync
fs.mkdtempDisposableSync('menus-') // io fs.mkdtempDisposableSync
fs.mkdtempSync('menus-') // io fs.mkdtempSync
fs.openSync('menu') // io fs.openSync
fs.opendirSync('menus') // io fs.opendirSync
slurp('menu') // io fs.readFileSync
fs.readSync(1, buffer) // io fs.readSync
fs.readdirSync('menus') // io fs.readdirSync
fs.readlinkSync('link') // io fs.readlinkSync
fs.readvSync(1, []) // io fs.readvSync
fs.realpathSync('link') // io fs.realpathSync
fs.realpathSync.native('link') // io fs.realpathSync.native
fs.renameSync('menu', 'old') // io fs.renameSync
fs.rmSync('menu') // io fs.rmSync
fs.rmdirSync('menus') // io fs.rmdirSync
fs.statSync('menu') // io fs.statSync
fs.statfsSync('menus') // io fs.statfsSync
fs.symlinkSync('menu', 'link') // io fs.symlinkSync
fs.truncateSync('menu') // io fs.truncateSync
fs.unlinkSync('menu') // io fs.unlinkSync
fs.utimesSync('menu', 0, 0) // io fs.utimesSync
fs.writeFileSync('menu', '') // io fs.writeFileSync
fs.writeSync(1, '') // io fs.writeSync
fs.writevSync(1, []) // io fs.writevSync
fs.openAsBlobSync('menu') // io fs.openAsBlobSync
const menus = await promises.opendir('menus')
menus.readSync() // io fs.Dir#readSync
menus.closeSync() // io fs.Dir#closeSync
fs.opendirSync('menus').readSync() // io fs.opendirSync, io fs.Dir#readSync
const menu = await promises.open('menu')
menu.pullSync() // io fs/promises.FileHandle#pullSync
new fs.Utf8Stream({}).flushSync() // io fs.Utf8Stream#flushSync
await readFile('menu')
fs.readFile('menu', () => {})
createReadStream('menu').pipe(res)`,
  'node:fs/promises': `
import { open, opendir } from 'node:fs/promises'

const menu = await open('menu')
menu.pullSync() // io fs/promises.FileHandle#pullSync
const menus = await opendir('menus')
menus.readSync() // io fs.Dir#readSync
await menu.readFile()`,
  'node:child_process': `
const { execFileSync, exec, execSync, spawn, spawnSync } = require('child_process')

execFileSync('ls') // io child_process.execFileSync
execSync('ls') // io child_process.execSync
spawnSync('ls') // io child_process.spawnSync
exec('ls', () => {})
spawn('ls')`,
  'node:crypto': `
import * as crypto from 'node:crypto'
import { randomBytes, randomFillSync, sign, verify } from 'node:crypto'

crypto.argon2Sync('argon2id', {}) // cpu crypto.argon2Sync
crypto.checkPrimeSync(7n) // cpu crypto.checkPrimeSync
crypto.generateKeyPairSync('rsa') // cpu crypto.generateKeyPairSync
crypto.generateKeySync('hmac') // cpu crypto.generateKeySync (large input)
crypto.generatePrimeSync(32) // cpu crypto.generatePrimeSync
crypto.hkdfSync('sha1', 'a', 'b', 'c', 1) // cpu crypto.hkdfSync (large input)
crypto.pbkdf2Sync('a', 'b', 1, 1, 'sha1') // cpu crypto.pbkdf2Sync
crypto.scryptSync('a', 'b', 1) // cpu crypto.scryptSync
crypto.pseudoRandomBytes(size) // cpu crypto.pseudoRandomBytes (large input)
randomBytes(size) // cpu crypto.randomBytes (large input)
randomBytes(1)
randomBytes(5000000) // cpu crypto.randomBytes
randomBytes(5000000, () => {})
crypto.pseudoRandomBytes(size, () => {})
crypto.prng(size, () => {})
crypto.rng(size, () => {})
crypto.prng(size) // cpu crypto.prng (large input)
crypto.rng(size) // cpu crypto.rng (large input)
randomFillSync(buffer) // cpu crypto.randomFillSync (large input)
crypto.randomInt(9)
crypto.randomUUID()
crypto.createDiffieHellman(512) // cpu crypto.createDiffieHellman
crypto.createPrivateKey(pem) // cpu crypto.createPrivateKey
crypto.createPublicKey(pem) // cpu crypto.createPublicKey
crypto.parsePKCS12(store) // cpu crypto.parsePKCS12
crypto.decapsulate(key, text) // cpu crypto.decapsulate
crypto.decapsulate(key, text, () => {})
crypto.diffieHellman({}) // cpu crypto.diffieHellman
crypto.diffieHellman({}, () => {})
crypto.encapsulate(key) // cpu crypto.encapsulate
crypto.encapsulate(key, () => {})
crypto.privateDecrypt(key, buffer) // cpu crypto.privateDecrypt
crypto.privateEncrypt(key, buffer) // cpu crypto.privateEncrypt
crypto.publicDecrypt(key, buffer) // cpu crypto.publicDecrypt
crypto.publicEncrypt(key, buffer) // cpu crypto.publicEncrypt
sign('sha256', buffer, key) // cpu crypto.sign
sign('sha256', buffer, key, () => {})
verify('sha256', buffer, key, signature) // cpu crypto.verify
verify('sha256', buffer, key, signature, () => {})
crypto.Certificate.verifySpkac(buffer) // cpu crypto.Certificate.verifySpkac
const exchange = crypto.createDiffieHellman(prime) // cpu crypto.createDiffieHellman
exchange.generateKeys() // cpu crypto.DiffieHellman#generateKeys
exchange.computeSecret(key) // cpu crypto.DiffieHellman#computeSecret
crypto.getDiffieHellman('modp14').generateKeys() // cpu crypto.DiffieHellmanGroup#generateKeys
crypto.createDiffieHellmanGroup('modp14').computeSecret(key) // cpu crypto.DiffieHellmanGroup#computeSecret
const curve = crypto.createECDH('secp256k1')
curve.generateKeys() // cpu crypto.ECDH#generateKeys
curve.computeSecret(key) // cpu crypto.ECDH#computeSecret
crypto.createSign('sha256').update(buffer).sign(key) // cpu crypto.createSign (large input), cpu crypto.Sign#update (large input), cpu crypto.Sign#sign
crypto.createVerify('sha256').update(buffer).verify(key, signature) // cpu crypto.createVerify (large input), cpu crypto.Verify#update (large input), cpu crypto.Verify#verify
const certificate = new crypto.X509Certificate(pem)
certificate.checkPrivateKey(key) // cpu crypto.X509Certificate#checkPrivateKey
certificate.verify(key) // cpu crypto.X509Certificate#verify
crypto.createHash('sha1').update(req.body).digest() // cpu crypto.createHash (large input), cpu crypto.Hash#update (large input), cpu crypto.Hash#digest (large input)
const hash = crypto.createHash('sha1') // cpu crypto.createHash (large input)
hash.copy().update(req.body) // cpu crypto.Hash#update (large input)
crypto.createHmac('sha1', key).update(req.body).digest() // cpu crypto.createHmac (large input), cpu crypto.Hmac#update (large input), cpu crypto.Hmac#digest (large input)
crypto.createMac('kmac128', key) // cpu crypto.createMac (large input)
crypto.hash('sha1', req.body) // cpu crypto.hash (large input)
const cipher = crypto.createCipheriv('aes-128-gcm', key, iv) // cpu crypto.createCipheriv (large input)
cipher.setAAD(header).update(req.body) // cpu crypto.Cipheriv#update (large input)
cipher.setAutoPadding(false).final() // cpu crypto.Cipheriv#final (large input)
cipher.final() // cpu crypto.Cipheriv#final (large input)
const decipher = crypto.createDecipheriv('aes-128-gcm', key, iv) // cpu crypto.createDecipheriv (large input)
decipher.setAutoPadding(true).update(req.body) // cpu crypto.Decipheriv#update (large input)
decipher.setAAD(header).setAuthTag(tag).final() // cpu crypto.Decipheriv#final (large input)
crypto.createCipher('aes-128-cbc', 'menu') // cpu crypto.createCipher
crypto.createDecipher('aes-128-cbc', 'menu') // cpu crypto.createDecipher
crypto.scrypt('a', 'b', 1, () => {})
await crypto.webcrypto.subtle.digest('SHA-1', buffer)
await crypto.subtle.encrypt({}, key, buffer)`,
  'node:zlib': `
import zlib, { ZipBuffer, ZipEntry, ZipFile } from 'node:zlib'

zlib.brotliCompressSync(req.body) // cpu zlib.brotliCompressSync
zlib.brotliDecompressSync(req.body) // cpu zlib.brotliDecompressSync
zlib.crc32(req.body) // cpu zlib.crc32 (large input)
zlib.deflateRawSync(req.body) // cpu zlib.deflateRawSync
zlib.deflateSync(req.body) // cpu zlib.deflateSync
zlib.gunzipSync(req.body) // cpu zlib.gunzipSync
zlib.gzipSync(req.body) // cpu zlib.gzipSync
zlib.inflateRawSync(req.body) // cpu zlib.inflateRawSync
zlib.inflateSync(req.body) // cpu zlib.inflateSync
zlib.unzipSync(req.body) // cpu zlib.unzipSync
zlib.zstdCompressSync(req.body) // cpu zlib.zstdCompressSync
zlib.zstdDecompressSync(req.body) // cpu zlib.zstdDecompressSync
zlib.createZipArchiveSync([]) // cpu zlib.createZipArchiveSync
const archive = new ZipBuffer()
archive.addSync('menu', '').contentSync() // cpu zlib.ZipBuffer#addSync, cpu zlib.ZipEntry#contentSync
archive.toBufferSync() // cpu zlib.ZipBuffer#toBufferSync
ZipEntry.createSync('menu', '').contentSync() // cpu zlib.ZipEntry.createSync, cpu zlib.ZipEntry#contentSync
const entry = await ZipEntry.create('menu', '')
entry.contentSync() // cpu zlib.ZipEntry#contentSync
archive.get('menu').contentSync() // cpu zlib.ZipEntry#contentSync
const menus = ZipFile.openSync('menus.zip') // io zlib.ZipFile.openSync
menus.addEntrySync(entry) // io zlib.ZipFile#addEntrySync
menus.addSync('menu', '').contentSync() // io zlib.ZipFile#addSync, cpu zlib.ZipEntry#contentSync
menus.closeSync() // io zlib.ZipFile#closeSync
menus.compactSync() // io zlib.ZipFile#compactSync
menus.deleteSync('menu') // io zlib.ZipFile#deleteSync
menus.entriesSync() // io zlib.ZipFile#entriesSync
menus.forEachSync(() => {}) // io zlib.ZipFile#forEachSync
menus.getSync('menu').contentSync() // io zlib.ZipFile#getSync, cpu zlib.ZipEntry#contentSync
const soup = await menus.get('menu')
soup.contentSync() // cpu zlib.ZipEntry#contentSync
const others = await ZipFile.open('others.zip')
others.valuesSync() // io zlib.ZipFile#valuesSync
menus.valuesSync() // io zlib.ZipFile#valuesSync
zlib.gzip(req.body, () => {})
zlib.createGzip().pipe(res)`,
  'node:zlib/iter': `
import * as zlib from 'node:zlib/iter'

zlib.compressBrotliSync() // cpu zlib/iter.compressBrotliSync
zlib.compressDeflateSync() // cpu zlib/iter.compressDeflateSync
zlib.compressGzipSync() // cpu zlib/iter.compressGzipSync
zlib.compressZstdSync() // cpu zlib/iter.compressZstdSync
zlib.decompressBrotliSync() // cpu zlib/iter.decompressBrotliSync
zlib.decompressDeflateSync() // cpu zlib/iter.decompressDeflateSync
zlib.decompressGzipSync() // cpu zlib/iter.decompressGzipSync
zlib.decompressZstdSync() // cpu zlib/iter.decompressZstdSync
zlib.compressGzip()`,
  'node:stream/iter': `
import * as iter from 'node:stream/iter'

iter.arrayBufferSync(parts) // io stream/iter.arrayBufferSync
iter.arraySync(parts) // io stream/iter.arraySync
iter.bytesSync(parts) // io stream/iter.bytesSync
iter.fromSync(parts) // io stream/iter.fromSync
iter.pipeToSync(parts, res) // io stream/iter.pipeToSync
iter.pullSync(parts) // io stream/iter.pullSync
iter.shareSync(parts) // io stream/iter.shareSync
iter.textSync(parts) // io stream/iter.textSync
iter.toReadableSync(parts) // io stream/iter.toReadableSync
iter.tapSync(() => {})
await iter.text(parts)`,
  'node:sqlite': `
import { backup, DatabaseSync } from 'node:sqlite'
const db = new DatabaseSync('menus.db')
const all = db.prepare('SELECT 1')
const session = db.createSession()
const tags = db.createTagStore()

new DatabaseSync('menus.db') // io sqlite.DatabaseSync
db.applyChangeset(changes) // io sqlite.DatabaseSync#applyChangeset
db.close() // io sqlite.DatabaseSync#close
db.deserialize(req.body) // io sqlite.DatabaseSync#deserialize
db.exec('VACUUM') // io sqlite.DatabaseSync#exec
db.loadExtension('menus.so') // io sqlite.DatabaseSync#loadExtension
db.open() // io sqlite.DatabaseSync#open
db.prepare('SELECT 1') // io sqlite.DatabaseSync#prepare
db.serialize() // io sqlite.DatabaseSync#serialize
all.all() // io sqlite.StatementSync#all
all.get() // io sqlite.StatementSync#get
all.iterate() // io sqlite.StatementSync#iterate
all.run() // io sqlite.StatementSync#run
tags.all\`SELECT 1\` // io sqlite.SQLTagStore#all
tags.get\`SELECT 1\` // io sqlite.SQLTagStore#get
tags.iterate\`SELECT 1\` // io sqlite.SQLTagStore#iterate
tags.run\`SELECT 1\` // io sqlite.SQLTagStore#run
session.changeset() // io sqlite.Session#changeset
session.patchset() // io sqlite.Session#patchset
await backup(db, 'copy.db')
db.function('price', () => 1)`,
  'node:module': `
import Module, * as modules from 'node:module'

modules.createRequire(import.meta.url) // io module.createRequire (first call)
modules.enableCompileCache() // io module.enableCompileCache (first call)
modules.findPackageJSON('menus') // io module.findPackageJSON (first call)
modules.flushCompileCache() // io module.flushCompileCache
modules.stripTypeScriptTypes(req.body) // cpu module.stripTypeScriptTypes (large input)
Module.prototype.require('./menu') // io module.prototype.require (first call)
new modules.Module().require('./menu') // io module.Module#require (first call)
modules.isBuiltin('fs')`,
  'node:vm': `
import vm from 'node:vm'

const script = new vm.Script(req.body) // cpu vm.Script (large input)
script.runInContext(context) // cpu vm.Script#runInContext
script.runInNewContext() // cpu vm.Script#runInNewContext
script.runInThisContext() // cpu vm.Script#runInThisContext
vm.compileFunction(req.body) // cpu vm.compileFunction (large input)
vm.createContext({}) // cpu vm.createContext
vm.createScript(req.body).runInThisContext() // cpu vm.createScript (large input), cpu vm.Script#runInThisContext
vm.runInContext(req.body, context) // cpu vm.runInContext
vm.runInNewContext(req.body) // cpu vm.runInNewContext
vm.runInThisContext(req.body) // cpu vm.runInThisContext
vm.isContext({})`,
  'node:v8': `
import v8 from 'node:v8'

v8.deserialize(req.body) // cpu v8.deserialize (large input)
v8.getHeapCodeStatistics() // cpu v8.getHeapCodeStatistics
v8.getHeapSnapshot() // cpu v8.getHeapSnapshot
v8.queryObjects(Menu) // cpu v8.queryObjects
v8.serialize(menus) // cpu v8.serialize (large input)
v8.takeCoverage() // io v8.takeCoverage
v8.writeHeapSnapshot() // cpu v8.writeHeapSnapshot
v8.getHeapStatistics()`,
  'node:wasi': `
import { WASI } from 'node:wasi'
const wasi = new WASI({ version: 'preview1' })

wasi.initialize(instance) // cpu wasi.WASI#initialize
wasi.start(instance) // cpu wasi.WASI#start
wasi.getImportObject()`,
  'node:ffi': `
import { dlopen, DynamicLibrary } from 'node:ffi'

dlopen('menus.so', {}) // io ffi.dlopen
new DynamicLibrary('menus.so').getFunction('cook', {}) // cpu ffi.DynamicLibrary#getFunction`,
  'node:worker_threads': `
import { BroadcastChannel, MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
const worker = new Worker('./cook.js')
const { port1 } = new MessageChannel()

new BroadcastChannel('menus').postMessage(menus) // cpu worker_threads.BroadcastChannel#postMessage (large input)
port1.postMessage(menus) // cpu worker_threads.MessagePort#postMessage (large input)
worker.postMessage(menus) // cpu worker_threads.Worker#postMessage (large input)
receiveMessageOnPort(port1) // cpu worker_threads.receiveMessageOnPort (large input)
await worker.terminate()`,
  'node:process': `
import process from 'node:process'

process.dlopen(addon, 'menus.node') // io process.dlopen
process.loadEnvFile() // io process.loadEnvFile
process.report.getReport() // cpu process.report.getReport
process.report.writeReport() // cpu process.report.writeReport
process.memoryUsage()
process.stdout.write('soup')`,
  'node:inspector': `
import inspector from 'node:inspector'

inspector.waitForDebugger() // wait inspector.waitForDebugger
inspector.url()`,
  'node:tls': `
import tls from 'node:tls'

tls.createSecureContext({}) // cpu tls.createSecureContext
tls.getCACertificates() // io tls.getCACertificates (first call)
tls.setDefaultCACertificates([]) // cpu tls.setDefaultCACertificates
tls.connect({})`,
  'node:dgram': `
import dgram from 'node:dgram'
const socket = dgram.createSocket('udp4')

socket.bindSync(80) // io dgram.Socket#bindSync
socket.connectSync(80) // io dgram.Socket#connectSync
socket.send('menu', 80)`,
  'node:buffer': `
import { Buffer, transcode } from 'node:buffer'

Buffer.alloc(1e6).toString() // cpu buffer.Buffer.alloc (large input), cpu buffer.Buffer#toString (large input)
Buffer.concat(parts).toString() // cpu buffer.Buffer.concat (large input), cpu buffer.Buffer#toString (large input)
Buffer.from(req.body).toString('hex') // cpu buffer.Buffer#toString (large input)
transcode(req.body, 'latin1', 'utf8').toString() // cpu buffer.transcode (large input), cpu buffer.Buffer#toString (large input)`,
  'node:util': `
import util from 'node:util'

util.diff(menu, old) // cpu util.diff (large input)
util.format(menu) // cpu util.format (large input)
util.inspect(menu) // cpu util.inspect (large input)
util.isDeepStrictEqual(menu, old) // cpu util.isDeepStrictEqual (large input)
util.promisify(menu)`,
  'node:assert': `
import assert from 'node:assert'

assert.deepStrictEqual(menu, old) // cpu assert.deepStrictEqual (large input)
assert.ok(menu)`,
  'what does not block': `
import { lookup } from 'node:dns'
import { resolve } from 'node:dns/promises'
import { once } from 'node:events'
import { request } from 'node:http'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'

lookup('example.org', () => {})
await resolve('example.org')
await once(req, 'end')
request('http://example.org').end()
createInterface(req).on('line', () => {})
await pipeline(req, res)
await sleep(10)`,
}

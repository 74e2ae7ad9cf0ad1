/**
 * Which of Node's own APIs the journal notes. The blocking builtins of the catalogue, each listed
 * here or among {@link leftOut}; a test compares the two. The catalogue itself is not loaded at run
 * time: its two dozen modules would take a third of the time that starting a watchdog may take.
 */

/** When a call is worth noting; any other is handed on at once. */
export type JournalGate =
  /** Any call. */
  | 'always'
  /** Its first argument is large, see `inputSize`. */
  | 'large'
  /** Its second argument is. */
  | 'large-second'
  /** The object that it is a method of is large. */
  | 'large-receiver'
  /** Its first argument is an object, of which nobody knows how large it is. */
  | 'object'
  /** It has no callback, which would make it asynchronous. */
  | 'no-callback'

export interface JournalledApi {
  /** Name of a builtin module, without `node:`; `global` for what needs no import. */
  readonly module: string
  /** Export path: `readFileSync`, `Hash.prototype.update`. */
  readonly path: string
  readonly gate: JournalGate
  /** It is a class, and constructing it is what blocks. */
  readonly isClass?: true
}

type Paths = Partial<Record<JournalGate, string>> & { readonly classes?: string }

const paths: Readonly<Record<string, Paths>> = {
  global: {
    always: 'Atomics.wait',
    large: 'JSON.parse',
    object: 'JSON.stringify structuredClone',
    classes: 'WebAssembly.Module WebAssembly.Instance',
  },
  fs: {
    always: `accessSync appendFileSync chmodSync chownSync closeSync copyFileSync cpSync existsSync
      fchmodSync fchownSync fdatasyncSync fstatSync fsyncSync ftruncateSync futimesSync globSync
      lchmodSync lchownSync linkSync lstatSync lutimesSync mkdirSync mkdtempDisposableSync mkdtempSync
      openSync opendirSync readFileSync readSync readdirSync readlinkSync readvSync realpathSync
      realpathSync.native renameSync rmSync rmdirSync statSync statfsSync symlinkSync truncateSync
      unlinkSync utimesSync writeFileSync writeSync writevSync openAsBlobSync
      Dir.prototype.readSync Dir.prototype.closeSync`,
  },
  child_process: { always: 'execFileSync execSync spawnSync' },
  crypto: {
    always: `argon2Sync checkPrimeSync generateKeyPairSync generateKeySync generatePrimeSync hkdfSync
      pbkdf2Sync scryptSync createDiffieHellman createPrivateKey createPublicKey privateDecrypt
      privateEncrypt publicDecrypt publicEncrypt Certificate.verifySpkac
      DiffieHellman.prototype.computeSecret DiffieHellman.prototype.generateKeys
      DiffieHellmanGroup.prototype.computeSecret DiffieHellmanGroup.prototype.generateKeys
      ECDH.prototype.computeSecret ECDH.prototype.generateKeys Sign.prototype.sign
      Verify.prototype.verify X509Certificate.prototype.checkPrivateKey
      X509Certificate.prototype.verify parsePKCS12`,
    'no-callback': 'decapsulate diffieHellman encapsulate sign verify',
    large: `randomBytes randomFillSync Cipheriv.prototype.update Decipheriv.prototype.update
      Hash.prototype.update Hmac.prototype.update Sign.prototype.update Verify.prototype.update`,
    'large-second': 'hash',
  },
  zlib: {
    always: `brotliCompressSync brotliDecompressSync deflateRawSync deflateSync gunzipSync gzipSync
      inflateRawSync inflateSync unzipSync zstdCompressSync zstdDecompressSync createZipArchiveSync
      ZipBuffer.prototype.addSync ZipBuffer.prototype.toBufferSync ZipEntry.createSync
      ZipEntry.prototype.contentSync ZipFile.openSync ZipFile.prototype.addEntrySync
      ZipFile.prototype.addSync ZipFile.prototype.closeSync ZipFile.prototype.compactSync
      ZipFile.prototype.deleteSync ZipFile.prototype.entriesSync ZipFile.prototype.getSync`,
    large: 'crc32',
  },
  vm: { large: 'compileFunction createScript', always: 'createContext', classes: 'Script' },
  v8: {
    always: 'getHeapCodeStatistics getHeapSnapshot queryObjects takeCoverage writeHeapSnapshot',
    large: 'deserialize',
    object: 'serialize',
  },
  process: { always: 'dlopen loadEnvFile report.getReport report.writeReport' },
  module: { always: 'flushCompileCache', large: 'stripTypeScriptTypes' },
  worker_threads: {
    always: 'receiveMessageOnPort',
    object: `BroadcastChannel.prototype.postMessage MessagePort.prototype.postMessage
      Worker.prototype.postMessage`,
  },
  util: { object: 'diff format inspect isDeepStrictEqual' },
  buffer: {
    large: 'Buffer.alloc Buffer.concat transcode',
    'large-receiver': 'Buffer.prototype.toString',
  },
  tls: { always: 'createSecureContext getCACertificates setDefaultCACertificates' },
  dgram: { always: 'Socket.prototype.bindSync Socket.prototype.connectSync' },
  sqlite: {
    always: `DatabaseSync.prototype.applyChangeset DatabaseSync.prototype.close
      DatabaseSync.prototype.deserialize DatabaseSync.prototype.exec
      DatabaseSync.prototype.loadExtension DatabaseSync.prototype.open DatabaseSync.prototype.prepare
      DatabaseSync.prototype.serialize StatementSync.prototype.all StatementSync.prototype.get
      StatementSync.prototype.iterate StatementSync.prototype.run`,
    classes: 'DatabaseSync',
  },
  'zlib/iter': {
    always: `compressBrotliSync compressDeflateSync compressGzipSync compressZstdSync
      decompressBrotliSync decompressDeflateSync decompressGzipSync decompressZstdSync`,
  },
  ffi: { always: 'dlopen DynamicLibrary.prototype.getFunction' },
}

export const journalledApis: readonly JournalledApi[] = Object.entries(paths).flatMap(
  ([module, { classes, ...gates }]) => [
    ...Object.entries(gates).flatMap(([gate, text]) =>
      split(text).map((path) => ({ module, path, gate: gate as JournalGate })),
    ),
    ...split(classes ?? '').map((path) => ({
      module,
      path,
      // What a source text or a module of bytes takes to compile is a matter of its size.
      gate: path.endsWith('Script') || path.endsWith('Module') ? ('large' as const) : ('always' as const),
      isClass: true as const,
    })),
  ],
)

function split(text: string): readonly string[] {
  return text.split(/\s+/).filter((path) => path !== '')
}

/**
 * Modules that a watchdog wraps at once; they load in a millisecond or two. All others are wrapped
 * when the program has loaded them, which for some prints a warning.
 */
export const eagerModules: ReadonlySet<string> = new Set([
  ...['global', 'fs', 'child_process', 'crypto', 'zlib', 'vm', 'v8', 'process', 'module'],
  ...['worker_threads', 'util', 'buffer'],
])

const loading = 'stacks show what is being loaded, and a wrapper would stand in every error of a module'
const running = 'the code that it runs has frames of its own'
const pieces = 'takes microseconds; what it makes is journalled, piece by piece'
const short = 'takes microseconds'
const lazily = 'only makes an iterator; what it reads is journalled where that ends in a system call'

/** Why a blocking builtin of the catalogue is not noted, by its module and export path. */
export const leftOut: Readonly<Record<string, string>> = {
  'global#require': loading,
  'global#require.resolve': loading,
  'global#import.meta.resolve': loading,
  'module#prototype.require': loading,
  'module#Module.prototype.require': loading,
  'module#createRequire': short,
  'module#enableCompileCache': short,
  'module#findPackageJSON': short,
  'vm#Script.prototype.runInContext': running,
  'vm#Script.prototype.runInNewContext': running,
  'vm#Script.prototype.runInThisContext': running,
  'vm#runInContext': running,
  'vm#runInNewContext': running,
  'vm#runInThisContext': running,
  'wasi#WASI.prototype.initialize': running,
  'wasi#WASI.prototype.start': running,
  'assert#deepStrictEqual': 'belongs to tests, and its error tells the line that called it',
  'inspector#waitForDebugger': 'waits for a person',
  'crypto#createCipheriv': pieces,
  'crypto#createDecipheriv': pieces,
  'crypto#createCipher': pieces,
  'crypto#createDecipher': pieces,
  'crypto#createHash': pieces,
  'crypto#createHmac': pieces,
  'crypto#createMac': pieces,
  'crypto#createSign': pieces,
  'crypto#createVerify': pieces,
  'crypto#Cipheriv.prototype.final': short,
  'crypto#Decipheriv.prototype.final': short,
  'crypto#Hash.prototype.digest': short,
  'crypto#Hmac.prototype.digest': short,
  'crypto#pseudoRandomBytes': 'is randomBytes by another name, behind a getter that warns',
  'crypto#prng': 'is randomBytes by another name, behind a getter that warns',
  'crypto#rng': 'is randomBytes by another name, behind a getter that warns',
  'fs#Utf8Stream.prototype.flushSync': 'calls writeSync for what takes its time',
  'fs/promises#FileHandle.prototype.pullSync': lazily,
  'zlib#ZipFile.prototype.forEachSync': running,
  'zlib#ZipFile.prototype.valuesSync': lazily,
  'sqlite#SQLTagStore.prototype.all': 'the class is not exported',
  'sqlite#SQLTagStore.prototype.get': 'the class is not exported',
  'sqlite#SQLTagStore.prototype.iterate': 'the class is not exported',
  'sqlite#SQLTagStore.prototype.run': 'the class is not exported',
  'sqlite#Session.prototype.changeset': 'the class is not exported by every version',
  'sqlite#Session.prototype.patchset': 'the class is not exported by every version',
  'stream/iter#arrayBufferSync': running,
  'stream/iter#arraySync': running,
  'stream/iter#bytesSync': running,
  'stream/iter#fromSync': running,
  'stream/iter#pipeToSync': running,
  'stream/iter#pullSync': running,
  'stream/iter#shareSync': running,
  'stream/iter#textSync': running,
  'stream/iter#toReadableSync': running,
}

import { buffer } from './node/buffer.js'
import { childProcess } from './node/child-process.js'
import { crypto } from './node/crypto.js'
import { dgram } from './node/dgram.js'
import { ffi } from './node/ffi.js'
import { fs, fsPromises } from './node/fs.js'
import { global } from './node/global.js'
import { harmless } from './node/left-out.js'
import { inspector } from './node/inspector.js'
import { module } from './node/module.js'
import { processModule } from './node/process.js'
import { sqlite } from './node/sqlite.js'
import { streamIter, zlibIter } from './node/stream-iter.js'
import { tls } from './node/tls.js'
import type { BuiltinEntry } from './types.js'
import { assert, util } from './node/util.js'
import { v8 } from './node/v8.js'
import { vm } from './node/vm.js'
import { wasi } from './node/wasi.js'
import { workerThreads } from './node/worker-threads.js'
import { zlib } from './node/zlib.js'

/** What blocks in the modules of Node.js, and in what needs no import. */
export const builtins: readonly BuiltinEntry[] = [
  global,
  fs,
  fsPromises,
  childProcess,
  crypto,
  zlib,
  zlibIter,
  streamIter,
  sqlite,
  module,
  vm,
  v8,
  wasi,
  ffi,
  workerThreads,
  processModule,
  inspector,
  tls,
  dgram,
  buffer,
  util,
  assert,
  ...harmless,
]

/**
 * Programs that block in one way each, or do not, and what a watchdog has to say about them. The
 * lines that may be named are those that the program marks with `// guilty`; what `// prepares` for it may take
 * long, too, on a busy machine.
 *
 * `causes`, `api`, `request`, `waiting` (requests) and `name` (of the process or thread) are
 * compared with the report; `stillBlocked` programs never end by themselves. A request that has
 * waited before it blocks (`isRequestAwaited`) may be unknown before Node.js 24, but for a minute
 * after a stall (`laterRequest`). `isSilent` programs must not be blamed at all. `since` is the
 * oldest Node.js that has what the program uses; what is experimental prints a warning.
 */
const script = (program, more = {}) => ({ program, causes: ['javascript'], ...more })
const api = (program, apiName, more = {}) => ({ program, causes: ['sync-api'], apiName, ...more })
const silent = (program) => ({ program, isSilent: true })
const get = (path, route = null) => ({ request: { method: 'GET', path, route } })
const sized = (name, argument) => ({ api: { name, argument } })

export const programs = [
  {
    program: 'handler-loop.mjs',
    causes: ['javascript'],
    request: { method: 'GET', path: '/orders/7', route: null },
  },
  {
    program: 'after-await.mjs',
    causes: ['javascript'],
    request: { method: 'GET', path: '/report', route: null },
    isRequestAwaited: true,
  },
  {
    program: 'after-await-again.mjs',
    causes: ['javascript'],
    laterRequest: { method: 'GET', path: '/second', route: null },
  },
  { program: 'timer-loop.cjs', causes: ['javascript'] },
  script('after-rest.mjs'),
  { program: 'tight-loop.cjs', causes: ['javascript'] },
  {
    program: 'exec-sync.mjs',
    causes: ['sync-api'],
    api: { name: 'child_process.execSync', argument: 'sleep' },
  },
  {
    program: 'spawn-sync-default-import.mjs',
    causes: ['sync-api'],
    api: { name: 'child_process.spawnSync', argument: 'sleep' },
  },
  {
    program: 'pbkdf2-sync.cjs',
    causes: ['sync-api'],
    api: { name: 'crypto.pbkdf2Sync', argument: '1000000 iterations' },
  },
  {
    program: 'gzip-sync.mjs',
    causes: ['sync-api'],
    api: { name: 'zlib.gzipSync', argument: '24000000 bytes' },
  },
  { program: 'top-level.cjs', causes: ['javascript'] },
  { program: 'top-level.mjs', causes: ['javascript'] },
  {
    program: 'top-level-exit.cjs',
    causes: ['javascript'],
    exitCode: 7,
    output: 'exits with 7\n',
  },
  {
    program: 'endless-loop.mjs',
    causes: ['javascript'],
    request: { method: 'GET', path: '/forever', route: null },
    stillBlocked: true,
  },
  {
    program: 'endless-exec.mjs',
    causes: ['sync-api'],
    api: { name: 'child_process.execFileSync', argument: 'sleep' },
    request: { method: 'GET', path: '/convert', route: null },
    stillBlocked: true,
  },
  { program: 'read-big-file.mjs', causes: ['sync-api'], apiName: 'fs.readFileSync' },
  {
    program: 'many-reads.cjs',
    causes: ['sync-api', 'javascript'],
    apiName: 'fs.readFileSync',
    minimumCalls: 100,
  },
  { program: 'sort-comparator.mjs', causes: ['javascript'] },
  { program: 'regex-backtracking.cjs', causes: ['javascript'] },
  { program: 'microtask-storm.mjs', causes: ['microtasks'] },
  { program: 'next-tick-storm.cjs', causes: ['microtasks'] },
  { program: 'many-callbacks.mjs', causes: ['many-callbacks', 'javascript'] },
  { program: 'lazy-require.cjs', causes: ['module-loading'], ...sized('require', 'slow') },
  { program: 'lazy-import.mjs', causes: ['module-loading'], ...sized('import', 'slow') },
  {
    program: 'express-route.mjs',
    causes: ['javascript'],
    request: { method: 'GET', path: '/users/12', route: '/users/:id' },
    isRequestAwaited: true,
  },
  {
    program: 'fastify-route.mjs',
    causes: ['javascript'],
    request: { method: 'GET', path: '/invoices/9', route: '/invoices/:number' },
  },
  {
    program: 'concurrent-requests.mjs',
    causes: ['javascript'],
    request: { method: 'GET', path: '/slow', route: null },
    isRequestAwaited: true,
  },
  {
    program: 'json-parse.cjs',
    causes: ['sync-api'],
    api: { name: 'JSON.parse', argument: '30000003 characters' },
  },
  // Synchronous APIs
  api('json-stringify.cjs', 'JSON.stringify'),
  api('structured-clone.mjs', 'structuredClone'),
  api('atomics-wait.mjs', 'Atomics.wait', sized('Atomics.wait', '400 ms')),
  api('endless-wait.cjs', 'Atomics.wait', { ...sized('Atomics.wait', 'no timeout'), stillBlocked: true }),
  api('hash-update.mjs', 'crypto.Hash.prototype.update', sized('crypto.Hash.prototype.update', '600000000 bytes')),
  api('many-hashes.cjs', 'crypto.Hash.prototype.update', { minimumCalls: 50 }),
  api('scrypt-sync.mjs', 'crypto.scryptSync'),
  api('generate-key-pair.cjs', 'crypto.generateKeyPairSync', sized('crypto.generateKeyPairSync', 'rsa')),
  api('sign-many.mjs', 'crypto.sign', { minimumCalls: 50 }),
  api('brotli-sync.cjs', 'zlib.brotliCompressSync'),
  api('inflate-sync.mjs', 'zlib.inflateSync'),
  api('write-big-file.cjs', 'fs.writeFileSync', sized('fs.writeFileSync', 'page.bin')),
  api('many-stats.mjs', 'fs.existsSync', { minimumCalls: 1000, causes: ['sync-api', 'javascript'] }),
  api('readdir-recursive.mjs', 'fs.readdirSync', sized('fs.readdirSync', 'menu')),
  api('fifo-read.mjs', 'fs.readFileSync', sized('fs.readFileSync', 'orders.pipe')),
  api('fs-mixed.cjs', undefined, { causes: ['sync-api', 'javascript'] }),
  api('spawn-sync-destructured.cjs', 'child_process.spawnSync'),
  api('promisified-sync.mjs', 'child_process.execFileSync'),
  api('sqlite-query.mjs', 'sqlite.StatementSync.prototype.all', { since: 22, isExperimental: true }),
  api('sqlite-exec.cjs', 'sqlite.DatabaseSync.prototype.exec', { since: 22, isExperimental: true }),
  api('vm-compile.mjs', 'vm.Script', { minimumCalls: 2 }),
  api('webassembly-compile.cjs', 'WebAssembly.Module'),
  api('post-message.mjs', 'worker_threads.MessagePort.prototype.postMessage'),
  api('v8-serialize.cjs', 'v8.serialize'),
  api('heap-snapshot.mjs', 'v8.writeHeapSnapshot', sized('v8.writeHeapSnapshot', 'orders.heapsnapshot')),
  api('deep-equal.cjs', 'util.isDeepStrictEqual'),
  api('buffer-to-string.mjs', 'buffer.Buffer.prototype.toString', { minimumCalls: 2 }),
  api('api-in-request.mjs', 'crypto.pbkdf2Sync', get('/login')),
  api('json-in-request.mjs', 'JSON.parse', get('/import')),
  api('to-json.mjs', 'JSON.stringify'),
  // JavaScript
  ...['immediate-loop.cjs', 'then-handler.mjs', 'async-iterator.mjs', 'listener-loop.cjs'].map((name) => script(name)),
  ...['getter-loop.mjs', 'proxy-trap.cjs', 'class-constructor.mjs', 'generator-loop.cjs'].map((name) => script(name)),
  ...['recursion.cjs', 'string-building.cjs'].map((name) => script(name)),
  script('array-methods.mjs', { causes: ['javascript', 'garbage-collection'] }),
  script('regex-replace.mjs', { causes: ['javascript', 'garbage-collection'] }),
  ...['stream-transform.mjs', 'socket-data.mjs', 'fs-callback.cjs', 'worker-message.mjs'].map((name) => script(name)),
  ...['child-exit.cjs', 'abort-listener.mjs', 'interval-loop.cjs', 'vm-loop.mjs'].map((name) => script(name)),
  ...['eval-loop.cjs', 'webassembly-loop.mjs', 'two-functions.cjs', 'in-dependency.cjs'].map((name) => script(name)),
  script('loop-forever-later.cjs', { stillBlocked: true }),
  // What keeps queueing more, and what is many at a time
  { program: 'endless-microtasks.mjs', causes: ['microtasks'], stillBlocked: true },
  { program: 'async-function-storm.mjs', causes: ['microtasks'] },
  { program: 'queue-microtask-storm.cjs', causes: ['microtasks'] },
  { program: 'many-timers.cjs', causes: ['many-callbacks', 'javascript'] },
  // Garbage
  { program: 'garbage.cjs', causes: ['garbage-collection', 'javascript'] },
  { program: 'explicit-gc.mjs', causes: ['garbage-collection'] },
  { program: 'explicit-gc-small-heap.mjs', causes: ['garbage-collection'] },
  // Requests
  script('koa-route.mjs', get('/api/loaves/3', '/api/loaves/:id')),
  script('express-mounted.cjs', get('/users/7/orders/7', '/users/:user/orders/:order')),
  script('fastify-hook.mjs', get('/loaves/3', '/loaves/:id')),
  script('express-4-route.cjs', get('/users/7/orders/7', '/users/:user/orders/:order')),
  script('fastify-4-route.mjs', get('/loaves/3', '/loaves/:id')),
  script('hapi-route.mjs', { ...get('/loaves/3', '/loaves/{id}'), isRequestAwaited: true }),
  script('nest-route.mjs', { ...get('/loaves/3', '/loaves/:id'), isRequestAwaited: true }),
  script('waiting-requests.mjs', { ...get('/slow'), waiting: 5 }),
  { program: 'many-responses.mjs', causes: ['many-callbacks', 'javascript'], isAnyRequest: true },
  // Threads and processes
  script('worker-thread.mjs', { name: /^worker thread \d+$/ }),
  script('forked-child.mjs', { name: /^forked-child\.mjs$/ }),
  script('cluster-worker.cjs', { name: /^cluster worker 1$/ }),
  // No stalls
  silent('no-stall.mjs'),
  ...['busy-pool.mjs', 'long-idle.cjs', 'slow-promise.mjs', 'busy-worker.mjs'].map(silent),
  ...['async-child.cjs', 'short-turns.mjs', 'many-files-async.mjs'].map(silent),
]

/**
 * Programs that block in one way each, and what a watchdog has to say about them. The lines that
 * may be named are those that the program marks with `// guilty`.
 *
 * `causes`, `api` and `request` are compared with the report; `stillBlocked` programs never end by
 * themselves. A request that has waited before it blocks (`isRequestAwaited`) may be unknown before
 * Node.js 24, but for a minute after a stall (`laterRequest`). `isSilent` programs must not be reported at all; where `isUnknowable` is set, no
 * line may be named as certain.
 */
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
    api: { name: 'crypto.pbkdf2Sync', argument: '500000 iterations' },
  },
  {
    program: 'gzip-sync.mjs',
    causes: ['sync-api'],
    api: { name: 'zlib.gzipSync', argument: '12000000 bytes' },
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
  { program: 'lazy-require.cjs', causes: ['module-loading'] },
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
  { program: 'no-stall.mjs', isSilent: true },
]

/** File, rule, line, column, message: what tests/fixtures/bakery has to give, whoever parses it. */
export type Expected = readonly [
  file: string,
  rule: string | null,
  line: number,
  column: number,
  message: string,
]

export const EXPECTED_JAVASCRIPT: readonly Expected[] = [
  [
    'dough.js',
    'event-loop/no-pool-per-request',
    7,
    22,
    '`new Worker` starts a worker thread for each request: POST /dough → new Worker (line 7). Every ' +
      'request pays for its start and its memory, and nothing bounds how many run at once. Start a ' +
      'pool of a fixed size with the server, and hand the work to it.',
  ],
  [
    'dough.js',
    'event-loop/no-request-in-worker',
    9,
    22,
    '`req` is the request and cannot be handed to worker_threads: postMessage throws a ' +
      'DataCloneError, because a request holds functions and a socket. Pass the fields that are ' +
      'needed there, such as `req.body`.',
  ],
  [
    'orders.js',
    'event-loop/no-blocking-call',
    9,
    26,
    '`fs.readFileSync` holds the event loop (I/O) in GET /recipes/:name: GET /recipes/:name → ' +
      'recipe (line 12) → fs.readFileSync (line 9). Make `recipe` async, with `readFile` from ' +
      '`node:fs/promises`, and await it where it is called.',
  ],
  [
    'orders.js',
    'event-loop/no-blocking-call',
    17,
    12,
    '`zlib.gzipSync` holds the event loop (computation) in GET /prices. Use the asynchronous `gzip` ' +
      'from `node:zlib` instead.',
  ],
  [
    'ovens.cjs',
    'event-loop/no-blocking-call',
    11,
    18,
    '`child_process.execSync` holds the event loop (I/O) in HTTP request. Use the asynchronous ' +
      '`exec` from `node:child_process` instead.',
  ],
  [
    'shelf.js',
    'event-loop/no-blocking-call',
    3,
    29,
    '`fs.readdirSync` holds the event loop (I/O) in GET /loaves: GET /loaves (orders.js:24) → ' +
      'loaves (orders.js:25) → fs.readdirSync (line 3). Make `loaves` async, with `readdir` ' +
      'from `node:fs/promises`, and await it where it is called.',
  ],
]

export const EXPECTED_TYPESCRIPT: readonly Expected[] = [
  [
    'till.ts',
    'event-loop/no-blocking-call',
    12,
    10,
    '`crypto.pbkdf2Sync` holds the event loop (computation) in GET /receipts/:id: GET /receipts/:id ' +
      '→ seal (line 20) → crypto.pbkdf2Sync (line 12). Use the asynchronous `pbkdf2` from ' +
      '`node:crypto` instead.',
  ],
]

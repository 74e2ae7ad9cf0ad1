import type { BuiltinEntry } from '../types.js'

const few = 'takes well under 1 ms'

/** Modules of which nothing is listed, because nothing in them holds the thread for long. */
export const harmless: readonly BuiltinEntry[] = [
  {
    specifiers: ['node:os', 'os'],
    blocking: {},
    leftOut: {
      cpus: few,
      freemem: few,
      homedir: few,
      hostname: few,
      loadavg: few,
      networkInterfaces: few,
      setPriority: few,
      uptime: few,
      userInfo: few,
    },
  },
  {
    specifiers: ['node:perf_hooks', 'perf_hooks'],
    blocking: {},
    leftOut: { 'Performance.prototype.timerify': 'only wraps a function' },
  },
  {
    specifiers: ['node:querystring', 'querystring'],
    blocking: {},
    leftOut: { parse: 'a query string is short, because the HTTP parser bounds it' },
  },
  { specifiers: ['node:sea'], blocking: {}, leftOut: { getAsset: 'copies from memory' } },
  {
    specifiers: ['node:trace_events', 'trace_events'],
    blocking: {},
    leftOut: { createTracing: few },
  },
  {
    specifiers: ['node:url', 'url'],
    blocking: {},
    leftOut: { parse: 'a URL is short, because the HTTP parser bounds it' },
  },
  {
    specifiers: ['node:vfs'],
    blocking: {},
    leftOut: { '*': 'works in memory, unless it is given a provider that reads a disk' },
  },
]

import type { BlockingExports, BuiltinEntry } from '../types.js'

const blocking = {
  createSecureContext: { kind: 'cpu', cost: 'medium' },
  // With 'system' it reads the operating system's store, then keeps it.
  getCACertificates: {
    kind: 'io',
    cost: 'high',
    when: { type: 'first-call' },
    nodeVersions: [22, 24, 26],
  },
  setDefaultCACertificates: { kind: 'cpu', cost: 'medium', nodeVersions: [22, 24, 26] },
} satisfies BlockingExports<typeof import('node:tls')>

export const tls: BuiltinEntry = { specifiers: ['node:tls', 'tls'], blocking }

import type { BlockingApi, BlockingExports, BuiltinEntry, PathTexts } from '../types.js'

const withoutCallback = (position: number) => ({ type: 'no-callback', position }) as const
const byInput = { type: 'large-input' } as const
// 32 bytes take two microseconds; a callback would wait much longer for a thread of the pool.
const bySize = { type: 'size', argument: 0, noticedFrom: 2 ** 20, callback: 1 } as const
const digest = 'node:crypto#webcrypto.subtle.digest'
const encrypt = 'node:crypto#webcrypto.subtle.encrypt'
const decrypt = 'node:crypto#webcrypto.subtle.decrypt'

const derivation = {
  argon2Sync: {
    kind: 'cpu',
    cost: 'high',
    instead: 'node:crypto#argon2',
    nodeVersions: [24, 26],
  },
  checkPrimeSync: { kind: 'cpu', cost: 'high', instead: 'node:crypto#checkPrime' },
  generateKeyPairSync: { kind: 'cpu', cost: 'high', instead: 'node:crypto#generateKeyPair' },
  generateKeySync: { kind: 'cpu', cost: 'low', when: byInput, instead: 'node:crypto#generateKey' },
  generatePrimeSync: { kind: 'cpu', cost: 'high', instead: 'node:crypto#generatePrime' },
  hkdfSync: { kind: 'cpu', cost: 'low', when: byInput, instead: 'node:crypto#hkdf' },
  pbkdf2Sync: { kind: 'cpu', cost: 'high', instead: 'node:crypto#pbkdf2' },
  scryptSync: { kind: 'cpu', cost: 'high', instead: 'node:crypto#scrypt' },
} satisfies BlockingExports<typeof import('node:crypto')>

const random = {
  pseudoRandomBytes: { kind: 'cpu', cost: 'low', when: bySize, instead: 'node:crypto#randomBytes' },
  randomBytes: { kind: 'cpu', cost: 'low', when: bySize, instead: 'node:crypto#randomBytes' },
  randomFillSync: { kind: 'cpu', cost: 'low', when: byInput, instead: 'node:crypto#randomFill' },
} satisfies BlockingExports<typeof import('node:crypto')>

const keys = {
  createDiffieHellman: { kind: 'cpu', cost: 'high', instead: 'node:crypto#generateKeyPair' },
  createPrivateKey: { kind: 'cpu', cost: 'low' },
  createPublicKey: { kind: 'cpu', cost: 'low' },
  decapsulate: {
    kind: 'cpu',
    cost: 'low',
    when: withoutCallback(2),
    instead: 'node:crypto#decapsulate',
    nodeVersions: [24, 26],
  },
  // Node.js 20 and 22 take the callback without a word and never call it.
  diffieHellman: {
    kind: 'cpu',
    cost: 'low',
    when: { type: 'no-callback', position: 1, nodeVersions: [24, 26] },
    instead: 'node:crypto#diffieHellman',
  },
  encapsulate: {
    kind: 'cpu',
    cost: 'low',
    when: withoutCallback(1),
    instead: 'node:crypto#encapsulate',
    nodeVersions: [24, 26],
  },
  privateDecrypt: { kind: 'cpu', cost: 'medium' },
  privateEncrypt: { kind: 'cpu', cost: 'medium' },
  publicDecrypt: { kind: 'cpu', cost: 'low' },
  publicEncrypt: { kind: 'cpu', cost: 'low' },
  sign: { kind: 'cpu', cost: 'medium', when: withoutCallback(3), instead: 'node:crypto#sign' },
  verify: { kind: 'cpu', cost: 'low', when: withoutCallback(4), instead: 'node:crypto#verify' },
  'Certificate.verifySpkac': { kind: 'cpu', cost: 'low' },
  'DiffieHellman.prototype.computeSecret': { kind: 'cpu', cost: 'medium' },
  'DiffieHellman.prototype.generateKeys': { kind: 'cpu', cost: 'medium' },
  'ECDH.prototype.computeSecret': { kind: 'cpu', cost: 'low' },
  'ECDH.prototype.generateKeys': { kind: 'cpu', cost: 'low' },
  'Sign.prototype.sign': { kind: 'cpu', cost: 'medium', instead: 'node:crypto#sign' },
  'Verify.prototype.verify': { kind: 'cpu', cost: 'low', instead: 'node:crypto#verify' },
  'X509Certificate.prototype.checkPrivateKey': { kind: 'cpu', cost: 'low' },
  'X509Certificate.prototype.verify': { kind: 'cpu', cost: 'low' },
} satisfies BlockingExports<typeof import('node:crypto')>

const proportional = {
  createCipheriv: { kind: 'cpu', cost: 'low', when: byInput, instead: encrypt },
  createDecipheriv: { kind: 'cpu', cost: 'low', when: byInput, instead: decrypt },
  createHash: { kind: 'cpu', cost: 'low', when: byInput, instead: digest },
  createHmac: { kind: 'cpu', cost: 'low', when: byInput },
  createSign: { kind: 'cpu', cost: 'low', when: byInput, instead: 'node:crypto#sign' },
  createVerify: { kind: 'cpu', cost: 'low', when: byInput, instead: 'node:crypto#verify' },
  hash: { kind: 'cpu', cost: 'medium', when: byInput, instead: digest },
  'Cipheriv.prototype.final': { kind: 'cpu', cost: 'low', when: byInput, instead: encrypt },
  'Cipheriv.prototype.update': { kind: 'cpu', cost: 'medium', when: byInput, instead: encrypt },
  'Decipheriv.prototype.final': { kind: 'cpu', cost: 'low', when: byInput, instead: decrypt },
  'Decipheriv.prototype.update': { kind: 'cpu', cost: 'medium', when: byInput, instead: decrypt },
  'Hash.prototype.digest': { kind: 'cpu', cost: 'low', when: byInput, instead: digest },
  'Hash.prototype.update': { kind: 'cpu', cost: 'medium', when: byInput, instead: digest },
  'Hmac.prototype.digest': { kind: 'cpu', cost: 'low', when: byInput },
  'Hmac.prototype.update': { kind: 'cpu', cost: 'medium', when: byInput },
  'Sign.prototype.update': { kind: 'cpu', cost: 'medium', when: byInput },
  'Verify.prototype.update': { kind: 'cpu', cost: 'medium', when: byInput },
} satisfies BlockingExports<typeof import('node:crypto')>

// @types/node lacks these: prng and rng are undocumented names of randomBytes, createCipher and
// createDecipher (which derive their key on the spot) left with Node.js 22, the rest came with 26,
// and what the interface DiffieHellmanGroup describes has no class in its types.
const untyped = {
  createCipher: {
    kind: 'cpu',
    cost: 'medium',
    instead: 'node:crypto#webcrypto.subtle.encrypt',
    nodeVersions: [20],
  },
  createDecipher: {
    kind: 'cpu',
    cost: 'medium',
    instead: 'node:crypto#webcrypto.subtle.decrypt',
    nodeVersions: [20],
  },
  createMac: { kind: 'cpu', cost: 'low', when: byInput, nodeVersions: [26] },
  parsePKCS12: { kind: 'cpu', cost: 'medium', nodeVersions: [26] },
  prng: { kind: 'cpu', cost: 'low', when: bySize, instead: 'node:crypto#randomBytes' },
  rng: { kind: 'cpu', cost: 'low', when: bySize, instead: 'node:crypto#randomBytes' },
  'DiffieHellmanGroup.prototype.computeSecret': { kind: 'cpu', cost: 'medium' },
  'DiffieHellmanGroup.prototype.generateKeys': { kind: 'cpu', cost: 'medium' },
} satisfies Readonly<Record<string, BlockingApi>>

const returns = {
  createCipheriv: 'Cipheriv',
  createDecipheriv: 'Decipheriv',
  createDiffieHellman: 'DiffieHellman',
  createDiffieHellmanGroup: 'DiffieHellmanGroup',
  createECDH: 'ECDH',
  createHash: 'Hash',
  createHmac: 'Hmac',
  createSign: 'Sign',
  createVerify: 'Verify',
  getDiffieHellman: 'DiffieHellmanGroup',
  'Cipheriv.prototype.setAutoPadding': 'this',
  'Decipheriv.prototype.setAutoPadding': 'this',
  'Hash.prototype.copy': 'Hash',
  'Hash.prototype.update': 'this',
  'Hmac.prototype.update': 'this',
  'Sign.prototype.update': 'this',
  'Verify.prototype.update': 'this',
} satisfies PathTexts<typeof import('node:crypto')>

// @types/node has them on interfaces for single modes of operation.
const ofModes = {
  'Cipheriv.prototype.setAAD': 'this',
  'Decipheriv.prototype.setAAD': 'this',
  'Decipheriv.prototype.setAuthTag': 'this',
}

export const crypto: BuiltinEntry = {
  specifiers: ['node:crypto', 'crypto'],
  blocking: { ...derivation, ...random, ...keys, ...proportional, ...untyped },
  returns: { ...returns, ...ofModes },
  leftOut: {
    getRandomValues: 'at most 64 KiB of random bytes, which take about 0.1 ms',
    randomInt: 'takes its bytes from a cache of 6 KiB, which takes some microseconds to fill',
    randomUUID: 'takes its bytes from a cache that is filled for 128 calls at once',
  } satisfies PathTexts<typeof import('node:crypto')>,
}

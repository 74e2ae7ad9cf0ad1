import type { PackageEntry } from '../types.js'

// Deriving a key or hashing a password is meant to take long: 50 to 300 ms with usual settings.
const slow = { kind: 'cpu', cost: 'high' } as const
const byInput = { kind: 'cpu', cost: 'low', when: { type: 'large-input' } } as const
const scrypt = 'node:crypto#scrypt'
const pbkdf2 = 'node:crypto#pbkdf2'
const argon2 = 'argon2#hash'

// With a secret these take microseconds; signing with an RSA key takes milliseconds.
const rsa = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']

export const hashing: readonly PackageEntry[] = [
  {
    specifiers: ['@noble/hashes/argon2.js', '@noble/hashes/argon2'],
    blocking: [
      { ...slow, instead: argon2, paths: ['argon2id'] },
      { ...slow, instead: argon2, inNameOnly: 'promise', paths: ['argon2idAsync'] },
    ],
  },
  {
    specifiers: ['@noble/hashes/pbkdf2.js', '@noble/hashes/pbkdf2'],
    blocking: [
      { ...slow, instead: pbkdf2, paths: ['pbkdf2'] },
      { ...slow, instead: pbkdf2, inNameOnly: 'promise', paths: ['pbkdf2Async'] },
    ],
  },
  {
    specifiers: ['@noble/hashes/scrypt.js', '@noble/hashes/scrypt'],
    blocking: [
      { ...slow, instead: scrypt, paths: ['scrypt'] },
      { ...slow, instead: scrypt, inNameOnly: 'promise', paths: ['scryptAsync'] },
    ],
  },
  {
    specifiers: ['@node-rs/argon2'],
    blocking: [{ ...slow, instead: '#*', paths: ['hashRawSync', 'hashSync', 'verifySync'] }],
  },
  {
    specifiers: ['@node-rs/bcrypt'],
    blocking: [
      { ...slow, instead: '#*', paths: ['compareSync', 'hashSync', 'verifySync'] },
      { kind: 'cpu', cost: 'low', instead: '#*', paths: ['genSaltSync'] },
    ],
  },
  {
    specifiers: ['argon2'],
    blocking: [],
    leftOut: {
      hash: 'works on another thread',
      verify: 'works on another thread',
    },
  },
  {
    specifiers: ['bcrypt'],
    blocking: [
      { ...slow, instead: '#*', paths: ['compareSync', 'hashSync'] },
      { kind: 'cpu', cost: 'low', instead: '#*', paths: ['genSaltSync'] },
    ],
  },
  {
    specifiers: ['bcryptjs'],
    blocking: [
      { ...slow, instead: 'bcrypt#*', paths: ['compareSync', 'hashSync'] },
      // It lets go of the loop every 100 ms.
      { ...slow, instead: 'bcrypt#*', inNameOnly: 'either', paths: ['compare', 'hash'] },
      { kind: 'cpu', cost: 'low', instead: '#*', paths: ['genSaltSync'] },
    ],
  },
  {
    specifiers: ['crypto-js'],
    blocking: [
      { ...slow, instead: pbkdf2, paths: ['EvpKDF', 'PBKDF2'] },
      { ...byInput, paths: ['AES.decrypt', 'AES.encrypt', 'SHA512', 'TripleDES.encrypt'] },
    ],
  },
  { specifiers: ['etag'], blocking: [{ ...byInput, paths: ['default'] }] },
  {
    specifiers: ['hash-wasm'],
    blocking: [
      { ...slow, instead: argon2, inNameOnly: 'promise', paths: ['argon2id'] },
      { ...slow, instead: 'bcrypt#hash', inNameOnly: 'promise', paths: ['bcrypt'] },
      { ...slow, instead: pbkdf2, inNameOnly: 'promise', paths: ['pbkdf2'] },
      { ...slow, instead: scrypt, inNameOnly: 'promise', paths: ['scrypt'] },
    ],
  },
  {
    specifiers: ['hasha'],
    blocking: [
      { kind: 'io', cost: 'high', instead: '#*', paths: ['hashFileSync'] },
      { ...byInput, instead: '#*', paths: ['hashSync'] },
    ],
  },
  {
    specifiers: ['jsonwebtoken'],
    blocking: [
      {
        kind: 'cpu',
        cost: 'medium',
        when: { type: 'option', argument: 2, option: 'algorithm', values: rsa },
        instead: 'jose#SignJWT',
        inNameOnly: 'callback',
        paths: ['sign'],
      },
    ],
    leftOut: { verify: 'takes well under 1 ms' },
  },
  {
    specifiers: ['jws'],
    blocking: [],
    leftOut: {
      sign: 'takes microseconds with a secret, and which key it has is not known',
      verify: 'takes well under 1 ms',
    },
  },
  {
    specifiers: ['md5-file'],
    blocking: [{ kind: 'io', cost: 'high', instead: '#default', paths: ['sync'] }],
  },
  {
    specifiers: ['node-forge'],
    blocking: [
      {
        ...slow,
        when: { type: 'no-callback' },
        instead: 'node:crypto#generateKeyPair',
        paths: ['pki.rsa.generateKeyPair'],
      },
      { ...slow, when: { type: 'no-callback' }, instead: pbkdf2, paths: ['pkcs5.pbkdf2'] },
      { kind: 'cpu', cost: 'low', instead: '#*', paths: ['random.generateSync'] },
      { kind: 'cpu', cost: 'low', instead: '#*', paths: ['random.getBytesSync'] },
    ],
    leftOut: {
      'md.sha256.create': 'only makes an empty hash',
      'pki.rsa.createKeyPairGenerationState': 'only makes a state that is stepped later',
    },
  },
  {
    specifiers: ['object-hash'],
    blocking: [{ ...byInput, paths: ['MD5', 'default', 'sha1'] }],
  },
  { specifiers: ['pbkdf2'], blocking: [{ ...slow, instead: pbkdf2, paths: ['pbkdf2Sync'] }] },
  { specifiers: ['scrypt-js'], blocking: [{ ...slow, instead: scrypt, paths: ['syncScrypt'] }] },
  { specifiers: ['scryptsy'], blocking: [{ ...slow, instead: scrypt, paths: ['default'] }] },
]

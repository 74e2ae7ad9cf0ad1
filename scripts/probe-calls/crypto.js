import crypto from 'node:crypto'
import tls from 'node:tls'
import { bytes, isThere } from './scratch.js'

const rsa = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' })
const prime = crypto.getDiffieHellman('modp14').getPrime()

export const cryptoCalls = {
  'node:crypto#argon2Sync': () => () =>
    crypto.argon2Sync('argon2id', {
      message: bytes,
      nonce: Buffer.alloc(16),
      parallelism: 1,
      tagLength: 16,
      memory: 8,
      passes: 1,
    }),
  'node:crypto#checkPrimeSync': () => () => crypto.checkPrimeSync(7n),
  'node:crypto#createCipher': () => [() => crypto.createCipher('aes-128-cbc', 'secret'), isThere],
  'node:crypto#createDecipher': () => [
    () => crypto.createDecipher('aes-128-cbc', 'secret'),
    isThere,
  ],
  'node:crypto#createDiffieHellman': () => [() => crypto.createDiffieHellman(512), isThere],
  'node:crypto#createPrivateKey': () => [() => crypto.createPrivateKey(pem), isThere],
  'node:crypto#createPublicKey': () => [() => crypto.createPublicKey(pem), isThere],
  'node:crypto#decapsulate': () => {
    const pair = crypto.generateKeyPairSync('ml-kem-512')
    const { ciphertext } = crypto.encapsulate(pair.publicKey)
    return [() => crypto.decapsulate(pair.privateKey, ciphertext), isThere]
  },
  'node:crypto#diffieHellman': () => [() => crypto.diffieHellman(ec), isThere],
  'node:crypto#encapsulate': () => {
    const pair = crypto.generateKeyPairSync('ml-kem-512')
    return [() => crypto.encapsulate(pair.publicKey), isThere]
  },
  'node:crypto#generateKeyPairSync': () => () =>
    crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'node:crypto#generatePrimeSync': () => () => crypto.generatePrimeSync(32),
  'node:crypto#pbkdf2Sync': () => () => crypto.pbkdf2Sync('secret', 'salt', 1, 16, 'sha256'),
  'node:crypto#privateDecrypt': () => {
    const secret = crypto.publicEncrypt(rsa.publicKey, bytes)
    return [() => crypto.privateDecrypt(rsa.privateKey, secret), isThere]
  },
  'node:crypto#privateEncrypt': () => [() => crypto.privateEncrypt(rsa.privateKey, bytes), isThere],
  'node:crypto#prng': () => () => crypto.prng(8),
  'node:crypto#pseudoRandomBytes': () => () => crypto.pseudoRandomBytes(8),
  'node:crypto#publicDecrypt': () => {
    const signed = crypto.privateEncrypt(rsa.privateKey, bytes)
    return [() => crypto.publicDecrypt(rsa.publicKey, signed), isThere]
  },
  'node:crypto#publicEncrypt': () => [() => crypto.publicEncrypt(rsa.publicKey, bytes), isThere],
  'node:crypto#randomBytes': () => () => crypto.randomBytes(8),
  'node:crypto#rng': () => () => crypto.rng(8),
  'node:crypto#scryptSync': () => () => crypto.scryptSync('secret', 'salt', 16, { N: 2 }),
  'node:crypto#sign': () => [() => crypto.sign('sha256', bytes, ec.privateKey), isThere],
  'node:crypto#verify': () => {
    const signature = crypto.sign('sha256', bytes, ec.privateKey)
    return [() => crypto.verify('sha256', bytes, ec.publicKey, signature), isThere]
  },
  'node:crypto#Certificate.verifySpkac': () => [
    () => crypto.Certificate.verifySpkac(bytes),
    (result) => result === false,
  ],
  'node:crypto#DiffieHellman.prototype.generateKeys': (dh = crypto.createDiffieHellman(prime)) => [
    () => dh.generateKeys(),
    isThere,
  ],
  'node:crypto#DiffieHellman.prototype.computeSecret': (dh = crypto.createDiffieHellman(prime)) => {
    const key = dh.generateKeys()
    return [() => dh.computeSecret(key), isThere]
  },
  'node:crypto#DiffieHellmanGroup.prototype.generateKeys': () => {
    const dh = crypto.getDiffieHellman('modp14')
    return [() => dh.generateKeys(), isThere]
  },
  'node:crypto#DiffieHellmanGroup.prototype.computeSecret': () => {
    const dh = crypto.getDiffieHellman('modp14')
    const key = dh.generateKeys()
    return [() => dh.computeSecret(key), isThere]
  },
  'node:crypto#ECDH.prototype.generateKeys': (dh = crypto.createECDH('prime256v1')) => [
    () => dh.generateKeys(),
    isThere,
  ],
  'node:crypto#ECDH.prototype.computeSecret': (dh = crypto.createECDH('prime256v1')) => {
    const key = dh.generateKeys()
    return [() => dh.computeSecret(key), isThere]
  },
  'node:crypto#Sign.prototype.sign': (signer = crypto.createSign('sha256')) => [
    () => signer.update(bytes).sign(ec.privateKey),
    isThere,
  ],
  'node:crypto#Verify.prototype.verify': (verifier = crypto.createVerify('sha256')) => [
    () => verifier.update(bytes).verify(ec.publicKey, bytes),
    (result) => result === false,
  ],

  'node:tls#createSecureContext': () => [() => tls.createSecureContext({ key: pem }), isThere],
  'node:tls#setDefaultCACertificates': () => [
    () => tls.setDefaultCACertificates([]),
    () => tls.getCACertificates('default').length === 0,
  ],
}

/** The same functions, given a callback: with one they must not block. */
export const callbackCalls = {
  'node:crypto#decapsulate': (done) => {
    const pair = crypto.generateKeyPairSync('ml-kem-512')
    const { ciphertext } = crypto.encapsulate(pair.publicKey)
    return () => crypto.decapsulate(pair.privateKey, ciphertext, done)
  },
  'node:crypto#diffieHellman': (done) => () => crypto.diffieHellman(ec, done),
  'node:crypto#encapsulate': (done) => {
    const pair = crypto.generateKeyPairSync('ml-kem-512')
    return () => crypto.encapsulate(pair.publicKey, done)
  },
  'node:crypto#prng': (done) => () => crypto.prng(8, done),
  'node:crypto#pseudoRandomBytes': (done) => () => crypto.pseudoRandomBytes(8, done),
  'node:crypto#randomBytes': (done) => () => crypto.randomBytes(8, done),
  'node:crypto#rng': (done) => () => crypto.rng(8, done),
  'node:crypto#sign': (done) => () => crypto.sign('sha256', bytes, ec.privateKey, done),
  'node:crypto#verify': (done) => {
    const signature = crypto.sign('sha256', bytes, ec.privateKey)
    return () => crypto.verify('sha256', bytes, ec.publicKey, signature, done)
  },
}

import type { CallTable } from '../reports-of.js'

export const hashing: CallTable = {
  '@noble/hashes/argon2.js': `
import { argon2id, argon2idAsync } from '@noble/hashes/argon2.js'

argon2id(req.body) // cpu @noble/hashes/argon2.js.argon2id
await argon2idAsync(req.body) // cpu @noble/hashes/argon2.js.argon2idAsync (in name only)`,
  '@noble/hashes/pbkdf2.js': `
import { pbkdf2, pbkdf2Async } from '@noble/hashes/pbkdf2.js'

pbkdf2(req.body) // cpu @noble/hashes/pbkdf2.js.pbkdf2
await pbkdf2Async(req.body) // cpu @noble/hashes/pbkdf2.js.pbkdf2Async (in name only)`,
  '@noble/hashes/scrypt.js': `
import { scrypt, scryptAsync } from '@noble/hashes/scrypt.js'

scrypt(req.body) // cpu @noble/hashes/scrypt.js.scrypt
await scryptAsync(req.body) // cpu @noble/hashes/scrypt.js.scryptAsync (in name only)`,
  '@node-rs/argon2': `
const nodeRsArgon2 = require('@node-rs/argon2')

nodeRsArgon2.hashRawSync(req.body) // cpu @node-rs/argon2.hashRawSync
nodeRsArgon2.hashSync(req.body) // cpu @node-rs/argon2.hashSync
nodeRsArgon2.verifySync(req.body) // cpu @node-rs/argon2.verifySync`,
  '@node-rs/bcrypt': `
import nodeRsBcrypt from '@node-rs/bcrypt'

nodeRsBcrypt.compareSync(req.body) // cpu @node-rs/bcrypt.compareSync
nodeRsBcrypt.hashSync(req.body) // cpu @node-rs/bcrypt.hashSync
nodeRsBcrypt.verifySync(req.body) // cpu @node-rs/bcrypt.verifySync
nodeRsBcrypt.genSaltSync(req.body) // cpu @node-rs/bcrypt.genSaltSync`,
  argon2: `
import argon2 from 'argon2'

await argon2.hash(req.body)
await argon2.verify(kept, req.body)`,
  bcrypt: `
import bcrypt from 'bcrypt'

bcrypt.compareSync(req.body) // cpu bcrypt.compareSync
bcrypt.hashSync(req.body) // cpu bcrypt.hashSync
bcrypt.genSaltSync(req.body) // cpu bcrypt.genSaltSync`,
  bcryptjs: `
import bcrypt, { compareSync } from 'bcryptjs'

compareSync(req.body, kept) // cpu bcryptjs.compareSync
bcrypt.hashSync(req.body, 12) // cpu bcryptjs.hashSync
bcrypt.genSaltSync(12) // cpu bcryptjs.genSaltSync
await bcrypt.compare(req.body, kept) // cpu bcryptjs.compare (in name only)
bcrypt.hash(req.body, 12, (error, hash) => res.send(hash)) // cpu bcryptjs.hash (in name only)
await bcrypt.genSalt(12)`,
  'crypto-js': `
import cryptoJs from 'crypto-js'

cryptoJs.EvpKDF(req.body) // cpu crypto-js.EvpKDF
cryptoJs.PBKDF2(req.body) // cpu crypto-js.PBKDF2
cryptoJs.AES.decrypt(req.body) // cpu crypto-js.AES.decrypt (large input)
cryptoJs.AES.encrypt(req.body) // cpu crypto-js.AES.encrypt (large input)
cryptoJs.SHA512(req.body) // cpu crypto-js.SHA512 (large input)
cryptoJs.TripleDES.encrypt(req.body) // cpu crypto-js.TripleDES.encrypt (large input)`,
  etag: `
const etag = require('etag')

etag(req.body) // cpu etag (large input)`,
  'hash-wasm': `
import hashWasm from 'hash-wasm'

await hashWasm.argon2id(req.body) // cpu hash-wasm.argon2id (in name only)
await hashWasm.bcrypt(req.body) // cpu hash-wasm.bcrypt (in name only)
await hashWasm.pbkdf2(req.body) // cpu hash-wasm.pbkdf2 (in name only)
await hashWasm.scrypt(req.body) // cpu hash-wasm.scrypt (in name only)`,
  hasha: `
import { hashFileSync, hashSync } from 'hasha'

hashFileSync('menu') // io hasha.hashFileSync
hashSync(req.body) // cpu hasha.hashSync (large input)`,
  jsonwebtoken: `
import jwt, { sign } from 'jsonwebtoken'
const signing = { algorithm: 'PS512' }

jwt.sign({}, key, { algorithm: 'RS256' }) // cpu jsonwebtoken.sign
sign({}, key, signing) // cpu jsonwebtoken.sign
sign({}, key, { algorithm: 'RS384' }) // cpu jsonwebtoken.sign
sign({}, key, { algorithm: 'RS512' }) // cpu jsonwebtoken.sign
sign({}, key, { algorithm: 'PS256' }) // cpu jsonwebtoken.sign
sign({}, key, { algorithm: 'PS384' }) // cpu jsonwebtoken.sign
jwt.sign({}, key, { algorithm: 'RS256' }, (error, token) => {}) // cpu jsonwebtoken.sign (in name only)
jwt.sign({}, secret)
jwt.sign({}, secret, { algorithm: 'HS256' })
jwt.sign({}, secret, { algorithm: req.algorithm })
jwt.sign({}, secret, options)
jwt.verify(token, secret, { algorithms: ['RS256'] })`,
  jws: `
const jws = require('jws')

jws.sign({ header: { alg: 'HS256' }, secret })
jws.verify(token, 'HS256', secret)`,
  'md5-file': `
import md5File from 'md5-file'

md5File.sync('menu') // io md5-file.sync`,
  'node-forge': `
import forge from 'node-forge'

forge.pki.rsa.generateKeyPair(2048) // cpu node-forge.pki.rsa.generateKeyPair
forge.pki.rsa.generateKeyPair({ bits: 2048 }, (error, pair) => {})
forge.pkcs5.pbkdf2('a', 'b', 1000, 16) // cpu node-forge.pkcs5.pbkdf2
forge.pkcs5.pbkdf2('a', 'b', 1000, 16, (error, key) => {})
forge.random.generateSync(16) // cpu node-forge.random.generateSync
forge.random.getBytesSync(16) // cpu node-forge.random.getBytesSync
forge.md.sha256.create()`,
  'object-hash': `
import objectHash from 'object-hash'

objectHash.MD5(req.body) // cpu object-hash.MD5 (large input)
objectHash(req.body) // cpu object-hash (large input)
objectHash.sha1(req.body) // cpu object-hash.sha1 (large input)`,
  pbkdf2: `
const pbkdf2 = require('pbkdf2')

pbkdf2.pbkdf2Sync(req.body) // cpu pbkdf2.pbkdf2Sync`,
  'scrypt-js': `
import scryptJs from 'scrypt-js'

scryptJs.syncScrypt(req.body) // cpu scrypt-js.syncScrypt`,
  scryptsy: `
const scryptsy = require('scryptsy')

scryptsy(req.body) // cpu scryptsy`,
}

const { pbkdf2Sync } = require('node:crypto')

function hashPassword(password) {
  return pbkdf2Sync(password, 'salt', 1_000_000, 64, 'sha512') // guilty
}

setTimeout(() => hashPassword('secret'), 60)

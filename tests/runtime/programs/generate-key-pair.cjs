const crypto = require('node:crypto')

setTimeout(() => {
  for (let index = 0; index < 8; index += 1) crypto.generateKeyPairSync('rsa', { modulusLength: 2048 }) // guilty
}, 60)

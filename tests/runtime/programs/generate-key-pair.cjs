const crypto = require('node:crypto')

setTimeout(() => {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 400_000) crypto.generateKeyPairSync('rsa', { modulusLength: 2048 }) // guilty
}, 60)

import { generateKeyPairSync, sign } from 'node:crypto'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 }) // prepares
const token = Buffer.from('a token')

setTimeout(() => {
  const end = process.cpuUsage().user + 400_000
  while (process.cpuUsage().user < end) {
    sign('sha256', token, privateKey) // guilty
  }
}, 200)

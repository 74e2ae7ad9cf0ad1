import { pbkdf2Sync } from 'node:crypto'
import { serveOnce } from './serve-once.mjs'

serveOnce('/login?user=ada', (request, response) => {
  pbkdf2Sync('password', 'salt', 1_200_000, 64, 'sha512') // guilty
  response.end()
})

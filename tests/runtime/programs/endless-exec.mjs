import { execFileSync } from 'node:child_process'
import { serveOnce } from './serve-once.mjs'

serveOnce('/convert', () => {
  execFileSync('sleep', ['20']) // guilty
})

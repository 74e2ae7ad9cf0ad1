import { execFileSync } from 'node:child_process'
import { promisify } from 'node:util'

// In name only: it still blocks.
const later = promisify((program, options, done) => done(null, execFileSync(program, options))) // guilty

setTimeout(() => void later('sleep', ['0.4']), 60)

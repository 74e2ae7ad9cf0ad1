import { execSync } from 'node:child_process'

setTimeout(() => {
  execSync('PASSWORD=hidden sleep 0.4 && true') // guilty
}, 60)

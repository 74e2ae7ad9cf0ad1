import { setTimeout as pause } from 'node:timers/promises'
import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'

await promisify(pbkdf2)('secret', 'salt', 300_000, 64, 'sha512')
for (let turn = 0; turn < 100; turn += 1) {
  const end = Date.now() + 5
  while (Date.now() < end) Math.random()
  await pause(1)
}

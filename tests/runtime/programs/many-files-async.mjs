import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(import.meta.url)
for (let round = 0; round < 20; round += 1) {
  await Promise.all(Array.from({ length: 20 }, () => readFile(file)))
}

import { pbkdf2 } from 'node:crypto'

for (let index = 0; index < 16; index += 1) pbkdf2('password', 'salt', 120_000, 64, 'sha512', () => {})

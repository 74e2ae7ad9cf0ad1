import { Router } from 'express'
import { pbkdf2Sync as deriveKey, timingSafeEqual } from 'node:crypto'

interface Account {
  salt: string
  /** Hexadecimal. */
  key: string
}

const ITERATIONS = 600_000

const registered = new Map<string, Account>([
  [
    'ada@example.org',
    {
      salt: 'b1946ac9',
      key: '3eb6a6e669723731a43910b4ad1996f5aaa1a81b86f1baafcdff1c80e46588f1',
    },
  ],
])

export const accounts = Router()

// Blocks: the key is derived on the event loop, for half a second a login.
accounts.post('/login', (request, response) => {
  const { email, password } = request.body as { email: string; password: string }
  const account = registered.get(email)
  const isRight = account !== undefined && isPassword(password, account)
  response.status(isRight ? 200 : 401).json({ signedIn: isRight })
})

function isPassword(password: string, { salt, key }: Account): boolean {
  return timingSafeEqual(
    deriveKey(password, salt, ITERATIONS, 32, 'sha512'),
    Buffer.from(key, 'hex'),
  )
}

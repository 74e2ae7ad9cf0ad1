import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import express from 'express'

const deriveKey = promisify(pbkdf2)

export const logins = express.Router()

logins.post('/logins', async (req, res) => {
  const { password, rounds } = req.body
  const key = await deriveKey(password, 'salt', rounds, 32, 'sha512')
  res.json({ key: key.toString('hex') })
})

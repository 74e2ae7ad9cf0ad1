// What the calls work on: a folder of their own, small inputs, and the check that most of them
// share.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'probe-catalogue-'))

let made = 0
export const freshPath = () => path.join(scratch, `${(made += 1)}`)

export function makeFile(text = 'text') {
  const name = freshPath()
  fs.writeFileSync(name, text)
  return name
}

export const bytes = Buffer.from('some bytes')

/** The call has given its result, and not a promise of it. */
export const isThere = (result) => result !== undefined && typeof result?.then !== 'function'

/** A module that not every version of Node.js has. */
export const optional = (specifier) => process.getBuiltinModule(specifier)

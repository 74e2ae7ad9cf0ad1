import { expect, test } from 'vitest'
import { reportedIn } from '../../analysis/marked-files.js'

test('a type of a parameter stands for what its class inherits', () => {
  const code = `import express from 'express'
import type { RootDatabase } from 'lmdb'
export const serve = (menus: RootDatabase) => express().get('/menus', () => menus.clearSync())`
  const report = 'src/server.ts:3 GET /menus → lmdb.RootDatabase#clearSync (line 3)'
  expect(reportedIn({ 'src/server.ts': code })).toEqual([report])
})

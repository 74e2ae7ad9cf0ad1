// A published server to measure on: fetched from npm once, and nothing of it is run.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A Koa server whose package holds its 85,000 lines of TypeScript. */
const SERVER = '@budibase/server@3.38.1'

/** Absolute path of a folder with its sources. */
export function fetchServer() {
  const cache = join(tmpdir(), 'event-loop-field')
  const folder = join(cache, SERVER.replace('/', '+'))
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const scratch = mkdtempSync(join(cache, 'fetching-'))
  try {
    execFileSync('npm', ['pack', '--silent', SERVER], { cwd: scratch })
    const unpack = 'mkdir package && tar -xzf *.tgz -C package --strip-components=1'
    execFileSync('sh', ['-c', unpack], { cwd: scratch })
    renameSync(join(scratch, 'package'), folder)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return folder
}

/**
 * A copy of a server's sources that may be written to, with a place for the cache.
 * @param names What is copied of the server's folder, where it is there.
 */
export function copyServer(folder, target, names) {
  for (const name of names) {
    const path = join(folder, name)
    if (existsSync(path)) cpSync(path, join(target, name), { recursive: true })
  }
  mkdirSync(join(target, 'node_modules'), { recursive: true })
}

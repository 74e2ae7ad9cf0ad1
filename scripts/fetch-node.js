import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Majors of Node.js that are supported, as arguments of a command line give them. */
export const supportedMajors = ['20', '22', '24', '26']

const cache = path.join(tmpdir(), 'eslint-plugin-event-loop-nodes')
// What the npm package `node` installs for this machine.
const packageName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

/** The path of a Node.js of this major, fetched from npm unless it was before. */
export function fetchNode(major) {
  const folder = path.join(cache, major)
  const binary = path.join(folder, 'package', 'bin', 'node')
  if (existsSync(binary)) return binary
  const partial = `${folder}.${process.pid}`
  mkdirSync(partial, { recursive: true })
  execFileSync('npm', ['pack', '--silent', `${packageName}@${major}`], { cwd: partial })
  const [archive] = readdirSync(partial)
  execFileSync('tar', ['-xzf', archive], { cwd: partial })
  rmSync(folder, { recursive: true, force: true })
  renameSync(partial, folder)
  return binary
}

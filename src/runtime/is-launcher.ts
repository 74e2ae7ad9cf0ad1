import { realpathSync } from 'node:fs'
import { basename } from 'node:path'

/** Packages whose own process only starts others: that it stalls while starting helps nobody. */
const PACKAGES = new Set([
  ...['npm', 'pnpm', 'yarn', 'corepack', '@pnpm/exe', '@yarnpkg/cli'],
  ...['nodemon', 'tsx', 'ts-node-dev', '@nestjs/cli'],
  ...['concurrently', 'cross-env', 'dotenv-cli', 'npm-run-all', 'npm-run-all2', 'wait-on'],
  ...['lerna', 'nx', 'turbo', 'wireit'],
])

/** Package managers outside of node_modules: Debian's npm, corepack's cache, `.yarn/releases`. */
const PACKAGE_MANAGER_FILE =
  /^(?:npm|npx|pnpm|pnpx|yarn|yarnpkg|corepack)(?:-cli|-\d[\w.-]*)?\.[cm]?js$/

const PACKAGE_FOLDER = /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)(?=[\\/])/g

/** Is this main script a package manager or a runner that does its work in processes of its own? */
export const isLauncher = (mainScript: string | undefined): boolean => {
  if (mainScript === undefined) return false
  const script = resolveLink(mainScript)
  const packages = [...script.matchAll(PACKAGE_FOLDER)].map(([, name = '']) =>
    name.replace('\\', '/'),
  )
  return packages.some((name) => PACKAGES.has(name)) || PACKAGE_MANAGER_FILE.test(basename(script))
}

/** `node_modules/.bin/nodemon` is a link into the package. */
const resolveLink = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

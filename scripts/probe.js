// Proves what the catalogue says by running it. Needs a build.
//   npm run probe                    on the Node.js that runs this
//   npm run probe -- 20 22           on these majors, fetched from npm
//   npm run probe -- --all           on every supported major
//   npm run probe -- --packages      that the packages have what is listed; installs them all
//   npm run probe -- --packages glob --keep folder
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fetchNode, supportedMajors } from './fetch-node.js'
import { probePackages } from './probe-packages/probe-packages.js'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean' },
    keep: { type: 'string' },
    packages: { type: 'boolean' },
    verbose: { type: 'boolean' },
  },
})

function probeNodes() {
  const majors = options.all ? supportedMajors : positionals
  const binaries = majors.length > 0 ? majors.map(fetchNode) : [process.execPath]
  const script = fileURLToPath(new URL('probe-catalogue.js', import.meta.url))
  const statuses = binaries.map((binary) => {
    const args = options.verbose ? [script, '--verbose'] : [script]
    return spawnSync(binary, args, { stdio: 'inherit' }).status
  })
  return statuses.every((status) => status === 0)
}

const isProven = options.packages
  ? await probePackages({ only: positionals, keep: options.keep })
  : probeNodes()
process.exitCode = isProven ? 0 : 1

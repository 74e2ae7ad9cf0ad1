// Writes the pages that are made from data; with --check says which differ from what is committed,
// and fails. Needs a build.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { allBlockingApis, allLeftOut } from '../dist/catalogue/index.js'
import { fileFrameworks } from '../dist/catalogue/file-frameworks.js'
import { frameworks } from '../dist/catalogue/frameworks.js'
import { packageFamilies } from '../dist/catalogue/packages.js'
import { renderBlockingApisPage } from './blocking-apis-page.js'
import { renderFrameworksPage } from './frameworks-page.js'

const { values: options } = parseArgs({ options: { check: { type: 'boolean' } } })

const pages = new Map([
  [
    'docs/blocking-apis.md',
    renderBlockingApisPage({
      apis: allBlockingApis(),
      leftOut: allLeftOut(),
      families: packageFamilies,
    }),
  ],
  ['docs/frameworks.md', renderFrameworksPage({ frameworks, fileFrameworks })],
])

function readPage(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

for (const [page, text] of pages) {
  const file = fileURLToPath(new URL(`../${page}`, import.meta.url))
  if (readPage(file) === text) continue
  if (options.check) {
    console.error(`${page} does not say what src/catalogue says: run "npm run docs".`)
    process.exitCode = 1
  } else {
    writeFileSync(file, text)
    console.log(`${page} written.`)
  }
}

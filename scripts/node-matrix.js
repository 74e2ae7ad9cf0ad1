// Runs the watchdog's table of programs on every supported Node.js, two at a time, and prints how
// each fared and how many runs were wrong. Arguments: how often to run the table (default 1), which
// majors (default all, as `20,22`), and beginnings of the names of programs (default all).
import { execFileSync } from 'node:child_process'

import { canRun, judgeProgram } from '../tests/runtime/judge-program.mjs'
import { programs } from '../tests/runtime/right-line-table.mjs'
import { fetchNode, supportedMajors } from './fetch-node.js'

const atOnce = 2
const [repeatsText = '1', majorsText = supportedMajors.join(','), ...names] = process.argv.slice(2)
const repeats = Number(repeatsText)
const nodes = majorsText.split(',').map((text) => {
  const execPath = fetchNode(text)
  const version = execFileSync(execPath, ['--version'], { encoding: 'utf8' }).trim()
  return { execPath, version, major: Number(text), wrong: 0, runs: 0 }
})
const rows = programs.filter(({ program }) => {
  return names.length === 0 || names.some((name) => program.startsWith(name))
})
const width = Math.max(...rows.map(({ program }) => program.length))
console.log(`${'program'.padEnd(width)}  ${nodes.map(({ version }) => version.padEnd(10)).join('')}`)

const mistakes = []
const left = [...rows]
async function judgeRows() {
  for (let row = left.shift(); row; row = left.shift()) {
    const cells = []
    for (const node of nodes) cells.push(await judge(row, node))
    console.log(`${row.program.padEnd(width)}  ${cells.join('')}`)
  }
}

async function judge(row, node) {
  if (!canRun(row, node.major)) return '-'.padEnd(10)
  let right = 0
  for (let run = 0; run < repeats; run += 1) {
    const judged = await judgeProgram(row, node)
    node.runs += 1
    if (judged.mistakes.length === 0) right += 1
    else node.wrong += 1
    for (const text of judged.mistakes) mistakes.push(`${row.program} on ${node.version}: ${text}`)
  }
  return `${right}/${repeats}`.padEnd(10)
}

await Promise.all(Array.from({ length: atOnce }, judgeRows))
for (const { version, wrong, runs } of nodes) console.log(`${version}: ${wrong} of ${runs} runs wrong`)
for (const mistake of mistakes) console.error(mistake)
process.exitCode = mistakes.length > 0 ? 1 : 0

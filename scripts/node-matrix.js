// Runs the watchdog's table of blocking programs on every supported Node.js, and prints how each
// fared. Arguments: how often to run the table (default 1), and which majors (default all).
import { execFileSync } from 'node:child_process'

import { judgeProgram } from '../tests/runtime/judge-program.mjs'
import { programs } from '../tests/runtime/right-line-table.mjs'
import { fetchNode, supportedMajors } from './fetch-node.js'

const [repeats = '1', ...chosen] = process.argv.slice(2)
const majors = chosen.length > 0 ? chosen : supportedMajors
const binaries = majors.map(fetchNode)
const versions = binaries.map((binary) => execFileSync(binary, ['--version'], { encoding: 'utf8' }))
const width = Math.max(...programs.map(({ program }) => program.length))
console.log(`${'program'.padEnd(width)}  ${versions.map((text) => text.trim().padEnd(10)).join('')}`)

const mistakes = []
for (const row of programs) {
  const cells = []
  for (const [index, execPath] of binaries.entries()) {
    let right = 0
    for (let run = 0; run < Number(repeats); run += 1) {
      const judged = await judgeProgram(row, { execPath, major: Number(majors[index]) })
      if (judged.mistakes.length === 0) right += 1
      for (const text of judged.mistakes) mistakes.push(`${row.program} on ${majors[index]}: ${text}`)
    }
    cells.push(`${right}/${repeats}`.padEnd(10))
  }
  console.log(`${row.program.padEnd(width)}  ${cells.join('')}`)
}
for (const mistake of mistakes) console.error(mistake)
process.exitCode = mistakes.length > 0 ? 1 : 0

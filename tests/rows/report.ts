import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Prints the rows whose removal no test noticed, once all have run. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'event-loop-rows-'))
  process.env.ROW_EXAM_RESULT = join(folder, 'result.json')
  return () => {
    const result = JSON.parse(readFileSync(process.env.ROW_EXAM_RESULT ?? '', 'utf8')) as {
      readonly rows: number
      readonly unnoticed: readonly string[]
    }
    rmSync(folder, { recursive: true })
    for (const name of result.unnoticed) console.log(`unnoticed  ${name}`)
    const { length } = result.unnoticed
    console.log(`${result.rows} rows, the removal of ${length} is noticed by no test`)
    if (length > 0) process.exitCode = 1
  }
}

import { writeFileSync } from 'node:fs'
import {
  type RunnerTask as Task,
  type RunnerTestCase as Test,
  type RunnerTestFile as File,
  TestRunner,
} from 'vitest'
import type { Row } from './removal.js'

/** Tests of a file that a row gets. */
const MOST_TRIES = 20

interface Exam {
  readonly rows: readonly Row[]
  /** Names of rows whose removal a test has noticed. */
  readonly noticed: Set<string>
  /** Gets what is asked for while a test runs. */
  current: Set<string> | null
}

// The runner is made anew for every file, the catalogue is not: files share one process.
const shared = globalThis as typeof globalThis & { rowExam?: Exam }

/** Runs tests as they are, and then again without the rows that they asked for, one at a time. */
export default class RowExamRunner extends TestRunner {
  readonly #asked = new Map<string, Set<string>>()

  override async onBeforeTryTask(test: Task): Promise<void> {
    await super.onBeforeTryTask(test)
    const exam = await this.#exam()
    exam.current = new Set()
  }

  override onAfterTryTask(test: Test): void {
    super.onAfterTryTask(test)
    const exam = shared.rowExam
    if (exam?.current) this.#asked.set(test.id, exam.current)
    if (exam) exam.current = null
  }

  override async onAfterRunFiles(files?: File[]): Promise<void> {
    super.onAfterRunFiles()
    const exam = await this.#exam()
    const tests = (files ?? []).flatMap(testsIn).filter(({ result }) => result?.state === 'pass')
    // A test that asks for little tells of what it asks for.
    const bySize = tests.toSorted((a, b) => this.#sizeOf(a) - this.#sizeOf(b))
    const byKey = new Map<string, Test[]>()
    for (const test of bySize) {
      for (const key of this.#asked.get(test.id) ?? []) {
        byKey.set(key, [...(byKey.get(key) ?? []), test])
      }
    }
    for (const row of exam.rows) {
      if (exam.noticed.has(row.name)) continue
      const askers = new Set([...row.keys].flatMap((key) => byKey.get(key) ?? []))
      if (await isNoticed(row, [...askers].slice(0, MOST_TRIES))) exam.noticed.add(row.name)
    }
    writeFileSync(
      process.env.ROW_EXAM_RESULT ?? '',
      JSON.stringify({
        rows: exam.rows.length,
        unnoticed: exam.rows.map(({ name }) => name).filter((name) => !exam.noticed.has(name)),
      }),
    )
  }

  #sizeOf(test: Test): number {
    return this.#asked.get(test.id)?.size ?? 0
  }

  async #exam(): Promise<Exam> {
    if (shared.rowExam === undefined) {
      const { allRows, watchAll } = (await this.importFile(
        new URL('rows.ts', import.meta.url).pathname,
        'collect',
      )) as typeof import('./rows.js')
      // Of all rows a run takes minutes: `ROWS='^fastify'` takes those whose names match.
      const wanted = new RegExp(process.env.ROWS ?? '')
      const rows = allRows().filter(({ name }) => wanted.test(name))
      const exam: Exam = { rows, noticed: new Set(), current: null }
      watchAll((key) => exam.current?.add(key))
      shared.rowExam = exam
    }
    return shared.rowExam
  }
}

async function isNoticed(row: Row, tests: readonly Test[]): Promise<boolean> {
  const putBack = row.remove()
  try {
    for (const test of tests) {
      try {
        await TestRunner.getTestFn(test)()
      } catch {
        return true
      }
    }
    return false
  } finally {
    putBack()
  }
}

function testsIn(task: Task): readonly Test[] {
  return task.type === 'test' ? [task] : task.tasks.flatMap(testsIn)
}

import { areEqual, noValues, type ValueSet } from './values.js'

// What lies deeper is worked out from the queue, because the stack is not endless.
const deepest = 200
// Values settle after a few runs; those that never do are left as they are.
const mostRuns = 100

/** There are hundreds of thousands of cells, and most have one reader or none: a list for each would be felt. */
type Readers = Cell | Cell[] | null

const manyReaders = 8

/** Values that are worked out from those of other cells. */
export abstract class Cell {
  values: ValueSet = noValues
  /** Whether it may change. What has read nothing that may change is settled for good. */
  isOpen = false
  isRunning = false
  isQueued = false
  runs = 0
  /** What runs again when this has changed. */
  readers: Readers = null
  /** The last trial in which it was written down. */
  noted = 0
  /** Where a task stands among tasks; -1 for values. */
  readonly order: number

  constructor(order = -1) {
    this.order = order
  }

  abstract compute(): ValueSet
}

/** Values under a key. The key stands beside what works them out, so that many cells can share that. */
export class ValueCell<Key = undefined> extends Cell {
  #compute: (key: Key) => ValueSet
  #key: Key

  constructor(key: Key, compute: (key: Key) => ValueSet) {
    super()
    this.#key = key
    this.#compute = compute
  }

  override compute(): ValueSet {
    return this.#compute(this.#key)
  }

  /** Makes it a cell that has never run, of other values. */
  reuse(key: Key, compute: (key: Key) => ValueSet): void {
    this.#key = key
    this.#compute = compute
    this.values = noValues
    this.runs = 0
  }
}

/** Something to be done in turn, and again whenever what it has read has changed. */
export abstract class Task extends Cell {
  abstract run(): void

  override compute(): ValueSet {
    this.run()
    return noValues
  }
}

class PlainTask extends Task {
  readonly #run: () => void

  constructor(order: number, run: () => void) {
    super(order)
    this.#run = run
  }

  override run(): void {
    this.#run()
  }
}

/** Values by key, and what works them out: they are cells, or merely values when they are settled for good. */
export class Known<Key> {
  readonly byKey = new Map<Key, Cell | ValueSet>()
  readonly compute: (key: Key) => ValueSet

  constructor(compute: (key: Key) => ValueSet) {
    this.compute = compute
  }
}

/**
 * Works out values that depend on one another, in circles too, until nothing changes any more.
 *
 * A cell runs when it is first read, and again when something that it has read has changed. Whoever reads a
 * cell while it runs, which is a circle, gets what is known so far and runs again when there is more.
 *
 * What happens between `beginTrial` and `endTrial` can be taken back: everything is then as it was before.
 */
export class Cells {
  #reader: Cell | null = null
  #depth = 0
  #changed: Cell[] = []
  #tasks: Cell[] = []
  #trial = 0
  #undo: (() => void)[] | null = null
  /** Cells whose values are settled for good, and that nobody holds any more: most are, as soon as they have run. */
  readonly #spare: ValueCell<unknown>[] = []

  beginTrial(): void {
    this.settle()
    this.#trial += 1
    this.#undo = []
  }

  /** Takes back all that has changed since the trial began. */
  endTrial(): void {
    const undo = this.#undo ?? []
    this.#undo = null
    for (let last = undo.pop(); last !== undefined; last = undo.pop()) last()
  }

  /** Whether what happens now may be taken back. */
  get isOnTrial(): boolean {
    return this.#undo !== null
  }

  /** Says how to take back something that no cell holds; nothing has to be when no trial is under way. */
  noteUndo(takeBack: () => void): void {
    this.#undo?.push(takeBack)
  }

  /** @param order Its place among the tasks; they run in that order, whoever came first. */
  addTask(order: number, run: () => void): Task {
    const task = new PlainTask(order, run)
    this.touch(task)
    return task
  }

  /** The values under a key, worked out when they are asked for first. */
  get<Key>(known: Known<Key>, key: Key): ValueSet {
    const before = known.byKey.get(key)
    if (before === undefined) return this.#add(known, key)
    return before instanceof Cell ? this.read(before) : before
  }

  #add<Key>({ byKey, compute }: Known<Key>, key: Key): ValueSet {
    const cell = (this.#spare.pop() as ValueCell<Key> | undefined) ?? new ValueCell(key, compute)
    if (cell.runs > 0) cell.reuse(key, compute)
    cell.noted = this.#trial
    byKey.set(key, cell)
    if (this.#undo !== null) this.#undo.push(() => byKey.delete(key))
    const values = this.read(cell)
    if (cell.isOpen) return values
    byKey.set(key, values)
    if (this.#undo === null) this.#spare.push(cell as ValueCell<unknown>)
    return values
  }

  read(cell: Cell): ValueSet {
    if (cell.isRunning) cell.isOpen = true
    else if (cell.runs === 0) {
      if (this.#depth < deepest) this.#run(cell)
      else this.touch(cell)
    }
    const reader = this.#reader
    if (reader === null) this.settle()
    else if (cell.isOpen) {
      reader.isOpen = true
      if (lastOf(cell.readers) !== reader) {
        this.#note(cell)
        addReader(cell, reader)
      }
    }
    return cell.values
  }

  /** Has a cell run again because of something that is in no cell. */
  touch(cell: Cell): void {
    this.#note(cell)
    cell.isOpen = true
    if (cell.isQueued) return
    cell.isQueued = true
    if (cell.order === -1) this.#changed.push(cell)
    else this.#tasks.push(cell)
  }

  /** Has all run again that have read a cell. */
  touchReaders(cell: Cell): void {
    this.#note(cell)
    const { readers } = cell
    cell.readers = null
    if (Array.isArray(readers)) for (const each of readers) this.touch(each)
    else if (readers !== null) this.touch(readers)
  }

  /** Runs something once, and says so when what that has read has changed. */
  watch(run: () => void, onChange: () => void): void {
    let isDone = false
    const cell = new ValueCell(undefined, () => {
      if (isDone) onChange()
      else run()
      isDone = true
      return noValues
    })
    this.read(cell)
  }

  /** Runs what is due until nothing is; tasks only when the values that they read have settled. */
  settle(): void {
    while (this.#changed.length > 0 || this.#tasks.length > 0) {
      // The list grows while it is worked off.
      for (const cell of this.#changed) this.#runAgain(cell)
      this.#changed = []
      const tasks = this.#tasks.sort((a, b) => a.order - b.order)
      this.#tasks = []
      for (const task of tasks) this.#runAgain(task)
    }
  }

  #runAgain(cell: Cell): void {
    cell.isQueued = false
    if (cell.runs < mostRuns) this.#run(cell)
  }

  #run(cell: Cell): void {
    this.#note(cell)
    const reader = this.#reader
    this.#reader = cell
    this.#depth += 1
    cell.isRunning = true
    cell.runs += 1
    const values = cell.compute()
    cell.isRunning = false
    this.#depth -= 1
    this.#reader = reader
    if (areEqual(values, cell.values)) return
    cell.values = values
    this.touchReaders(cell)
  }

  /** Writes down how a cell was before the trial, the first time that the trial changes it. */
  #note(cell: Cell): void {
    if (this.#undo === null || cell.noted === this.#trial) return
    cell.noted = this.#trial
    const { values, isOpen, runs, readers } = cell
    const count = Array.isArray(readers) ? readers.length : 0
    this.#undo.push(() => {
      if (Array.isArray(readers)) readers.length = count
      Object.assign(cell, { values, isOpen, runs, readers })
    })
  }
}

function lastOf(readers: Readers): Cell | undefined {
  return Array.isArray(readers) ? readers.at(-1) : (readers ?? undefined)
}

function addReader(cell: Cell, reader: Cell): void {
  const { readers } = cell
  if (readers === null) cell.readers = reader
  else if (!Array.isArray(readers)) cell.readers = [readers, reader]
  // A list that grows by itself takes room for many more, and nearly all stay short.
  else if (readers.length < manyReaders) cell.readers = [...readers, reader]
  else readers.push(reader)
}

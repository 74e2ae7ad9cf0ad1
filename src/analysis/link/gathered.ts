import { type Cell, type Cells, ValueCell } from './cells.js'
import { noValues, unite, type ValueSet } from './values.js'

const uniteAll = (sets: ReadonlySet<ValueSet>): ValueSet => (sets.size === 0 ? noValues : unite(sets))

interface Group {
  readonly sets: Set<ValueSet>
  readonly cell: Cell
}

/** Values that tasks put under keys, wherever in the project what they read stands. */
export class Gathered<Key> {
  readonly #cells: Cells
  readonly #groups = new Map<Key, Group>()

  constructor(cells: Cells) {
    this.#cells = cells
  }

  /** Everything under a key. */
  read(key: Key): ValueSet {
    return this.#cells.read(this.#group(key).cell)
  }

  /** Keeps a value under the keys that `findKeys` gives, as they are whenever it is asked. */
  addTask(order: number, value: ValueSet, findKeys: () => Iterable<Key>): void {
    let before: ReadonlySet<Key> = new Set()
    this.#cells.addTask(order, () => {
      const last = before
      const keys = new Set(findKeys())
      for (const key of last) if (!keys.has(key)) this.#set(key, value, false)
      for (const key of keys) if (!last.has(key)) this.#set(key, value, true)
      before = keys
      this.#cells.noteUndo(() => (before = last))
    })
  }

  #set(key: Key, value: ValueSet, isThere: boolean): void {
    const { sets, cell } = this.#group(key)
    if (isThere) sets.add(value)
    else sets.delete(value)
    this.#cells.noteUndo(() => (isThere ? sets.delete(value) : sets.add(value)))
    this.#cells.touch(cell)
  }

  #group(key: Key): Group {
    const known = this.#groups.get(key)
    if (known !== undefined) return known
    const sets = new Set<ValueSet>()
    const group = { sets, cell: new ValueCell(sets, uniteAll) }
    // Somebody may come later and put something there.
    group.cell.isOpen = true
    this.#groups.set(key, group)
    return group
  }
}

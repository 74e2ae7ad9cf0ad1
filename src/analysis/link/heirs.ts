import type { Reference } from '../facts.js'
import { Cell, type Cells } from './cells.js'
import type { Evaluator } from './evaluator.js'
import { noValues, setOf, unite, type Value, type ValueSet } from './values.js'

type ClassValue = Value & { readonly type: 'class' }

// Which of many is meant no text tells, and most of them are for somewhere else.
const mostHeirs = 3

/** The classes that name one class as their parent. */
interface Children {
  readonly sets: Set<ValueSet>
  readonly cell: Cell
}

/** Which classes extend or implement a class of the project, directly or through others. */
export class Heirs {
  readonly #evaluator: Evaluator
  readonly #cells: Cells
  readonly #children = new Map<Value, Children>()

  constructor(evaluator: Evaluator, cells: Cells) {
    this.#evaluator = evaluator
    this.#cells = cells
    evaluator.files.forEach(({ classes }, file) => {
      classes.forEach(({ superClass, implements: types }, id) => {
        const parents = [...(superClass ? [superClass] : []), ...types.map(({ name }) => name)]
        if (parents.length > 0) this.#follow({ type: 'class', file, class: id }, parents)
      })
    })
  }

  /** The classes that may stand behind a type which leaves a member to its heirs; none if they are many. */
  of(parent: { readonly file: number; readonly class: number }): readonly ClassValue[] {
    const found = new Set<ClassValue>()
    const pending = [...setOf({ type: 'class', file: parent.file, class: parent.class })]
    for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
      for (const heir of this.#cells.read(this.#childrenOf(value).cell)) {
        if (heir.type !== 'class' || found.has(heir)) continue
        found.add(heir)
        pending.push(heir)
      }
    }
    return found.size > mostHeirs ? [] : [...found]
  }

  #follow(heir: ClassValue, parents: readonly Reference[]): void {
    const own = setOf(heir)
    let before: ValueSet = noValues
    this.#cells.addTask(() => {
      const values = unite(parents.map((parent) => this.#evaluator.values(parent, heir.file)))
      for (const value of before) if (!values.has(value)) this.#set(value, own, false)
      for (const value of values) if (!before.has(value)) this.#set(value, own, true)
      before = values
    })
  }

  #set(parent: Value, heir: ValueSet, isThere: boolean): void {
    const { sets, cell } = this.#childrenOf(parent)
    if (isThere) sets.add(heir)
    else sets.delete(heir)
    this.#cells.touch(cell)
  }

  #childrenOf(parent: Value): Children {
    const known = this.#children.get(parent)
    if (known !== undefined) return known
    const sets = new Set<ValueSet>()
    const children = { sets, cell: new Cell(() => unite(sets)) }
    children.cell.isOpen = true
    this.#children.set(parent, children)
    return children
  }
}

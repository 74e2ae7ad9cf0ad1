import type { FileFacts } from '../facts.js'
import type { Cells } from './cells.js'
import type { Evaluator } from './evaluator.js'
import { Gathered } from './gathered.js'
import { taskOrder } from './task-order.js'
import { setOf, unite, type Value } from './values.js'

type ClassValue = Value & { readonly type: 'class' }

// Which of many is meant no text tells, and most of them are for somewhere else.
const mostHeirs = 3

/** Which classes extend or implement a class of the project, directly or through others. */
export class Heirs {
  readonly #evaluator: Evaluator
  readonly #children: Gathered<Value>

  constructor(evaluator: Evaluator, cells: Cells) {
    this.#evaluator = evaluator
    this.#children = new Gathered(cells)
  }

  addFile({ classes }: FileFacts, file: number): void {
    classes.forEach(({ superClass, implements: types }, id) => {
      const parents = [...(superClass ? [superClass] : []), ...types.map(({ name }) => name)]
      if (parents.length === 0) return
      this.#children.addTask(taskOrder('heir', file, id), setOf({ type: 'class', file, class: id }), () =>
        unite(parents.map((parent) => this.#evaluator.values(parent, file))),
      )
    })
  }

  /** The classes that may stand behind a type which leaves a member to its heirs; none if they are many. */
  of(parent: { readonly file: number; readonly class: number }): readonly ClassValue[] {
    const found = new Set<ClassValue>()
    const pending = [...setOf({ type: 'class', file: parent.file, class: parent.class })]
    for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
      for (const heir of this.#children.read(value)) {
        if (heir.type !== 'class' || found.has(heir)) continue
        found.add(heir)
        pending.push(heir)
      }
    }
    return found.size > mostHeirs ? [] : [...found]
  }
}

import type { Evaluator } from './evaluator.js'
import { keyOf, type Value } from './values.js'

type ClassValue = Value & { readonly type: 'class' }

// Which of many is meant no text tells, and most of them are for somewhere else.
const mostHeirs = 3

/** Which classes extend or implement a class of the project, directly or through others. */
export class Heirs {
  readonly #evaluator: Evaluator
  #direct: Map<string, ClassValue[]> | null = null

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator
  }

  /** After the flow has grown, more may be known of what a class extends. */
  startRound(): void {
    this.#direct = null
  }

  /** The classes that may stand behind a type which leaves a member to its heirs; none if they are many. */
  of(parent: { readonly file: number; readonly class: number }): readonly ClassValue[] {
    const direct = (this.#direct ??= this.#findDirect())
    const found = new Map<string, ClassValue>()
    const pending = [keyOf({ type: 'class', file: parent.file, class: parent.class })]
    for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
      for (const heir of direct.get(key) ?? []) {
        const heirKey = keyOf(heir)
        if (found.has(heirKey)) continue
        found.set(heirKey, heir)
        pending.push(heirKey)
      }
    }
    return found.size > mostHeirs ? [] : [...found.values()]
  }

  #findDirect(): Map<string, ClassValue[]> {
    const found = new Map<string, ClassValue[]>()
    // Not complete yet, but a class that is looked up for its own sake must not begin anew.
    this.#direct = found
    this.#evaluator.files.forEach(({ classes }, file) => {
      classes.forEach(({ superClass, implements: types }, id) => {
        const parents = [...(superClass ? [superClass] : []), ...types.map(({ name }) => name)]
        for (const parent of parents) {
          for (const [key, value] of this.#evaluator.values(parent, file)) {
            if (value.type !== 'class') continue
            const heirs = found.get(key)
            const heir: ClassValue = { type: 'class', file, class: id }
            if (heirs) heirs.push(heir)
            else found.set(key, [heir])
          }
        }
      })
    })
    return found
  }
}

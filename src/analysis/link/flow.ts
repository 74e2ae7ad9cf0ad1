import type { ParameterRole } from '../../catalogue/types.js'
import { type Cell, type Cells, ValueCell } from './cells.js'
import type { EntryPoint, FunctionKey } from './program.js'
import { areEqual, setOf, unite, type ValueSet } from './values.js'

/** The index of `this` among the parameters of a function. */
export const thisIndex = -1

/** What something hands to a parameter of a function. */
export interface Gift {
  readonly function: FunctionKey
  /** From 0, or `thisIndex`. */
  readonly index: number
  readonly values: ValueSet
}

export const noGifts: readonly Gift[] = []

interface Parameter {
  cell: Cell | null
  gifts: Gift[]
}

interface Receiver {
  readonly parameters: (Parameter | undefined)[]
  /** What `this` is. */
  self?: Parameter
  /** What says that the parameters are a handler's, by the number of the task that says it. */
  roles: ReadonlyMap<number, readonly ParameterRole[]>
}

const noRoles: Receiver['roles'] = new Map()

/** What flows into functions from outside of them; grows while tasks of `cells` are run. */
export class Flow {
  readonly #cells: Cells
  readonly #receivers = new Map<FunctionKey, Receiver>()
  readonly #giftsOf = new Map<Cell, readonly Gift[]>()
  readonly #entriesOf = new Map<Cell, readonly EntryPoint[]>()

  constructor(cells: Cells) {
    this.#cells = cells
  }

  /** The values of a parameter, if they have been asked for before. */
  parameter(key: FunctionKey, index: number): ValueSet | undefined {
    const cell = this.#receivers.get(key)?.parameters[index]?.cell
    return cell ? this.#cells.read(cell) : undefined
  }

  /** The values of a parameter, which `compute` makes of what flows into it. */
  addParameter(key: FunctionKey, index: number, compute: () => ValueSet): ValueSet {
    const cell = new ValueCell(undefined, compute)
    cell.isOpen = true
    const parameter = this.#parameter(key, index)
    parameter.cell = cell
    this.#cells.noteUndo(() => (parameter.cell = null))
    return this.#cells.read(cell)
  }

  /** What was handed to a parameter. */
  given(key: FunctionKey, index: number): ValueSet {
    return unite(this.#parameter(key, index).gifts.map(({ values }) => values))
  }

  /** The role of a handler's parameter; of several registrations the first one counts. */
  roleOf(key: FunctionKey, index: number): ParameterRole | undefined {
    const roles = this.#receivers.get(key)?.roles
    if (roles === undefined || roles.size === 0) return undefined
    return roles.get(Math.min(...roles.keys()))?.[index]
  }

  /** Says what a task hands to parameters, instead of what it said before. */
  give(task: Cell, gifts: readonly Gift[]): void {
    const before = this.#giftsOf.get(task) ?? noGifts
    if (before === gifts || areSame(before, gifts)) return
    this.#giftsOf.set(task, gifts)
    this.#cells.noteUndo(() => this.#giftsOf.set(task, before))
    for (const gift of before) {
      const parameter = this.#parameter(gift.function, gift.index)
      const { gifts: all } = parameter
      parameter.gifts = all.filter((other) => other !== gift)
      this.#cells.noteUndo(() => (parameter.gifts = all))
      this.#touch(parameter)
    }
    for (const gift of gifts) {
      const parameter = this.#parameter(gift.function, gift.index)
      // Most get one.
      if (parameter.gifts.length === 0) parameter.gifts = [gift]
      else parameter.gifts.push(gift)
      this.#cells.noteUndo(() => parameter.gifts.pop())
      this.#touch(parameter)
    }
  }

  /** Says which entry points a task makes: their parameters get what the platform passes. */
  enter(task: Cell, entries: readonly EntryPoint[]): readonly Gift[] {
    if (entries.length === 0 && !this.#entriesOf.has(task)) return noGifts
    const before = this.#entriesOf.get(task) ?? []
    for (const { function: key } of before) this.#setRoles(key, task, null)
    this.#entriesOf.set(task, entries)
    this.#cells.noteUndo(() => this.#entriesOf.set(task, before))
    for (const { function: key, roles } of entries) {
      if (roles.length > 0) this.#setRoles(key, task, roles)
    }
    return entries.flatMap(({ function: key, passes, receiver }) => [
      ...passes.flatMap((value, index) =>
        value === null ? [] : [{ function: key, index, values: setOf(value) }],
      ),
      ...(receiver ? [{ function: key, index: thisIndex, values: receiver }] : []),
    ])
  }

  #setRoles(key: FunctionKey, task: Cell, roles: readonly ParameterRole[] | null): void {
    const receiver = this.#receiver(key)
    const before = receiver.roles
    const after = new Map(before)
    if (roles === null) after.delete(task.order)
    else if (!after.has(task.order)) after.set(task.order, roles)
    receiver.roles = after
    this.#cells.noteUndo(() => (receiver.roles = before))
    for (const parameter of receiver.parameters) if (parameter) this.#touch(parameter)
  }

  #touch({ cell }: Parameter): void {
    if (cell !== null) this.#cells.touch(cell)
  }

  #parameter(key: FunctionKey, index: number): Parameter {
    const receiver = this.#receiver(key)
    if (index === thisIndex) return (receiver.self ??= { cell: null, gifts: [] })
    return (receiver.parameters[index] ??= { cell: null, gifts: [] })
  }

  #receiver(key: FunctionKey): Receiver {
    let receiver = this.#receivers.get(key)
    if (receiver === undefined) {
      receiver = { parameters: [], roles: noRoles }
      this.#receivers.set(key, receiver)
    }
    return receiver
  }
}

function areSame(before: readonly Gift[], after: readonly Gift[]): boolean {
  return (
    before.length === after.length &&
    before.every((gift, position) => {
      const other = after[position]
      return (
        gift.function === other?.function &&
        gift.index === other.index &&
        areEqual(gift.values, other.values)
      )
    })
  )
}

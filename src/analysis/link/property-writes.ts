import type { FileFacts, PropertyWrite } from '../facts.js'
import { type Cell, type Cells, ValueCell } from './cells.js'
import type { Evaluator } from './evaluator.js'
import { taskOrder } from './task-order.js'
import { noValues, unite, type Value, type ValueSet } from './values.js'

interface LocatedWrite extends PropertyWrite {
  readonly file: number
}

/** What `object.property = value` puts into a property of one object. */
interface Property {
  readonly writes: Set<LocatedWrite>
  cell: Cell | null
}

/** Knows what is written into properties of values, wherever in the project that is done. */
export class PropertyWrites {
  readonly #evaluator: Evaluator
  readonly #cells: Cells
  readonly #names = new Set<string | null>()
  /** Names that were asked for and that nobody writes. */
  readonly #missed = new Set<string | null>()
  readonly #properties = new Map<Value, Map<string | null, Property>>()
  /** By object: everything that was written into it, under whatever key. */
  readonly #all = new Map<Value, Property>()
  /** By `file:function`: the writes that put a function into a property. */
  readonly #placesOf = new Map<string, LocatedWrite[]>()

  constructor(evaluator: Evaluator, cells: Cells) {
    this.#evaluator = evaluator
    this.#cells = cells
  }

  addFile({ propertyWrites }: FileFacts, file: number): void {
    propertyWrites.forEach((facts, id) => {
      this.#add({ ...facts, file }, taskOrder('property-write', file, id))
    })
  }

  /** Says that these facts may come later. */
  expect({ propertyWrites }: FileFacts): void {
    for (const { property } of propertyWrites) this.#names.add(property)
  }

  /** Whether something was told that nobody writes a property that these facts write. */
  hasMissed({ propertyWrites }: FileFacts): boolean {
    return propertyWrites.some(({ property }) => this.#missed.has(property))
  }

  /** What was written into a property of an object; null stands for keys that are not known. */
  valuesOf(object: Value, property: string | null): ValueSet {
    if (!this.#names.has(property)) {
      if (!this.#missed.has(property)) {
        this.#missed.add(property)
        this.#cells.noteUndo(() => this.#missed.delete(property))
      }
      return noValues
    }
    return this.#read(this.#property(object, property))
  }

  /** What was written into any property of an object. */
  allOf(object: Value): ValueSet {
    return this.#read(this.#allOf(object))
  }

  #read(written: Property): ValueSet {
    if (written.cell === null) {
      written.cell = new ValueCell(written.writes, this.#unite)
      written.cell.isOpen = true
      this.#cells.noteUndo(() => (written.cell = null))
    }
    return this.#cells.read(written.cell)
  }

  /** The objects that got a function by `X.prototype.m = function` or `object.m = function`. */
  ownersOf(file: number, id: number): ValueSet {
    const places = this.#placesOf.get(`${file}:${id}`) ?? []
    return unite(places.map((write) => this.#evaluator.values(write.object, file)))
  }

  #add(write: LocatedWrite, order: number): void {
    this.#names.add(write.property)
    if (write.value.type === 'function' && write.object.type !== 'this') {
      const key = `${write.file}:${write.value.function}`
      const places = this.#placesOf.get(key)
      if (places) places.push(write)
      else this.#placesOf.set(key, [write])
      this.#cells.noteUndo(() => this.#placesOf.get(key)?.pop())
    }
    let before: ValueSet = noValues
    this.#cells.addTask(order, () => {
      const objects = this.#evaluator.values(write.object, write.file)
      for (const object of before) if (!objects.includes(object)) this.#set(object, write, false)
      for (const object of objects) if (!before.includes(object)) this.#set(object, write, true)
      const last = before
      before = objects
      this.#cells.noteUndo(() => (before = last))
    })
  }

  #set(object: Value, write: LocatedWrite, isThere: boolean): void {
    if (object.type === 'literal' || object.type === 'request') return
    if (!this.#takes(object, write)) return
    const places = [this.#property(object, write.property)]
    if (object.type === 'object') places.push(this.#allOf(object))
    for (const { writes, cell } of places) {
      if (isThere) writes.add(write)
      else writes.delete(write)
      this.#cells.noteUndo(() => (isThere ? writes.delete(write) : writes.add(write)))
      if (cell !== null) this.#cells.touch(cell)
    }
  }

  /** Whether an object is what a method puts something into, and not just one with a method of that name. */
  #takes(object: Value, { into, property }: LocatedWrite): boolean {
    if (into === undefined && property !== null) return true
    if (object.type !== 'object') return false
    const { array = false, collection } =
      this.#evaluator.factsOf(object.file)?.objects[object.object] ?? {}
    if (into === undefined) return collection === undefined
    return into === 'array' ? array : collection === into
  }

  readonly #unite = (writes: ReadonlySet<LocatedWrite>): ValueSet => {
    return unite(Array.from(writes, ({ value, file }) => this.#evaluator.values(value, file)))
  }

  #allOf(object: Value): Property {
    const known = this.#all.get(object)
    if (known !== undefined) return known
    const all: Property = { writes: new Set(), cell: null }
    this.#all.set(object, all)
    return all
  }

  #property(object: Value, name: string | null): Property {
    let properties = this.#properties.get(object)
    if (properties === undefined) {
      properties = new Map()
      this.#properties.set(object, properties)
    }
    let property = properties.get(name)
    if (property === undefined) {
      property = { writes: new Set(), cell: null }
      properties.set(name, property)
    }
    return property
  }
}

/** Rows numbered by the node that they describe; a number may be asked for before its row is known. */
export class Table<Node extends object, Row> {
  readonly #ids = new Map<Node, number>()
  readonly #rows: (Row | undefined)[] = []
  readonly #later: (() => void)[] = []

  idOf(node: Node): number {
    const known = this.#ids.get(node)
    if (known !== undefined) return known
    const id = this.#rows.length
    this.#ids.set(node, id)
    this.#rows.push(undefined)
    return id
  }

  set(node: Node, row: Row): number {
    const id = this.idOf(node)
    this.#rows[id] = row
    return id
  }

  /** Sets a row that can only be completed once the whole file was seen. */
  setLater(node: Node, complete: () => Row): void {
    this.#later.push(() => this.set(node, complete()))
  }

  /** All rows; `missing` stands in for a node that was mentioned and never visited. */
  rows(missing: (id: number) => Row): readonly Row[] {
    for (const complete of this.#later.splice(0)) complete()
    return Array.from(this.#rows, (row, id) => row ?? missing(id))
  }
}

const none: readonly never[] = []

/** The list, or the one empty list for one that is empty. */
export function orNone<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? none : list
}

/**
 * A list to be kept. One that has grown has room for many more, and most of the very many that a project takes
 * hold one or two things, or nothing.
 */
export function compact<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? none : list.slice()
}

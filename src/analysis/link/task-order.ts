const kinds = [
  'property-write',
  'heir',
  'implementer',
  'declared',
  'looks',
  'convention',
  'action',
  'call',
] as const

const mostFiles = 2 ** 24
const mostInFile = 2 ** 24

/**
 * The place of a task among all tasks: by what it does, then by file and by its place in the file, so that a
 * file that is linked later than the others has its tasks where they would have been.
 */
export function taskOrder(kind: (typeof kinds)[number], file: number, id: number): number {
  return (kinds.indexOf(kind) * mostFiles + file) * mostInFile + id
}

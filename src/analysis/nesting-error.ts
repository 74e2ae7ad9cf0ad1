/** Code that is nested too deeply to be walked; a person does not write such code. */
export class NestingError extends Error {
  constructor() {
    super('The code is nested too deeply')
  }
}

/**
 * Runs what walks a tree.
 * @throws NestingError when the stack has no room for the tree.
 */
export function withinStack<Result>(walk: () => Result): Result {
  try {
    return walk()
  } catch (error) {
    throw error instanceof RangeError ? new NestingError() : error
  }
}

import type { FileFacts } from './facts.js'

/** The facts of a file that says nothing. @param file Absolute path. */
export function emptyFacts(file: string): FileFacts {
  return {
    file,
    functions: [],
    calls: [],
    variables: [],
    classes: [],
    objects: [],
    propertyWrites: [],
    exports: [],
    imports: [],
    globals: [],
    hashbang: false,
  }
}

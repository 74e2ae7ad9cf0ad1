/**
 * What becomes of a request that is handed over, in words that several libraries share. Seen with
 * requests of node:http and Express on Node.js 20 to 26; the wording of the errors differs between
 * versions, their kind does not.
 */

export const throwsCloneError =
  'throws a DataCloneError, because a request holds functions and a socket'
export const rejectsWithCloneError =
  'the promise rejects with a DataCloneError, because a request cannot be cloned'
export const isStuck = 'the worker never takes another task'

const circular = 'because a request refers to itself and cannot become JSON'
export const rejectsCircular = `the promise rejects, ${circular}`
export const throwsCircular = `throws, ${circular}`
export const strippedContext =
  'it throws, or arrives without its methods and its body, by what the framework lets JSON see'

export const rejectsUndefined = 'the promise rejects with a ReferenceError'

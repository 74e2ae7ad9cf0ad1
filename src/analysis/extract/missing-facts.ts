import type { CallFacts, ClassFacts, FunctionFacts, ObjectFacts } from '../facts.js'

// Rows for what was mentioned but never walked, such as an expression inside of a type.

const nowhere = [0, 0, 0, 0] as const

export const missingFunction: FunctionFacts = {
  name: '',
  form: 'function',
  async: false,
  range: nowhere,
  enclosing: null,
  parameters: [],
  returns: [],
  class: null,
  object: null,
  contextualType: null,
  captures: [],
  escapes: false,
}

export const missingCall: CallFacts = {
  form: 'call',
  function: 0,
  callee: { type: 'unknown' },
  text: '',
  arguments: [],
  argumentRanges: [],
  spreadAt: -1,
  range: nowhere,
  memoised: false,
  endsProcess: false,
}

export const missingClass: ClassFacts = {
  name: '',
  superClass: null,
  implements: [],
  members: [],
  construct: null,
  fields: null,
}

export const missingObject: ObjectFacts = { array: false, properties: [], spreads: [] }

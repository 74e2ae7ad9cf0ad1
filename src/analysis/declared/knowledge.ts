import type { Catalogue } from '../../catalogue/types.js'
import type { DeclaredFunctions } from './declared-functions.js'

/** What linking takes for given. */
export interface Knowledge {
  readonly catalogue: Catalogue
  readonly functions: DeclaredFunctions
}

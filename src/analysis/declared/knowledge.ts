import type { Catalogue } from '../../catalogue/types.js'
import type { DeclaredFunction } from './declared-functions.js'
import type { FunctionKey } from '../link/program.js'

/** What linking takes for given. */
export interface Knowledge {
  readonly catalogue: Catalogue
  /** What is said of the project's own functions. */
  readonly functions: Map<FunctionKey, DeclaredFunction>
}

import type { BlockingApi, Offload, Registration } from '../../catalogue/types.js'

/** What a project says of an API or of one of its own functions. */
export interface Declaration {
  /** What it is said of, as `NamePattern` reads it. */
  readonly name: string
  /** A call of it blocks; what is left out is taken from the catalogue, or is high I/O. */
  readonly blocking?: Partial<BlockingApi>
  /** A call of it hands functions to something that calls them. */
  readonly registration?: Registration
  /** A call of it ships functions or data off the loop. */
  readonly offload?: Offload
}

/** What a project says of APIs beyond the catalogue: plain data; of several for one name the first counts. */
export type Declarations = readonly Declaration[]

import type { PackageEntry } from '../types.js'

const line = 'a line to a pipe or a file takes microseconds'

/** Nothing of these is listed. */
export const logging: readonly PackageEntry[] = [
  {
    specifiers: ['log4js'],
    blocking: [],
    leftOut: { configure: `only sets appenders up; with \`fileSync\`, ${line}` },
  },
  {
    specifiers: ['pino'],
    blocking: [],
    leftOut: {
      default: `only makes a logger; ${line}`,
      destination: `only opens a file; ${line}`,
    },
  },
]

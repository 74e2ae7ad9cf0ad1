import { nextFiles } from './frameworks/next.js'
import type { FileFramework } from './file-conventions.js'

/** The frameworks that go by the places of files. */
export const fileFrameworks: readonly FileFramework[] = [nextFiles]

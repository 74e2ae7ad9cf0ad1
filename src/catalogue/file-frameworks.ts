import type { FileFramework } from './file-conventions.js'
import { astroFiles } from './frameworks/astro.js'
import { awsLambdaFiles } from './frameworks/aws-lambda.js'
import { netlifyFiles, vercelFiles } from './frameworks/function-files.js'
import { nextFiles } from './frameworks/next.js'
import { nitroFiles } from './frameworks/nitro.js'
import { reactRouterFiles } from './frameworks/react-router.js'
import { svelteKitFiles } from './frameworks/sveltekit.js'

/** The frameworks that go by the places of files. */
export const fileFrameworks: readonly FileFramework[] = [
  nextFiles,
  nitroFiles,
  reactRouterFiles,
  svelteKitFiles,
  astroFiles,
  awsLambdaFiles,
  netlifyFiles,
  vercelFiles,
]

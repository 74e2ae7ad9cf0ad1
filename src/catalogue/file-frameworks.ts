import type { FileFramework } from './file-conventions.js'
import { adonisFiles } from './frameworks/adonisjs.js'
import { astroFiles } from './frameworks/astro.js'
import { awsLambdaFiles } from './frameworks/aws-lambda.js'
import { netlifyFiles, vercelFiles } from './frameworks/function-files.js'
import { loopback3Files } from './frameworks/loopback.js'
import { nextFiles } from './frameworks/next.js'
import { nitroFiles } from './frameworks/nitro.js'
import { probotFiles } from './frameworks/octokit.js'
import { reactRouterFiles } from './frameworks/react-router.js'
import { sailsFiles } from './frameworks/sails.js'
import { svelteKitFiles } from './frameworks/sveltekit.js'
import { fetchFiles } from './frameworks/web-fetch.js'

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
  adonisFiles,
  probotFiles,
  sailsFiles,
  loopback3Files,
  fetchFiles,
]

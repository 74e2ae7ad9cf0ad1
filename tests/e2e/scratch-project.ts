import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Packed {
  /** The tarball that `npm publish` would send. */
  readonly path: string
  /** Paths inside of it. */
  readonly files: readonly string[]
}

/** A folder outside of the repository where this package is installed from its tarball. */
export interface ScratchProject {
  readonly folder: string
  write(name: string, content: string | object): void
  run(command: string, args: readonly string[], extra?: NodeJS.ProcessEnv): Promise<Outcome>
}

/**
 * The environment without what `npm test` and vitest put there: npm would otherwise install into
 * the repository, and Node.js and ESLint would print in other colours.
 */
const environment = (extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const isKept = (name: string): boolean =>
    !/^npm_(?!config_(?:registry|cache|userconfig|globalconfig)$)/i.test(name) &&
    !/^(?:INIT_CWD|NODE_ENV|NODE_OPTIONS|NO_COLOR|FORCE_COLOR|VITEST\w*|EVENT_LOOP_\w+|ESLINT_\w+)$/.test(
      name,
    )
  const kept = Object.entries(process.env).filter(([name]) => isKept(name))
  return { ...Object.fromEntries(kept), ...extra }
}

export const run = (
  command: string,
  args: readonly string[],
  cwd: string,
  extra: NodeJS.ProcessEnv = {},
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const stdio = ['ignore', 'pipe', 'pipe'] as const
    const child = spawn(command, args, { cwd, env: environment(extra), stdio: [...stdio] })
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })

const succeed = async (...call: Parameters<typeof run>): Promise<string> => {
  const { code, stdout, stderr } = await run(...call)
  if (code === 0) return stdout
  throw new Error(`${call[0]} ${call[1].join(' ')} ended with ${code}:\n${stdout}${stderr}`)
}

/** Packs the package as it was built; the tarball lies in `folder`. */
export const pack = async (folder: string): Promise<Packed> => {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const [{ filename, files }] = JSON.parse(await succeed('npm', args, ROOT)) as [
    { filename: string; files: { path: string }[] },
  ]
  return { path: join(folder, filename), files: files.map(({ path }) => path) }
}

/** Makes a project in `parent` with the tarball, `packages` and the fixture in it. */
export const installProject = async (
  parent: string,
  tarball: string,
  packages: readonly string[],
): Promise<ScratchProject> => {
  const folder = mkdtempSync(join(parent, 'project-'))
  const write = (name: string, content: string | object): void => {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2)
    writeFileSync(join(folder, name), text)
  }
  write('package.json', { private: true, type: 'module' })
  const flags = ['--save-dev', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts']
  await succeed('npm', ['install', ...flags, tarball, ...packages], folder)
  cpSync(join(ROOT, 'tests/fixtures/bakery'), join(folder, 'bakery'), { recursive: true })
  return {
    folder,
    write,
    run: (command, args, extra) => run(command, args, folder, extra),
  }
}

/** A temporary folder and the function that removes it. */
export const makeScratch = (): { folder: string; remove: () => void } => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'event-loop-e2e-')))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

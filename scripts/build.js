// Compiles src to dist from scratch: a file that was renamed must not survive in the package.
import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

rmSync(`${root}/dist`, { recursive: true, force: true })
try {
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json'], { cwd: root, stdio: 'inherit' })
} catch (error) {
  process.exit(error.status ?? 1)
}

const settings = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  packages: 'external',
  allowOverwrite: true,
  metafile: true,
  logLevel: 'warning',
}
await bundleStatic()
await bundleRuntime()
chmodSync(`${root}/dist/cli/main.js`, 0o755)

/**
 * Whoever lints waits for the plugin to load, and most of that was opening its 250 files. What they were made
 * of stays beside them for benchmarks, scripts and tests, and is not published.
 */
async function bundleStatic() {
  for (const name of ['index.js', 'cli/main.js', 'analysis/index-files/judge-thread.js', 'findings/analysis-thread.js']) {
    const outfile = path.join(root, 'dist', name)
    await build({ ...settings, entryPoints: [outfile], outfile, plugins: [keepPlaces(path.dirname(outfile))] })
  }
}

/** Has files that are bundled find what lies beside them where it lay before. */
function keepPlaces(folder) {
  return {
    name: 'places',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.js$/ }, ({ path: file }) => {
        const place = path.relative(folder, file).replaceAll('\\', '/')
        const own = `new URL(${JSON.stringify(place)}, import.meta.url).href`
        return { contents: readFileSync(file, 'utf8').replaceAll('import.meta.url', own) }
      }),
  }
}

/**
 * The watchdog is loaded before the first line of a program, and loading its fifty files would be
 * most of what it takes to start.
 */
async function bundleRuntime() {
  const runtime = path.join(root, 'dist', 'runtime')
  const bundles = [
    // Apart from the rest, for a stack that leads through this file leads through a blocking builtin.
    { names: ['loop/journal'] },
    { names: ['options'] },
    { names: ['watcher/watch-here'] },
    { names: ['index', 'register', 'testing'], apart: /\/(?:loop\/journal|watcher\/watch-here)\.js$/ },
  ]
  const inputs = new Set()
  const outputs = new Set()
  for (const { names, apart } of bundles) {
    const { metafile } = await build({
      ...settings,
      entryPoints: names.map((name) => path.join(runtime, `${name}.js`)),
      outdir: runtime,
      outbase: runtime,
      splitting: true,
      chunkNames: 'shared-[hash]',
      plugins: apart ? [leaveApart(apart)] : [],
    })
    for (const file of Object.keys(metafile.inputs)) inputs.add(file)
    for (const file of Object.keys(metafile.outputs)) outputs.add(file)
  }
  const thread = path.join(runtime, 'watcher', 'thread.js')
  const outfile = path.join(runtime, 'watcher', 'thread.cjs')
  const { metafile } = await build({
    ...settings,
    // 0.3 MB less of every watched process: an ES module gets all that Node.js's own export made for it, used or not.
    format: 'cjs',
    define: { 'import.meta.url': '__filename' },
    entryPoints: [thread],
    outfile,
  })
  for (const file of Object.keys(metafile.inputs)) inputs.add(file)
  for (const file of inputs) {
    if (file.startsWith('dist/runtime/') && !outputs.has(file)) rmSync(path.join(root, file))
  }
}

/** Leaves imports as they are, for what is bundled on its own. */
function leaveApart(filter) {
  return {
    name: 'apart',
    setup: ({ onResolve }) => onResolve({ filter }, ({ path }) => ({ path, external: true })),
  }
}

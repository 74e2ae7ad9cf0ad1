// Loads the watchdog and what blocks into a context of its own, as Jest does with each test file.
import { createContext, SourceTextModule, SyntheticModule } from 'node:vm'
import { readFileSync } from 'node:fs'

const own = createContext({ process, URL, performance, setTimeout, Buffer, SharedArrayBuffer })
const modules = new Map()

async function link(specifier, { identifier }) {
  const url = /^[./]|^file:/.test(specifier) ? new URL(specifier, identifier).href : specifier
  if (!modules.has(url)) modules.set(url, await load(url))
  return modules.get(url)
}

async function load(url) {
  if (url.startsWith('file:')) {
    const initializeImportMeta = (meta) => (meta.url = url)
    return new SourceTextModule(readFileSync(new URL(url), 'utf8'), { context: own, identifier: url, initializeImportMeta })
  }
  const given = await import(url)
  const names = Object.keys(given)
  const fill = (module) => names.forEach((name) => module.setExport(name, given[name]))
  return new SyntheticModule(names, function () { fill(this) }, { context: own, identifier: url })
}

const text = `
import { watchEventLoop } from '${process.env.EVENT_LOOP_TEST_RUNTIME}'

const watchdog = watchEventLoop({ report: 'none', stallsFile: process.env.EVENT_LOOP_STALLS_FILE })
export const ready = watchdog.ready
export const stop = () => watchdog.stop()
export function knead() {
  const end = Date.now() + 400
  while (Date.now() < end) Math.random()
}
`
const entry = new SourceTextModule(text, { context: own, identifier: `${import.meta.url}.entry` })
await entry.link(link)
await entry.evaluate()
const { ready, knead, stop } = entry.namespace
const alive = setInterval(() => {}, 1000)
await ready
setTimeout(() => {
  knead()
  setTimeout(() => {
    stop()
    clearInterval(alive)
    console.log(Object.getOwnPropertySymbols(globalThis).filter((symbol) => /watchdog/.test(String(symbol))))
  }, 100)
}, 60)

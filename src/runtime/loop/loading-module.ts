import Module from 'node:module'

import type { LoadingModule, RawFrame } from '../messages.js'
import { fileOf, isInternal, isUserCode, packageOf } from '../stack-frames.js'

const loader = 'node:internal/modules/'

/** What is being loaded on behalf of the innermost frame of the user's own; null when nothing is. */
export function loadingModule(frames: readonly RawFrame[]): LoadingModule | null {
  const user = frames.findIndex(({ url }) => isUserCode(url))
  const inner = user === -1 ? frames : frames.slice(0, user)
  const called = inner.findLast(({ url }) => url.startsWith(loader))
  if (!called) return null
  const executing = inner.slice(0, inner.indexOf(called)).findLast(({ url }) => !isInternal(url))
  const requester = frames[user] && fileOf(frames[user].url)
  const file = executing ? fileOf(executing.url) : unloadedAfter(requester)
  if (file === null) return null
  const isImport = called.url.startsWith(`${loader}esm/`)
  return { api: isImport ? 'import' : 'require', name: packageOf(file) ?? file }
}

/** Of the CommonJS modules that are being loaded, the one that this one has required. */
function unloadedAfter(requester: string | undefined): string | null {
  const { _cache: cache = {} } = Module as unknown as { _cache?: Record<string, { loaded?: unknown } | undefined> }
  const unloaded = Object.keys(cache).filter((file) => cache[file]?.loaded === false)
  // Those of the program's start have required one another, down to the requester.
  return unloaded[requester === undefined ? 0 : unloaded.indexOf(requester) + 1] ?? null
}

import type { LoopMessage, StallNotice, WatcherSettings } from './messages.js'
import type { WatcherLink } from './watcher-link.js'
import type { Watch } from './watcher/watch.js'

/**
 * Judges stalls on the watched thread itself, once they are over: what is left where there are no
 * threads. The stack that blocked is unknown, only blocked-at's is there.
 */
export function watchAlone(
  settings: WatcherSettings,
  onNotice: (notice: StallNotice) => void,
): WatcherLink {
  let watch: Watch | null = null
  const early: LoopMessage[] = []
  const ready = loadWatch(settings, onNotice).then((loaded) => {
    watch = loaded
    for (const message of early) loaded.receive(message)
  })
  return {
    ready,
    send: (message) => {
      if (watch) watch.receive(message)
      else early.push(message)
    },
    flush: () => {},
    settle: () => ready,
    close: () => {},
  }
}

// Loaded here only: with a thread of its own, the watcher's code is nothing to the main one.
async function loadWatch(
  settings: WatcherSettings,
  onNotice: (notice: StallNotice) => void,
): Promise<Watch> {
  const { Watch } = await import('./watcher/watch.js')
  const { reporterFor } = await import('./watcher/reporter-for.js')
  const { SourcePositions } = await import('./watcher/source-position.js')
  const positions = new SourcePositions(settings)
  return new Watch(settings, null, reporterFor(settings, positions, onNotice), positions)
}

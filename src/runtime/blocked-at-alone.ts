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
  // Loaded here only: with a thread of its own, the watcher's code is nothing to the main one.
  const ready = import('./watcher/watch-here.js').then(async ({ watchHere }) => {
    watch = await watchHere(settings, onNotice)
    for (const message of early) watch.receive(message)
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

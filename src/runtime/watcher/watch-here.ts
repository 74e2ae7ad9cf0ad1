import type { StallNotice, WatcherSettings } from '../messages.js'
import { reporterFor } from './reporter-for.js'
import { SourcePositions } from './source-position.js'
import { Watch } from './watch.js'

/** A watch on the watched thread itself, which judges what it is told and never looks. */
export function watchHere(settings: WatcherSettings, onNotice: (notice: StallNotice) => void): Watch {
  const positions = new SourcePositions(settings)
  return new Watch(settings, null, reporterFor(settings, positions, onNotice), positions)
}

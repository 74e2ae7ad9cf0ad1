import type { StallNotice, WatcherSettings } from '../messages.js'
import { reporterFor } from './reporter-for.js'
import { SourcePositions } from './source-position.js'
import { Watch } from './watch.js'

/** A watch on the watched thread itself, which judges what it is told and never looks. */
export async function watchHere(settings: WatcherSettings, onNotice: (notice: StallNotice) => void): Promise<Watch> {
  const positions = new SourcePositions(settings)
  const reporter = reporterFor(settings, positions, onNotice)
  await reporter.prepare()
  return new Watch(settings, null, reporter, positions)
}

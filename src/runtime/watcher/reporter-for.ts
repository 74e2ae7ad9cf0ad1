import type { StallNotice, WatcherSettings } from '../messages.js'
import { hintsFor } from './hints.js'
import { acceptsPlace, Quota } from './policy.js'
import { Reporter } from './reporter.js'
import { sinksFor } from './sinks/sinks-for.js'
import type { SourcePositions } from './source-position.js'

/** The reporter that the settings ask for. */
export function reporterFor(
  settings: WatcherSettings,
  positions: SourcePositions,
  notify: (notice: StallNotice) => void,
): Reporter {
  const { options, workingDirectory } = settings
  return new Reporter({
    isAccepted: acceptsPlace(options.allow, workingDirectory),
    hints: hintsFor((file) => positions.text(file)),
    quota: new Quota(options),
    sinks: sinksFor(settings, (file) => positions.text(file)),
    notify,
  })
}

import type { WatcherSettings } from '../../messages.js'
import { jsonLinesIn, jsonLinesTo } from './json-lines.js'
import type { StallSink } from '../../types.js'
import { sinkFromModule } from './sink-module.js'
import { terminalOn } from './terminal.js'

const standardError = 2

/**
 * The sinks that the settings ask for.
 * @param readSource gives the text of a source file, or null.
 */
export function sinksFor(
  { options, ...settings }: WatcherSettings,
  readSource: (file: string) => string | null,
): readonly StallSink[] {
  const sinks: StallSink[] = options.sinkModules.map(sinkFromModule)
  if (options.stallsFile !== null) {
    sinks.push(jsonLinesIn(options.stallsFile, options.maxStallsFileBytes))
  }
  if (options.report === 'json') sinks.push(jsonLinesTo(standardError))
  if (options.report === 'terminal') sinks.push(terminalOn(standardError, { ...settings, readSource }))
  return sinks
}

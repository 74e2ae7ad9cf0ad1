import { resolve } from 'node:path'
import { createRule } from '../create-rule.js'
import { findProjectRoot } from '../analysis/index-files/find-project-root.js'
import { locateStalls, type StalledLine } from '../findings/observed-stalls/locate-stalls.js'
import { recordedStalls } from '../findings/observed-stalls/recorded-stalls.js'

interface Options {
  readonly file?: string
  readonly minimumMs?: number
}

const defaults = { minimumMs: 0 }

export default createRule<readonly [Options], 'once' | 'often'>({
  name: 'no-observed-stall',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow lines that a watchdog has seen hold the event loop, until they change',
      recommended: false,
    },
    schema: [
      {
        type: 'object',
        description: 'Which stalls are reported.',
        properties: {
          file: {
            type: 'string',
            minLength: 1,
            description:
              'The stalls file, relative to the working directory; without it, `.event-loop/stalls.jsonl` in any folder around the source file.',
          },
          minimumMs: {
            type: 'number',
            minimum: 0,
            description: 'Milliseconds that the longest stall of a line must have taken.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [defaults],
    messages: {
      once: 'This held the event loop for {{worst}}{{api}}, on {{time}}{{request}}.',
      often:
        'This held the event loop {{count}} times{{api}}, for {{median}} in the median and {{worst}} at worst; last on {{time}}{{request}}.',
    },
  },
  create(context, [options]) {
    // ESLint 8 does not merge defaults.
    const { file, minimumMs } = { ...defaults, ...options }
    return {
      Program() {
        const { sourceCode, cwd, physicalFilename } = context
        const source = resolve(cwd, physicalFilename)
        const stalls = recordedStalls(source, file === undefined ? undefined : resolve(cwd, file))
        if (stalls.length === 0) return
        const { lines } = sourceCode
        for (const stalled of locateStalls(stalls, source, findProjectRoot(cwd), lines)) {
          if (stalled.worstMs < minimumMs) continue
          context.report({
            messageId: stalled.count === 1 ? 'once' : 'often',
            data: describe(stalled),
            loc: placeOf(stalled, lines[stalled.line - 1] ?? ''),
          })
        }
      },
    }
  },
})

function describe({ count, medianMs, worstMs, latest }: StalledLine): Record<string, string> {
  return {
    count: String(count),
    median: duration(medianMs),
    worst: duration(worstMs),
    api: latest.api === null ? '' : ` in \`${latest.api}\``,
    time: latest.time.slice(0, 16).replace('T', ' ') + ' UTC',
    request: latest.request === null ? '' : ` while serving ${latest.request}`,
  }
}

/** From where it blocked to the end of the line; ESLint counts columns from 0. */
function placeOf({ line, column }: StalledLine, text: string) {
  const start = column - 1 < text.length ? column - 1 : text.length - text.trimStart().length
  return { start: { line, column: start }, end: { line, column: text.length } }
}

function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

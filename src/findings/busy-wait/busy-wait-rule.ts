import type { FindingRule } from '../finding-rule.js'
import { type BusyWaitMessage, type BusyWaitOptions, findBusyWaits, mayWait } from './find-busy-waits.js'

export const busyWaitRule: FindingRule<BusyWaitMessage, BusyWaitOptions> = {
  name: 'no-busy-wait',
  description: 'disallow waiting in a way that keeps the event loop from turning',
  preset: 'recommended',
  schema: [
    {
      type: 'object',
      description: 'What is reported.',
      properties: {
        checkSleeps: {
          type: 'boolean',
          description:
            'Whether to report calls that only sleep, such as `Atomics.wait`, which no-blocking-call reports as well.',
        },
      },
      additionalProperties: false,
    },
  ],
  messages: {
    spins:
      '`{{api}}` does nothing until {{until}}, and holds the event loop all the while: {{chain}}.{{others}} {{remedy}}',
    stuck:
      '`{{api}}` waits for what nothing can change while it holds the event loop, so it never ends: {{chain}}.{{others}} Await an event or a promise instead.',
    endless:
      '`{{api}}` does nothing and never ends, and holds the event loop for good: {{chain}}.{{others}} Remove it, or await what it stands for.',
    settledAwaits:
      '`{{api}}` awaits only what is there already, so the event loop gets no turn and what it waits for cannot happen: {{chain}}.{{others}} Await the event itself, or a timer between two looks.',
    sleeps: '`{{api}}` sleeps and holds the event loop all the while: {{chain}}.{{others}} {{remedy}}',
    starves:
      '`{{api}}` has {{target}} run again before the event loop turns, every time: no request, no timer and no I/O gets a turn any more. Use `setImmediate`, which comes after them.',
    polls:
      '`{{api}}` has {{target}} look again and again before the event loop turns, so what it waits for cannot happen: {{chain}}.{{others}} Wait for the event itself, or look again after a timer.',
  },
  defaults: { checkSleeps: true },
  // A sleep is a blocking call, which the presets report as such.
  inPresets: { checkSleeps: false },
  strict: {},
  mayFind: mayWait,
  find: findBusyWaits,
}

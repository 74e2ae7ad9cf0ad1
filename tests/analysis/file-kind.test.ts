import { describe, expect, it } from 'vitest'
import { judgeFileKind } from '../../src/analysis/file-kind.js'
import { factsOf } from './facts-of.js'

describe('judgeFileKind', () => {
  it.each([
    ['server', 'src/server.ts', `import 'node:http'`],
    ['server', 'src/latest/contest.ts', ''],
    ['server', 'src/config.ts', ''],
    ['server', 'src/description.ts', 'describe(order)'],
    ['test', 'src/server.test.ts', ''],
    ['test', 'src/server.spec.mjs', ''],
    ['test', 'test/server.js', ''],
    ['test', 'packages/a/__tests__/server.js', ''],
    ['test', 'src/checks.ts', `import { it } from 'vitest'`],
    ['test', 'src/checks.ts', `import test from 'node:test'`],
    ['test', 'src/checks.ts', `describe('a', () => {})`],
    ['script', 'scripts/seed.ts', ''],
    ['script', 'db/migrations/001.ts', 'export const up = () => {}'],
    ['script', 'vite.config.ts', ''],
    ['script', 'gulpfile.js', ''],
    ['script', 'src/tool.ts', `#!/usr/bin/env node\nrun()`],
    ['server', 'src/tool.ts', `#!/usr/bin/env node\nexport const a = 1`],
    ['server', 'src/tool.ts', `#!/usr/bin/env node\nmodule.exports = {}`],
    ['browser', 'src/page.ts', `document.title = 'a'`],
    ['browser', 'src/page.tsx', `'use client'\nexport default () => null`],
    ['server', 'src/page.tsx', `run()\n'use client'`],
    ['server', 'src/page.ts', `import fs from 'node:fs'; document.title = 'a'`],
    ['server', 'src/page.ts', `function render(document) { return document.title }`],
  ])('%s: %s %s', (kind, path, text) => {
    expect(judgeFileKind(factsOf(text), path).kind).toBe(kind)
  })

  it.each([
    ['', 'src/server.ts', ''],
    ['its path is src/server.test.ts', 'src/server.test.ts', ''],
    ['it imports node:test', 'src/checks.ts', `import test from 'node:test'`],
    ['it registers tests', 'src/checks.ts', `describe('a', () => {})`],
    ['its path is scripts/seed.ts', 'scripts/seed.ts', ''],
    ['it has a hashbang and exports nothing', 'src/tool.ts', `#!/usr/bin/env node\nrun()`],
    ['it uses `window` and nothing of Node.js', 'src/page.ts', `window.title = 'a'`],
    ["it says 'use client'", 'src/page.tsx', `'use client'\nexport default () => null`],
  ])('says why: %s', (cue, path, text) => {
    expect(judgeFileKind(factsOf(text), path).cue).toBe(cue)
  })
})

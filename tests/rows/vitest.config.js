import { defineConfig } from 'vitest/config'

// Tests that go from code to what is found in it. Those that read the catalogue itself prove nothing of a row.
export default defineConfig({
  test: {
    include: [
      'tests/rules/**/*.test.ts',
      'tests/catalogue/{packages,frameworks,offloaders}/*.test.ts',
      'tests/catalogue/{callback-runners,looks,node-calls,offloaders,request-members}.test.ts',
      'tests/fixes/*.test.ts',
    ],
    runner: 'tests/rows/runner.ts',
    globalSetup: 'tests/rows/report.ts',
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
    testTimeout: 20_000,
    teardownTimeout: 600_000,
  },
})

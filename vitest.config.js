import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/fixtures/**', '**/node_modules/**'],
    testTimeout: 20_000,
    // Programs under the watchdog are timed, so no more of them run at a time than a small machine has processors.
    maxConcurrency: 2,
    // They really block, and a machine with other work to do disturbs one in a hundred: what is wrong is wrong twice.
    // `scripts/node-matrix.js` counts what one attempt gives.
    retry: process.env.CI ? 1 : 0,
  },
})

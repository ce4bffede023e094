import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const postgresSetup = 'src/testing/postgres-setup.ts'

// Three projects: `unit` (beside the code, stores included), `architecture` (planted violations against tsc and
// oxlint) and `e2e` (a started kith, a real browser, the packed package).
export default defineConfig({
  test: {
    // Two workers: the smallest machine that kith is developed on has two cores.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['src/architecture.test.ts'],
          globalSetup: existsSync(postgresSetup) ? [postgresSetup] : [],
          testTimeout: 40_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'architecture',
          include: ['src/architecture.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          // One at a time: each starts servers and a browser, and timing on two cores must not be a lottery.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})

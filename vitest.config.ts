import { defineConfig } from 'vitest/config'

/**
 * Three kinds of test, by how they are named:
 *   *.test.ts(x)     pure: no database, no network
 *   *.db.test.ts(x)  against a real PostgreSQL, each file in its own copy of a migrated database
 *   e2e/*.test.ts    journeys in a real browser against the built program
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'practice/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.db.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['src/**/*.db.test.{ts,tsx}'],
          globalSetup: ['src/app/testkit/cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const needsDatabase = [
  'packages/{db,sources,embedded-postgres}/**/*.test.ts',
  'apps/*/test/**/*.test.{ts,tsx}',
]

/** Only what fails takes this long: a machine that is busy is no reason to. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } }

export default defineConfig({
  test: {
    // Tests of the database mostly wait for it: a worker less than cores would leave one idle.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias: { '~': fileURLToPath(new URL('./apps/web/src', import.meta.url)) } },
        test: {
          name: 'unit',
          // No unit test leaves anything behind: a fresh world for each file costs half a minute.
          isolate: false,
          ...patience,
          include: [
            'packages/{core,channels,environment}/**/*.test.ts',
            'apps/**/*.test.{ts,tsx}',
            '{scripts,bench}/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/.next/**', '**/dist/**', ...needsDatabase],
        },
      },
      {
        test: {
          name: 'database',
          // Each file has a database of its own, and nothing else to share.
          isolate: false,
          include: needsDatabase,
          exclude: ['**/node_modules/**', '**/.next/**', '**/dist/**'],
          globalSetup: './packages/embedded-postgres/src/vitest.ts',
          ...patience,
        },
      },
    ],
  },
})

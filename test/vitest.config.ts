import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

const inFolders = (...folders: readonly string[]): string[] =>
  folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)

const setupFiles = ['test/seed.ts']

const ownFolders = {
  architecture: ['architecture'],
  storage: ['storage'],
  simulator: ['simulator'],
  e2e: ['e2e'],
}

/** Every storage test, but those of what another engine alone has: SQLite its file, PostgreSQL its server. */
const storageOn = (engine: 'sqlite' | 'pglite' | 'postgres') => ({
  name: engine === 'sqlite' ? 'storage' : `storage-${engine}`,
  root,
  include: inFolders('storage'),
  exclude: inFolders(
    ...['sqlite', 'postgres'].filter((own) => own !== engine).map((own) => `storage/${own}`),
  ),
  setupFiles,
  env: { BENCHSIDE_TEST_ENGINE: engine },
  // Starting PGlite takes seconds.
  isolate: engine !== 'pglite',
  testTimeout: engine === 'sqlite' ? 30_000 : 60_000,
})

// Two workers: more of them on a small machine make the tests that wait for a real adb server or a real
// window time out, and save nothing.
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: inFolders(...Object.values(ownFolders).flat()),
          setupFiles,
          // A shared machine may stand still for seconds.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'architecture',
          root,
          include: inFolders(...ownFolders.architecture),
          testTimeout: 60_000,
        },
      },
      { test: storageOn('sqlite') },
      { test: storageOn('pglite') },
      { test: { ...storageOn('postgres'), globalSetup: 'test/storage/engines/postgres-server.ts' } },
      {
        test: {
          name: 'simulator',
          root,
          include: inFolders(...ownFolders.simulator),
          setupFiles,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root,
          include: inFolders(...ownFolders.e2e),
          globalSetup: 'test/e2e/displays.ts',
          setupFiles: ['test/e2e/own-display.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

const inFolders = (...folders: readonly string[]): string[] =>
  folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)

const setupFiles = ['test/seed.ts']

const ownFolders = {
  architecture: ['architecture'],
  storage: ['storage', 'migrations'],
  simulator: ['simulator'],
  e2e: ['e2e'],
}

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
      {
        test: {
          name: 'storage',
          root,
          include: inFolders(...ownFolders.storage),
          setupFiles,
          testTimeout: 30_000,
        },
      },
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
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

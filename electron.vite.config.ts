import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// One bundle has to run on the official Electron and on the registry's older runtime (Electron 33):
// main, preload and cli are built for Node 20, the window for Chromium 130.
export default defineConfig({
  main: {
    build: {
      target: 'node20',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          cli: 'src/cli/index.ts',
          worker: 'src/storage/long-work/worker.ts',
        },
        external: ['electron', 'better-sqlite3'],
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      externalizeDeps: false,
      // A sandboxed preload script has to be one CommonJS file.
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: { target: 'chrome130', rolldownOptions: { input: { index: 'src/renderer/index.html' } } },
    plugins: [react()],
  },
})

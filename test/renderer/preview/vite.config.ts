import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The window against a desk in memory, in any browser: `npx vite -c test/renderer/preview/vite.config.ts`, then ?scene=NAME&theme=dark. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    target: 'chrome130',
    outDir: '../../../.cache/preview',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
  },
  server: { port: 5199 },
})

import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Every message 40 % longer, as other languages are: LONG=1. */
const longWords: Plugin = {
  name: 'long-words',
  enforce: 'pre',
  transform: (code, id) =>
    /words\/en\/.*\.json/u.test(id)
      ? code.replaceAll(/": "(.+)"/gu, (_, words: string) => {
          const plain = words.replaceAll(/\{.*\}/gu, '')
          return `": "${words} ${'länger '.repeat(Math.ceil((plain.length * 0.4) / 7)).trim()}"`
        })
      : undefined,
}

/** The window against a desk in memory, in any browser: `npx vite -c test/renderer/preview/vite.config.ts`, then ?scene=NAME&theme=dark. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), ...(process.env['LONG'] === undefined ? [] : [longWords])],
  build: {
    target: 'chrome130',
    outDir: '../../../.cache/preview',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
  },
  server: { port: 5199 },
})

import { existsSync } from 'node:fs'

/** The worker as it is built: beside the program, or one folder above where this is in a chunk of its own. */
export const workerProgram = (): URL => {
  const beside = new URL('worker.js', import.meta.url)
  return existsSync(beside) ? beside : new URL('../worker.js', import.meta.url)
}

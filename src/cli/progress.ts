/** Milliseconds after which somebody who waits wants to know. */
const PATIENCE = 400

/** How far long work is, in one line on the terminal that is written over; nothing where nobody watches. */
export const sayingHowFar = (): { readonly told?: (part: number) => void } => {
  if (!process.stderr.isTTY) return {}
  const began = performance.now()
  process.once('exit', () => process.stderr.write('\r\u001B[K'))
  return {
    told: (part) => {
      if (performance.now() - began > PATIENCE) process.stderr.write(`\r${String(Math.floor(part * 100))} %`)
    },
  }
}

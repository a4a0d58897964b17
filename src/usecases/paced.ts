/** After a run nothing is done for so many times as long as it took. */
const REST = 3

/**
 * `work` for those who ask: at once, and while it has just run once more for all who ask meanwhile. What is told of
 * eight phones that are read at once is told as often as there is time for, and takes a quarter of it at most.
 */
export const paced = (work: () => void): (() => void) => {
  let waiting = false
  let restUntil = 0
  const run = (): void => {
    waiting = false
    const begun = performance.now()
    try {
      work()
    } finally {
      const ended = performance.now()
      restUntil = ended + REST * (ended - begun)
    }
  }
  return () => {
    if (waiting) return
    waiting = true
    const rest = restUntil - performance.now()
    if (rest >= 1) setTimeout(run, rest)
    else setImmediate(run)
  }
}

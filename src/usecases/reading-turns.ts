/** Readings at once: more phones than that are read one after another. */
const AT_ONCE = 8
/**
 * Readings that phones may begin by themselves in a minute. A shop's hub is read at once; a phone with a loose contact,
 * or a false server that makes up new ones, cannot fill the disk.
 */
const PER_MINUTE = 24
const MINUTE = 60_000

export type ReadingTurns<T> = {
  /** Begins as soon as it is this one's turn; asking again before that changes nothing. */
  readonly ask: (one: T) => void
  readonly giveUp: (one: T) => void
  /** A reading has ended: the next one may begin. */
  readonly ended: () => void
  readonly close: () => void
}

/** Whose reading may begin now, in the order in which they asked. `busy`: how many are being read. */
export const readingTurns = <T>(busy: () => number, begin: (one: T) => void): ReadingTurns<T> => {
  const waiting = new Set<T>()
  let begun: number[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const next = (): void => {
    clearTimeout(timer)
    const now = performance.now()
    begun = begun.filter((at) => now - at < MINUTE)
    for (const one of waiting) {
      if (busy() >= AT_ONCE) return
      if (begun.length >= PER_MINUTE) {
        timer = setTimeout(next, MINUTE - (now - (begun[0] ?? now)) + 1)
        return
      }
      begun.push(now)
      waiting.delete(one)
      begin(one)
    }
  }
  return {
    ask: (one) => {
      waiting.add(one)
      next()
    },
    giveUp: (one) => void waiting.delete(one),
    ended: next,
    close: () => {
      clearTimeout(timer)
      waiting.clear()
    },
  }
}

/** Milliseconds between two groups: what eight phones send in that time goes to the disk in one piece. */
const BETWEEN = 12

type Waiting<T> = {
  readonly job: T
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Writes that come close together, in one transaction: a disk takes as long to keep one reading as to keep fifty.
 * The first one goes at once; each is answered when its own group is on the disk. A group that fails is written again
 * one by one, so that nobody is refused for the fault of another.
 */
export const together = <T>(write: (jobs: readonly T[]) => Promise<void>): ((job: T) => Promise<null>) => {
  let waiting: Waiting<T>[] = []
  let isDue = false
  let last = Number.NEGATIVE_INFINITY

  const alone = async ({ job, done, failed }: Waiting<T>): Promise<void> => {
    try {
      await write([job])
      done()
    } catch (error) {
      failed(error)
    }
  }
  const flush = async (): Promise<void> => {
    const group = waiting
    waiting = []
    try {
      await write(group.map(({ job }) => job))
      for (const { done } of group) done()
    } catch (error) {
      if (group.length === 1) group[0]?.failed(error)
      else for (const each of group) await alone(each)
    }
    last = performance.now()
    isDue = false
    if (waiting.length > 0) due()
  }
  const due = (): void => {
    if (isDue) return
    isDue = true
    const rest = last + BETWEEN - performance.now()
    if (rest >= 1) setTimeout(() => void flush(), rest)
    else setImmediate(() => void flush())
  }
  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push({ job, done: () => resolve(null), failed: reject })
      due()
    })
}

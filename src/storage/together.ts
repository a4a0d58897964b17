/** Milliseconds between two groups: what eight phones send in that time goes to the disk in one piece. */
const BETWEEN = 12

/** One of a group: `work` writes, and gives what to call once that is on the disk. */
type Waiting<T> = {
  readonly work: (transaction: T) => Promise<() => void>
  readonly failed: (error: unknown) => void
}

/**
 * Writes that come close together, in one transaction: a disk takes as long to keep one reading as to keep fifty.
 * The first one goes at once; each is answered when its own group is on the disk. A group that fails is written again
 * one by one, so that nobody is refused for the fault of another.
 */
export const together = <T>(
  transact: (work: (transaction: T) => Promise<void>) => Promise<void>,
): (<R>(write: (transaction: T) => Promise<R>) => Promise<R>) => {
  let waiting: Waiting<T>[] = []
  let isDue = false
  let last = Number.NEGATIVE_INFINITY

  const writeAll = async (group: readonly Waiting<T>[]): Promise<void> => {
    const answers: (() => void)[] = []
    await transact(async (transaction) => {
      for (const { work } of group) answers.push(await work(transaction))
    })
    for (const answer of answers) answer()
  }
  const flush = async (): Promise<void> => {
    const group = waiting
    waiting = []
    try {
      await writeAll(group)
    } catch (error) {
      if (group.length === 1) group[0]?.failed(error)
      else for (const each of group) await writeAll([each]).catch(each.failed)
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
  return (write) =>
    new Promise((resolve, reject) => {
      waiting.push({
        work: async (transaction) => {
          const result = await write(transaction)
          return () => resolve(result)
        },
        failed: reject,
      })
      due()
    })
}

export type NewestOf<T> = { readonly push: (one: T) => void; readonly end: () => void }

/**
 * Gives on the first `atOnce` as they come, then one in `pauseMs` at most, the newest of those that came; after a quiet
 * while it may again be several at once.
 */
export const newestOf = <T>(pauseMs: number, atOnce: number, give: (one: T) => void): NewestOf<T> => {
  let newest: { readonly one: T } | null = null
  let left = atOnce
  let timer: ReturnType<typeof setTimeout> | undefined
  const giveOn = (): void => {
    if (newest === null || left === 0) return
    const { one } = newest
    newest = null
    left -= 1
    timer ??= setTimeout(refill, pauseMs)
    give(one)
  }
  const refill = (): void => {
    left += 1
    timer = left < atOnce ? setTimeout(refill, pauseMs) : undefined
    giveOn()
  }
  return {
    push: (one) => {
      newest = { one }
      giveOn()
    },
    end: () => {
      clearTimeout(timer)
      timer = undefined
      newest = null
      left = 0
    },
  }
}

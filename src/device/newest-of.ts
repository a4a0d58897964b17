export type NewestOf<T> = { readonly push: (one: T) => void; readonly end: () => void }

/** Gives on the first at once, and of those that come within `pauseMs` of one another only the newest. */
export const newestOf = <T>(pauseMs: number, give: (one: T) => void): NewestOf<T> => {
  let newest: { readonly one: T } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const giveOn = (): void => {
    timer = undefined
    if (newest === null) return
    const { one } = newest
    newest = null
    timer = setTimeout(giveOn, pauseMs)
    give(one)
  }
  return {
    push: (one) => {
      newest = { one }
      if (timer === undefined) giveOn()
    },
    end: () => {
      clearTimeout(timer)
      timer = undefined
      newest = null
    },
  }
}

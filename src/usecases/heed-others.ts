import type { Store } from '../storage/store.ts'

export type Heeding = {
  /** Nobody looks at the window: from now on another program may be at work. */
  readonly left: () => Promise<void>
  readonly back: () => Promise<void>
}

/** Notices, when somebody comes back to the window, that another program has written into the record in between. */
export const heedOthers = (store: Pick<Store, 'historyLength'>, othersWrote: () => void): Heeding => {
  let before: number | null = null
  const length = async (): Promise<number | null> => {
    const found = await store.historyLength()
    return found.ok ? found.value : null
  }
  return {
    left: async () => {
      before = await length()
    },
    back: async () => {
      const known = before
      before = null
      if (known === null) return
      const now = await length()
      if (now !== null && now !== known) othersWrote()
    },
  }
}

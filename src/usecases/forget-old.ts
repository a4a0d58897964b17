import type { DueView, SafetyView } from '../contract/safety-views.ts'
import { done, type Answer, type Failure } from '../core/failure.ts'
import type { RunWork } from '../storage/keeper.ts'
import type { Store } from '../storage/store.ts'

/** Milliseconds from the start of the desk to the first look, between two looks, and between two people. */
const FIRST_LOOK = 60_000
const BETWEEN_LOOKS = 24 * 60 * 60 * 1000
const BETWEEN_PEOPLE = 50
const AT_ONCE = 20

/** More than that are not counted before they are forgotten. */
const MOST_COUNTED = 1000

const NAME = 'forget-after-months'
export const LONGEST_KEPT_MONTHS = 240

const monthsIn = (text: string | null): number => {
  const months = Number(text ?? '')
  return Number.isInteger(months) && months > 0 && months <= LONGEST_KEPT_MONTHS ? months : 0
}

/** That day so many months before; the last of a month that has fewer days. */
export const monthsBefore = (now: Date, months: number): Date => {
  const day = new Date(now)
  day.setUTCDate(1)
  day.setUTCMonth(day.getUTCMonth() - months)
  const days = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
  day.setUTCDate(Math.min(now.getUTCDate(), days))
  return day
}

type Parts = {
  readonly store: Store
  readonly run: RunWork
  /** Beside the record, so that no older copy brings them back. */
  readonly list: (ids: readonly string[]) => Promise<Answer<null>>
  readonly copyFolders: () => readonly string[]
  readonly now: () => Date
  readonly changed: () => void
  readonly ticketChanged: (id: string) => void
  readonly onBug: (error: unknown) => void
}

export type OldForgotten = {
  readonly view: () => SafetyView['forget']
  readonly start: () => Promise<void>
  /** How many would be forgotten now if it were so many months; nobody is. */
  readonly due: (months: number) => Promise<Answer<DueView>>
  readonly keepMonths: (months: number) => Promise<Answer<null>>
  /** Forgets whoever is due, one at a time. */
  readonly look: () => Promise<void>
  /** The same at once, waited for by nobody. */
  readonly lookNow: () => void
  readonly close: () => void
}

/** Forgets customers so many months after their last ticket was closed, where the shop wants it. */
export const forgetOld = (parts: Parts): OldForgotten => {
  const { store, run, now, changed } = parts
  let months = 0
  let last: SafetyView['forget']['last'] = null
  let failure: Failure | null = null
  let isClosed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, BETWEEN_PEOPLE)
    })
  const forget = async (id: string): Promise<Answer<readonly string[]>> => {
    const ids = await store.idsOfPerson(id)
    if (!ids.ok) return ids
    const listed = await parts.list(ids.value)
    if (!listed.ok) return listed
    const erased = await store.eraseCustomer(id, now().toISOString(), 'counter', 'age')
    if (!erased.ok) return erased
    for (const ticketId of erased.value.ticketIds) parts.ticketChanged(ticketId)
    return ids
  }
  /** Those who are due, and why it ended before all of them were forgotten. */
  const forgetAll = async (): Promise<{
    gone: readonly string[]
    people: number
    failure: Failure | null
  }> => {
    const gone: string[] = []
    let people = 0
    for (;;) {
      const before = monthsBefore(now(), months).toISOString()
      const due = await store.forgettable(before, AT_ONCE)
      if (!due.ok) return { gone, people, failure: due.failure }
      if (due.value.length === 0) return { gone, people, failure: null }
      for (const id of due.value) {
        if (isClosed || months === 0) return { gone, people, failure: null }
        const forgotten = await forget(id)
        if (!forgotten.ok) return { gone, people, failure: forgotten.failure }
        gone.push(id, ...forgotten.value.filter((other) => other !== id))
        people += 1
        await rest()
      }
    }
  }
  const lookOnce = async (): Promise<void> => {
    if (months === 0) return
    const { gone, people, failure: why } = await forgetAll()
    failure = why
    const at = now().toISOString()
    if (gone.length > 0 && !isClosed) {
      const cleaned = await run('cleanCopies', { folders: parts.copyFolders(), ids: gone, at })
      if (!cleaned.ok) failure = cleaned.failure
    }
    last = { at, customers: people }
    changed()
  }
  let looking: Promise<void> | null = null
  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = null
    })
    return looking
  }
  const lookAgain = (wait: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      look()
        .catch(parts.onBug)
        .finally(() => {
          if (!isClosed) lookAgain(BETWEEN_LOOKS)
        })
    }, wait)
  }
  return {
    view: () => ({ months, last, failure }),
    start: async () => {
      const saved = await store.setting(NAME)
      if (saved.ok) months = monthsIn(saved.value)
      if (!isClosed) lookAgain(FIRST_LOOK)
    },
    keepMonths: async (wanted) => {
      const saved = await store.saveSetting(NAME, String(wanted))
      if (!saved.ok) return saved
      months = wanted
      changed()
      return done(null)
    },
    due: async (wanted) => {
      const before = monthsBefore(now(), wanted).toISOString()
      const found = await store.forgettable(before, MOST_COUNTED + 1)
      if (!found.ok) return found
      const customers = Math.min(found.value.length, MOST_COUNTED)
      return done({ customers, isWhole: found.value.length <= MOST_COUNTED })
    },
    look,
    lookNow: () => {
      if (!isClosed) lookAgain(0)
    },
    close: () => {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

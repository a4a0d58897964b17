import { done, type Answer } from '../core/failure.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import { judgedBy, type JudgedTicket } from '../core/learning/calibration.ts'
import { countsOf } from '../core/learning/counts.ts'
import { grown, NO_EXPERIENCE, type Counted, type Experience } from '../core/learning/experience.ts'
import { lessonOf } from '../core/learning/lesson-of.ts'
import type { ClosedTicket, Store } from '../storage/store.ts'

/** Only so many of the newest closed tickets are learned from: a bound for the work, and old ways are forgotten. */
export const MOST_TICKETS = 500

/** What one ticket counted for, as it stood then; null: it taught nothing. */
type Weighed = ClosedTicket & {
  readonly counted: Counted | null
  /** What was said of it at first against what it was; null where that is not known. */
  readonly judged: JudgedTicket | null
}

/** Closed tickets that taught something: how many, and when the first and the last of them was closed (ISO, UTC). */
export type Taught = { readonly tickets: number; readonly from: string; readonly to: string }

export type ShopExperience = {
  /** What the closed tickets have taught up to the last time that was looked. */
  readonly now: () => Experience
  /** The tickets behind that; null while there is none. */
  readonly taught: () => Taught | null
  /** What was said of them against how they ended. */
  readonly judged: () => readonly JudgedTicket[]
  readonly isLooking: () => boolean
  /** Looks at the closed tickets again; those that stand as they stood are not weighed again. One look at a time. */
  readonly look: () => Promise<Answer<null>>
  /** Ends a look that is running; nothing is looked at after it. */
  readonly close: () => void
}

type Parts = {
  readonly store: Pick<Store, 'closedTickets' | 'outcome'>
  readonly knowledge: () => Knowledge
  /** Tickets that were closed before this moment (ISO, UTC) are not learned from; null: all are. */
  readonly since?: () => string | null
  /** Waits after each ticket that was weighed, so that whoever works at the counter goes first. */
  readonly rest?: () => Promise<void>
  /** What is learnt has changed. */
  readonly changed?: () => void
  /** A look has ended, whatever it found. */
  readonly looked?: () => void
}

const NOTHING: Answer<null> = done(null)

const isSame = (one: ClosedTicket, other: ClosedTicket): boolean =>
  one.revision === other.revision && one.cameBack === other.cameBack

/** What this shop's closed tickets teach, kept up to date a ticket at a time. */
export const shopExperience = ({ store, knowledge, since, rest, changed, looked }: Parts): ShopExperience => {
  let experience = NO_EXPERIENCE
  let weighed: ReadonlyMap<string, Weighed> = new Map()
  let by: Knowledge | null = null
  let isClosed = false
  let isLooking = false
  let last: Promise<Answer<null>> = Promise.resolve(NOTHING)
  /** A look that waits for its turn sees all that has happened until then, so one is enough for everybody. */
  let waiting: Promise<Answer<null>> | null = null

  const weigh = async (ticket: ClosedTicket, known: Knowledge): Promise<Answer<Weighed>> => {
    const outcome = await store.outcome(ticket.id)
    if (!outcome.ok) return outcome
    const lesson = outcome.value && lessonOf({ ...outcome.value, cameBack: ticket.cameBack }, known)
    if (!lesson) return done({ ...ticket, counted: null, judged: null })
    const counts = countsOf(lesson, known)
    const judged = judgedBy(outcome.value?.advised ?? null, lesson, counts)
    return done({ ...ticket, counted: { group: lesson.group, counts }, judged })
  }

  const lookAtAll = async (): Promise<Answer<null>> => {
    const known = knowledge()
    const before = by === known ? weighed : new Map<string, Weighed>()
    const closed = await store.closedTickets({ since: since?.() ?? null, limit: MOST_TICKETS })
    if (!closed.ok) return closed
    const after = new Map<string, Weighed>()
    for (const ticket of closed.value) {
      if (isClosed) return done(null)
      const same = before.get(ticket.id)
      if (same !== undefined && isSame(same, ticket)) {
        after.set(ticket.id, same)
        continue
      }
      const fresh = await weigh(ticket, known)
      if (!fresh.ok) return fresh
      after.set(ticket.id, fresh.value)
      await rest?.()
    }
    const taught = [...after.values()].flatMap(({ counted }) => counted ?? [])
    const taughtBefore = [...weighed.values()].flatMap(({ counted }) => counted ?? [])
    weighed = after
    by = known
    const isAsBefore =
      taught.length === taughtBefore.length && new Set([...taught, ...taughtBefore]).size === taught.length
    if (isAsBefore) return done(null)
    experience = grown(NO_EXPERIENCE, taught)
    changed?.()
    return done(null)
  }

  const lookOnce = async (): Promise<Answer<null>> => {
    isLooking = true
    try {
      return await lookAtAll()
    } finally {
      isLooking = false
      looked?.()
    }
  }

  return {
    now: () => experience,
    taught: () => {
      const dates = [...weighed.values()]
        .flatMap(({ counted, closedAt }) => (counted === null ? [] : [closedAt]))
        .toSorted()
      const [from] = dates
      const to = dates.at(-1)
      return from === undefined || to === undefined ? null : { tickets: dates.length, from, to }
    },
    judged: () => [...weighed.values()].flatMap(({ judged }) => (judged === null ? [] : [judged])),
    isLooking: () => isLooking,
    look: () => {
      if (waiting !== null) return waiting
      waiting = last.then(() => {
        waiting = null
        return isClosed ? NOTHING : lookOnce()
      })
      // A look that fails keeps nobody from looking again.
      last = waiting.catch(() => NOTHING)
      return waiting
    },
    close: () => {
      isClosed = true
    },
  }
}

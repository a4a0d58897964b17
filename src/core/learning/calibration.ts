import type { Counts, Lesson } from './counts.ts'
import { shareBetween, type CountedShare } from './share-between.ts'

/** What was said of a cause before anything was tried, and how far it was there in the end, 0 to 1. */
export type Judged = { readonly cause: string; readonly said: number; readonly happened: number }

/** One ticket: the causes that its advice named, the likeliest first. */
export type JudgedTicket = readonly Judged[]

/** A range of chances that were said, and what came of them. */
export type CalibrationRow = {
  readonly from: number
  readonly to: number
  /** The mean of what was said; null where nothing was. */
  readonly said: number | null
  /** Null where nothing was said. */
  readonly happened: CountedShare | null
}

export type Calibration = {
  /** Tickets whose cause is known because a fix for it worked. */
  readonly tickets: number
  /** How often the cause that was named first was there; null without such a ticket. */
  readonly first: CountedShare | null
  readonly rows: readonly CalibrationRow[]
}

const EDGES = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1] as const

/**
 * How a ticket's advice stands against its end. Only where a fix worked is anything known of the cause: which of those
 * that the fix is for it was, hindsight shares out. Causes that have left the knowledge since are nobody's.
 */
export const judgedBy = (
  advised: readonly { readonly id: string; readonly probability: number }[] | null,
  lesson: Lesson,
  counts: Counts,
): JudgedTicket | null => {
  if (advised === null || lesson.worked.length === 0 || counts.cases <= 0) return null
  const judged = advised.flatMap(({ id, probability }) => {
    const share = counts.causes.get(id)
    return share === undefined ? [] : [{ cause: id, said: probability, happened: share / counts.cases }]
  })
  return judged.length === 0 ? null : judged
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** What was said against what happened, by how much was said. */
export const calibrationOf = (tickets: readonly JudgedTicket[]): Calibration => {
  const all = tickets.flat()
  const rows = EDGES.slice(1).map((to, index): CalibrationRow => {
    const from = EDGES[index] ?? 0
    const within = all.filter(({ said }) => said >= from && (said < to || to === 1))
    return {
      from,
      to,
      said: within.length === 0 ? null : sumOf(within.map(({ said }) => said)) / within.length,
      happened: shareBetween(sumOf(within.map(({ happened }) => happened)), within.length),
    }
  })
  const firsts = tickets.flatMap(([leading]) => leading ?? [])
  return {
    tickets: tickets.length,
    first: shareBetween(sumOf(firsts.map(({ happened }) => happened)), firsts.length),
    rows,
  }
}

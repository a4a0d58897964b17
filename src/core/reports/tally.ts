import { shareBetween } from '../learning/share-between.ts'
import { CLOSE_RESULTS, TICKET_STATES, type CloseResult } from '../ticket.ts'
import {
  AGE_DAYS,
  DIMENSIONS,
  MOST_ROWS,
  TIME_HOURS,
  type ClosedCase,
  type Dimension,
  type FixRow,
  type OpenCase,
  type Report,
} from './report.ts'
import { tallyReturns } from './tally-returns.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

type Count = { hits: number; cases: number }
type Counts = Map<string, Count & { readonly fix: string; readonly of: string | null }>

const noResults = (): Record<CloseResult, number> => ({ fixed: 0, 'not-fixed': 0, referred: 0, declined: 0 })

const count = (counts: Counts, fix: string, of: string | null, hits: number, cases = 1): void => {
  const key = JSON.stringify([fix, of])
  const row = counts.get(key) ?? { fix, of, hits: 0, cases: 0 }
  row.cases += cases
  row.hits += hits
  counts.set(key, row)
}

const rowsOf = (counts: Counts): readonly FixRow[] =>
  [...counts.values()]
    .toSorted(
      (one, other) =>
        other.cases - one.cases ||
        one.fix.localeCompare(other.fix) ||
        (one.of ?? '').localeCompare(other.of ?? ''),
    )
    .slice(0, MOST_ROWS)
    .flatMap(({ fix, of, hits, cases }) => {
      const share = shareBetween(hits, cases)
      return share === null ? [] : [{ fix, of, worked: { ...share, hits } }]
    })

const placeIn = (value: number, edges: readonly number[]): number => {
  const place = edges.findIndex((edge) => value < edge)
  return place === -1 ? edges.length : place
}

export type Tally = {
  readonly add: (closed: ClosedCase) => void
  readonly addOpen: (open: OpenCase) => void
  readonly report: () => Report
}

/** Counts tickets one by one, so that nobody has to hold them all. */
export const tally = (now: string): Tally => {
  const results = noResults()
  const months = new Map<string, Record<CloseResult, number>>()
  const fixes: Readonly<Record<Dimension, Counts>> = {
    all: new Map(),
    cause: new Map(),
    system: new Map(),
    model: new Map(),
  }
  const returns: Counts = new Map()
  const returned = tallyReturns()
  const hours: number[] = []
  const open = new Map(TICKET_STATES.map((state) => [state, AGE_DAYS.map(() => 0).concat(0)]))

  const addSteps = ({ steps, cause, system, model }: ClosedCase): void => {
    const of: Readonly<Record<Dimension, string | null>> = { all: null, cause, system, model }
    for (const { fix, worked } of steps)
      for (const dimension of DIMENSIONS) count(fixes[dimension], fix, of[dimension], worked)
  }

  const add = (closed: ClosedCase): void => {
    const { result, closedAt, openedAt, workedFixes, cameBackAfter } = closed
    if (result !== null) {
      results[result] += 1
      const month = closedAt.slice(0, 7)
      const inMonth = months.get(month) ?? noResults()
      inMonth[result] += 1
      months.set(month, inMonth)
    }
    addSteps(closed)
    returned.add(closed)
    const isBack = cameBackAfter.length > 0
    const ended = isBack ? cameBackAfter : workedFixes
    // One case among all of them.
    const part = 1 / ended.length
    for (const fix of ended) count(returns, fix, null, isBack ? part : 0, part)
    const took = (Date.parse(closedAt) - Date.parse(openedAt)) / HOUR
    if (took >= 0) hours.push(took)
  }

  const addOpen = ({ state, openedAt }: OpenCase): void => {
    const ages = open.get(state)
    const place = placeIn((Date.parse(now) - Date.parse(openedAt)) / DAY, AGE_DAYS)
    if (ages !== undefined) ages[place] = (ages[place] ?? 0) + 1
  }

  const middle = (): Report['middle'] => {
    const sorted = Float64Array.from(hours).toSorted()
    const at = (part: number): number | undefined => sorted[Math.ceil(part * sorted.length) - 1]
    const half = at(0.5)
    const nineOfTen = at(0.9)
    return half === undefined || nineOfTen === undefined ? null : { half, nineOfTen }
  }

  const times = (): Report['times'] => {
    const counted = [...TIME_HOURS, null].map((each) => ({ hours: each, tickets: 0 }))
    for (const each of hours) {
      const row = counted[placeIn(each, TIME_HOURS)]
      if (row !== undefined) row.tickets += 1
    }
    return counted
  }

  return {
    add,
    addOpen,
    report: () => ({
      closed: CLOSE_RESULTS.reduce((sum, result) => sum + results[result], 0),
      results,
      months: [...months]
        .map(([month, each]) => ({ month, results: each }))
        .toSorted((one, other) => one.month.localeCompare(other.month)),
      fixes: {
        all: rowsOf(fixes.all),
        cause: rowsOf(fixes.cause),
        system: rowsOf(fixes.system),
        model: rowsOf(fixes.model),
      },
      returns: rowsOf(returns),
      backAfter: returned.backAfter(),
      warranty: returned.warranty(),
      times: times(),
      middle: middle(),
      open: TICKET_STATES.flatMap((state) => {
        const ages = open.get(state) ?? []
        const tickets = ages.reduce((sum, each) => sum + each, 0)
        return state === 'closed' ? [] : [{ state, tickets, ages }]
      }),
    }),
  }
}

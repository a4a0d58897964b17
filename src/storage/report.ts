import type { Kysely } from 'kysely'
import { isSoonAfter } from '../core/learning/outcome.ts'
import type { Reading } from '../core/reading.ts'
import { tally } from '../core/reports/tally.ts'
import type { ClosedCase, Report } from '../core/reports/report.ts'
import { TICKET_STATES, type CloseResult, type TicketState } from '../core/ticket.ts'
import { workedFixes } from '../core/worked-fixes.ts'
import type { Pace } from './pace.ts'
import type { Advice, ReportQuery } from './store.ts'
import type { Tables } from './tables.ts'
import { firstVisitsAfter } from './visits.ts'

/** Tickets at a time: between two steps it can be stopped, and others get their turn. */
const STEP = 500
const DAY = 24 * 60 * 60 * 1000

type Row = {
  readonly id: string
  readonly sequence: number
  readonly device_id: string | null
  readonly model: string | null
  readonly market_name: string | null
  readonly result: string | null
  readonly worked_fix: string | null
  readonly worked_together: string
  readonly opened_at: string
  readonly closed_at: string | null
  readonly warranty_days: number | null
  readonly warranty_until: string | null
}

const nextRows = (db: Kysely<Tables>, { from, to }: ReportQuery, after: Row | undefined): Promise<Row[]> => {
  const first = after?.closed_at ?? from ?? ''
  return (
    db
      .selectFrom('tickets')
      .leftJoin('devices', 'devices.id', 'tickets.device_id')
      .select(['tickets.id', 'tickets.sequence', 'tickets.device_id', 'devices.model', 'devices.market_name'])
      .select(['tickets.result', 'tickets.worked_fix', 'tickets.worked_together'])
      .select(['tickets.opened_at', 'tickets.closed_at'])
      .select(['tickets.warranty_days', 'tickets.warranty_until'])
      // Only closed ones have that time, and stand in its index.
      .where('tickets.closed_at', '>=', first)
      .where('tickets.training', '=', 0)
      .$if(to !== null, (all) => all.where('tickets.closed_at', '<', to ?? ''))
      .$if(after !== undefined, (all) =>
        all.where((build) =>
          build.or([
            build('tickets.closed_at', '>', first),
            build('tickets.sequence', '>', after?.sequence ?? 0),
          ]),
        ),
      )
      .orderBy('tickets.closed_at')
      .orderBy('tickets.sequence')
      .limit(STEP)
      .execute()
  )
}

const grouped = <T, K>(rows: readonly T[], keyOf: (row: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const same = groups.get(keyOf(row))
    if (same === undefined) groups.set(keyOf(row), [row])
    else same.push(row)
  }
  return groups
}

const causesOf = async (
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> => {
  const rows = await db
    .selectFrom('advice')
    .select(['ticket_id', 'body'])
    .where('ticket_id', 'in', ids)
    .where((build) =>
      build.not(
        build.exists(
          build
            .selectFrom('advice as later')
            .select('later.id')
            .whereRef('later.ticket_id', '=', 'advice.ticket_id')
            .whereRef('later.at', '>', 'advice.at'),
        ),
      ),
    )
    .execute()
  return new Map(
    rows.map(({ ticket_id, body }) => [
      ticket_id,
      (JSON.parse(body) as Pick<Advice, 'causes'>).causes[0]?.id ?? null,
    ]),
  )
}

const valueIn = (body: string | undefined): string | null => {
  if (body === undefined) return null
  const reading = JSON.parse(body) as Reading<unknown>
  return reading.status === 'measured' && typeof reading.value === 'string' ? reading.value : null
}

/** "MIUI 14", as each phone said it last. */
const systemsOf = async (
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> => {
  const rows = await db
    .selectFrom('inspections')
    .innerJoin('readings', 'readings.inspection_id', 'inspections.id')
    .select(['inspections.ticket_id', 'readings.reading', 'readings.body'])
    .where('inspections.ticket_id', 'in', ids)
    .where('readings.reading', 'in', ['os.family', 'os.version'])
    .orderBy('inspections.started_at')
    .execute()
  const byTicket = grouped(rows, ({ ticket_id }) => ticket_id ?? '')
  return new Map(
    [...byTicket].map(([id, said]) => {
      const last = (reading: string): string | null =>
        valueIn(said.findLast((row) => row.reading === reading)?.body)
      const family = last('os.family')
      return [id, family === null ? null : [family, last('os.version')].filter(Boolean).join(' ')]
    }),
  )
}

const workedIn = ({ worked_fix, worked_together }: Row): readonly string[] =>
  workedFixes({ workedFix: worked_fix, workedTogether: JSON.parse(worked_together) as string[] })

type Return = Pick<ClosedCase, 'cameBackAfter' | 'back'>

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY

/** It begins with the first time that a ticket is closed as fixed: what came back before that came back without it. */
const isWithinWarranty = ({ warranty_until: until, warranty_days: days }: Row, at: string): boolean => {
  if (until === null || days === null) return false
  const left = daysBetween(at, until)
  return left >= 0 && left <= days
}

/** When they came back, and the steps whose success did not last: another ticket on the phone or a reopening says so. */
const returnsOf = async (
  db: Kysely<Tables>,
  rows: readonly Row[],
  worked: (id: string, before: string) => readonly string[],
): Promise<ReadonlyMap<string, Return>> => {
  const visits = await firstVisitsAfter(db, rows)
  const turns = await db
    .selectFrom('events')
    .select(['ticket_id', 'code', 'at'])
    .where(
      'ticket_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('code', 'in', ['closed', 'reopened'])
    .orderBy('ticket_id')
    .orderBy('position')
    .execute()
  const byTicket = grouped(turns, ({ ticket_id }) => ticket_id)
  const found = new Map<string, Return>()
  for (const row of rows) {
    const { id } = row
    const closedAt = row.closed_at ?? ''
    const own = byTicket.get(id) ?? []
    const reopenings = own.flatMap(({ code, at }, place) => {
      const before = own[place - 1]
      return code === 'reopened' && before?.code === 'closed' ? [{ closed: before.at, at }] : []
    })
    const reopened = reopenings.find(({ closed, at }) => isSoonAfter(closed, at))
    const before = reopened === undefined ? [] : worked(id, reopened.at)
    const visit = visits.get(id) ?? null
    const isSoon = visit !== null && isSoonAfter(closedAt, visit)
    const returns = [...reopenings, ...(visit === null ? [] : [{ closed: closedAt, at: visit }])]
    const [first] = returns
    found.set(id, {
      cameBackAfter: before.length === 0 && isSoon ? workedIn(row) : before,
      back: first
        ? {
            days: daysBetween(first.closed, first.at),
            isInWarranty: returns.some(({ at }) => isWithinWarranty(row, at)),
          }
        : null,
    })
  }
  return found
}

type Made = { readonly fix: string; readonly outcome: string; readonly bundle: string | null }

/** Each step once, by its last attempt; of those before one sign-in that worked, each counts for its part. */
const stepsOf = (attempts: readonly Made[]): ClosedCase['steps'] => {
  const ofTry = ({ bundle }: Made): number =>
    bundle === null ? 1 : attempts.filter((each) => each.bundle === bundle).length
  const last = new Map(attempts.map((each) => [each.fix, each]))
  return [...last.values()].map((each) => ({
    fix: each.fix,
    worked: each.outcome === 'worked' ? 1 / ofTry(each) : 0,
  }))
}

const casesOf = async (db: Kysely<Tables>, rows: readonly Row[]): Promise<readonly ClosedCase[]> => {
  const ids = rows.map(({ id }) => id)
  const attempts = grouped(
    await db
      .selectFrom('attempts')
      .select(['ticket_id', 'fix', 'outcome', 'at', 'bundle'])
      .where('ticket_id', 'in', ids)
      .orderBy('ticket_id')
      .orderBy('position')
      .execute(),
    ({ ticket_id }) => ticket_id,
  )
  const [causes, systems, returns] = [
    await causesOf(db, ids),
    await systemsOf(db, ids),
    await returnsOf(db, rows, (id, before) => {
      const own = attempts.get(id) ?? []
      const last = own.findLast(({ outcome, at }) => outcome === 'worked' && at <= before)
      if (last === undefined) return []
      return own
        .filter((each) => each === last || (last.bundle !== null && each.bundle === last.bundle))
        .map(({ fix }) => fix)
    }),
  ]
  return rows.map((row) => ({
    openedAt: row.opened_at,
    closedAt: row.closed_at ?? '',
    result: row.result as CloseResult | null,
    // The last word on a ticket counts: what was marked as worked and then did not last has failed.
    steps: stepsOf(attempts.get(row.id) ?? []),
    workedFixes: workedIn(row),
    cause: causes.get(row.id) ?? null,
    system: systems.get(row.id) ?? null,
    model: row.market_name ?? row.model,
    ...(returns.get(row.id) ?? { cameBackAfter: [], back: null }),
    warrantyDays: row.warranty_until === null ? null : row.warranty_days,
  }))
}

/** What was closed from one moment to another, and what is open now; nothing personal is read. */
export const readReport = async (db: Kysely<Tables>, query: ReportQuery, pace: Pace): Promise<Report> => {
  const counted = tally(query.now)
  const open = await db
    .selectFrom('tickets')
    .select(['state', 'opened_at'])
    .where(
      'state',
      'in',
      TICKET_STATES.filter((state) => state !== 'closed'),
    )
    .where('training', '=', 0)
    .execute()
  for (const { state, opened_at } of open)
    counted.addOpen({ state: state as TicketState, openedAt: opened_at })
  const { count } = await db
    .selectFrom('tickets')
    .select((build) => build.fn.countAll<number | string>().as('count'))
    .where('closed_at', '>=', query.from ?? '')
    .executeTakeFirstOrThrow()
  let done = 0
  let rows = await nextRows(db, query, undefined)
  while (rows.length > 0) {
    for (const each of await casesOf(db, rows)) counted.add(each)
    done += rows.length
    pace(done, Math.max(done, Number(count)))
    rows = rows.length < STEP ? [] : await nextRows(db, query, rows.at(-1))
  }
  return counted.report()
}

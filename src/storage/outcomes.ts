import type { Kysely } from 'kysely'
import { LASTS_DAYS, type TicketOutcome } from '../core/learning/outcome.ts'
import type { Reading, Readings } from '../core/reading.ts'
import type { CheckResult, Outcome, Verification } from '../core/ticket.ts'
import type { ClosedTicket } from './store.ts'
import type { Tables } from './tables.ts'

const LASTS_MS = LASTS_DAYS * 24 * 60 * 60 * 1000

const isSoon = (closed: string, again: string): boolean => {
  const after = Date.parse(again) - Date.parse(closed)
  return after >= 0 && after <= LASTS_MS
}

/** The newest closed tickets that are not training, and which of them were followed by another one on their phone. */
export const closedTickets = async (
  db: Kysely<Tables>,
  { since, limit }: { readonly since: string | null; readonly limit: number },
): Promise<readonly ClosedTicket[]> => {
  const closed = await db
    .selectFrom('tickets')
    .select(['id', 'revision', 'device_id', 'closed_at'])
    .where('state', '=', 'closed')
    .where('training', '=', 0)
    .where('closed_at', '>=', since ?? '')
    .orderBy('closed_at', 'desc')
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  const oldest = closed.at(-1)?.closed_at
  if (oldest === undefined || oldest === null) return []
  const opened = await db
    .selectFrom('tickets')
    .select(['id', 'device_id', 'opened_at'])
    .where('device_id', 'is not', null)
    .where('opened_at', '>=', oldest)
    .execute()
  const byDevice = new Map<string | null, typeof opened>()
  for (const each of opened) byDevice.set(each.device_id, [...(byDevice.get(each.device_id) ?? []), each])
  return closed.map(({ id, revision, device_id, closed_at }) => ({
    id,
    revision,
    cameBack:
      device_id !== null &&
      (byDevice.get(device_id) ?? []).some(
        (other) => other.id !== id && isSoon(closed_at ?? '', other.opened_at),
      ),
  }))
}

/** When the case began that was closed last: a ticket that is reopened long after it was closed is a new one. */
const lastBegan = async (db: Kysely<Tables>, ticketId: string): Promise<string> => {
  const turns = await db
    .selectFrom('events')
    .select(['code', 'at'])
    .where('ticket_id', '=', ticketId)
    .where('code', 'in', ['closed', 'reopened'])
    .orderBy('position')
    .execute()
  let began = ''
  turns.forEach(({ code, at }, index) => {
    const before = turns[index - 1]
    if (code === 'reopened' && before?.code === 'closed' && !isSoon(before.at, at)) began = at
  })
  return began
}

const readingsBefore = async (
  db: Kysely<Tables>,
  ticketId: string,
  began: string,
  attempt: string,
): Promise<Readings | null> => {
  const inspection = await db
    .selectFrom('inspections')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('took_ms', 'is not', null)
    .where('started_at', '<=', attempt)
    // What was read before a case began is of the case before; the first case also has what was read before its ticket.
    .where('started_at', '>=', began)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!inspection) return null
  const rows = await db
    .selectFrom('readings')
    .select(['reading', 'body'])
    .where('inspection_id', '=', inspection.id)
    .execute()
  return Object.fromEntries(
    rows.map(({ reading, body }) => [reading, JSON.parse(body) as Reading<unknown>]),
  ) as Readings
}

/** How a closed ticket ended; null when it is not closed, or not there. Nothing personal is read. */
export const outcomeOf = async (
  db: Kysely<Tables>,
  ticketId: string,
): Promise<Omit<TicketOutcome, 'cameBack'> | null> => {
  const ticket = await db
    .selectFrom('tickets')
    .select(['symptoms', 'checks', 'worked_fix'])
    .where('id', '=', ticketId)
    .where('state', '=', 'closed')
    .executeTakeFirst()
  if (!ticket) return null
  const began = await lastBegan(db, ticketId)
  const attempts = await db
    .selectFrom('attempts')
    .select(['fix', 'outcome', 'verified', 'at'])
    .where('ticket_id', '=', ticketId)
    .where('at', '>=', began)
    .orderBy('position')
    .execute()
  const [first] = attempts
  return {
    symptoms: JSON.parse(ticket.symptoms) as string[],
    checks: JSON.parse(ticket.checks) as Record<string, CheckResult>,
    attempts: attempts.map(({ fix, outcome, verified }) => ({
      fix,
      outcome: outcome as Outcome,
      verified: verified as Verification,
    })),
    workedFix: ticket.worked_fix,
    readings: first === undefined ? null : await readingsBefore(db, ticketId, began, first.at),
  }
}

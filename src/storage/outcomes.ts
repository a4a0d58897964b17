import type { Kysely } from 'kysely'
import { isSoonAfter, type TicketOutcome } from '../core/learning/outcome.ts'
import type { Reading, Readings } from '../core/reading.ts'
import type { CheckResult, Outcome, Verification } from '../core/ticket.ts'
import type { Advice, ClosedTicket } from './store.ts'
import type { Tables } from './tables.ts'
import { cameBack } from './visits.ts'

/** The newest closed tickets that are not training, and which of them were followed by another one on their phone. */
export const closedTickets = async (
  db: Kysely<Tables>,
  { since, limit }: { readonly since: string | null; readonly limit: number },
): Promise<readonly ClosedTicket[]> => {
  const closed = await db
    .selectFrom('tickets')
    .select(['id', 'revision', 'device_id', 'closed_at'])
    // Only closed ones have that time; to ask for the state too would have SQLite sort them all.
    .where('closed_at', '>=', since ?? '')
    .where('training', '=', 0)
    .orderBy('closed_at', 'desc')
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  const again = await cameBack(db, closed)
  return closed.map(({ id, revision, closed_at }) => ({
    id,
    revision,
    closedAt: closed_at ?? '',
    cameBack: again.has(id),
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
    if (code === 'reopened' && before?.code === 'closed' && !isSoonAfter(before.at, at)) began = at
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

/** The causes as they were named last before anything was tried. */
const advisedBefore = async (
  db: Kysely<Tables>,
  ticketId: string,
  began: string,
  attempt: string,
): Promise<TicketOutcome['advised']> => {
  const row = await db
    .selectFrom('advice')
    .select('body')
    .where('ticket_id', '=', ticketId)
    .where('at', '>=', began)
    .where('at', '<=', attempt)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : (JSON.parse(row.body) as Omit<Advice, 'knowledgeVersion'>).causes
}

/** How a closed ticket ended; null when it is not closed, or not there. Nothing personal is read. */
export const outcomeOf = async (
  db: Kysely<Tables>,
  ticketId: string,
): Promise<Omit<TicketOutcome, 'cameBack'> | null> => {
  const ticket = await db
    .selectFrom('tickets')
    .select(['symptoms', 'checks', 'worked_fix', 'worked_together'])
    .where('id', '=', ticketId)
    .where('state', '=', 'closed')
    .executeTakeFirst()
  if (!ticket) return null
  const began = await lastBegan(db, ticketId)
  const attempts = await db
    .selectFrom('attempts')
    .select(['fix', 'outcome', 'verified', 'at', 'bundle'])
    .where('ticket_id', '=', ticketId)
    .where('at', '>=', began)
    .orderBy('position')
    .execute()
  const [first] = attempts
  return {
    symptoms: JSON.parse(ticket.symptoms) as string[],
    checks: JSON.parse(ticket.checks) as Record<string, CheckResult>,
    attempts: attempts.map(({ fix, outcome, verified, bundle }) => ({
      fix,
      outcome: outcome as Outcome,
      verified: verified as Verification,
      bundle,
    })),
    workedFix: ticket.worked_fix,
    workedTogether: JSON.parse(ticket.worked_together) as string[],
    readings: first === undefined ? null : await readingsBefore(db, ticketId, began, first.at),
    advised: first === undefined ? null : await advisedBefore(db, ticketId, began, first.at),
  }
}

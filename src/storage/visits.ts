import type { Kysely } from 'kysely'
import { isSoonAfter } from '../core/learning/outcome.ts'
import { samePhonesOf } from './same-phones.ts'
import type { Tables } from './tables.ts'

type Closed = { readonly id: string; readonly device_id: string | null; readonly closed_at: string | null }
type Visit = { readonly id: string; readonly opened_at: string }

const listed = <K>(lists: Map<K, Visit[]>, key: K, visit: Visit): void => {
  const same = lists.get(key)
  if (same === undefined) lists.set(key, [visit])
  else same.push(visit)
}

/** Tickets that were opened as the rework of these. */
const reworksOf = async (
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string | null, readonly Visit[]>> => {
  const rows = await db
    .selectFrom('tickets')
    .select(['id', 'rework_of', 'opened_at'])
    .where('rework_of', 'in', ids)
    .execute()
  const reworks = new Map<string | null, Visit[]>()
  for (const row of rows) listed(reworks, row.rework_of, row)
  return reworks
}

/**
 * Which of these closed tickets were followed soon after by another one on their phone (also where only its IMEI says
 * that it is the same), or by their rework.
 */
export const cameBack = async (
  db: Kysely<Tables>,
  closed: readonly Closed[],
): Promise<ReadonlySet<string>> => {
  if (closed.length === 0) return new Set()
  const devices = [...new Set(closed.flatMap(({ device_id }) => device_id ?? []))]
  const phones = await samePhonesOf(db, devices)
  const visits =
    phones.size === 0
      ? []
      : await db
          .selectFrom('tickets')
          .select(['id', 'device_id', 'opened_at'])
          .where('device_id', 'in', [...phones.keys()])
          .execute()
  const byPhone = new Map<string | undefined, Visit[]>()
  for (const visit of visits) listed(byPhone, phones.get(visit.device_id ?? ''), visit)
  const reworks = await reworksOf(
    db,
    closed.map(({ id }) => id),
  )
  const again = closed.filter(({ id, device_id, closed_at }) =>
    [
      ...(device_id === null ? [] : (byPhone.get(phones.get(device_id)) ?? [])),
      ...(reworks.get(id) ?? []),
    ].some((other) => other.id !== id && isSoonAfter(closed_at ?? '', other.opened_at)),
  )
  return new Set(again.map(({ id }) => id))
}

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
 * When these closed tickets were followed for the first time by another one on their phone (also where only its IMEI
 * says that it is the same), or by their rework.
 */
export const firstVisitsAfter = async (
  db: Kysely<Tables>,
  closed: readonly Closed[],
): Promise<ReadonlyMap<string, string>> => {
  if (closed.length === 0) return new Map()
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
  const first = new Map<string, string>()
  for (const { id, device_id, closed_at } of closed) {
    const others = [
      ...(device_id === null ? [] : (byPhone.get(phones.get(device_id)) ?? [])),
      ...(reworks.get(id) ?? []),
    ]
    const since = Date.parse(closed_at ?? '')
    const later = others.filter((other) => other.id !== id && Date.parse(other.opened_at) >= since)
    const [next] = later.toSorted((one, other) => Date.parse(one.opened_at) - Date.parse(other.opened_at))
    if (next !== undefined) first.set(id, next.opened_at)
  }
  return first
}

/** Which of these closed tickets came back so soon that their success did not last. */
export const cameBack = async (
  db: Kysely<Tables>,
  closed: readonly Closed[],
): Promise<ReadonlySet<string>> => {
  const first = await firstVisitsAfter(db, closed)
  const soon = closed.filter(({ id, closed_at }) => isSoonAfter(closed_at ?? '', first.get(id) ?? ''))
  return new Set(soon.map(({ id }) => id))
}

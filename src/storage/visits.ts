import type { Kysely } from 'kysely'
import { isSoonAfter } from '../core/learning/outcome.ts'
import type { Tables } from './tables.ts'

type Closed = { readonly id: string; readonly device_id: string | null; readonly closed_at: string | null }

/** Which of these closed tickets were followed by another one on their phone soon after. */
export const cameBack = async (
  db: Kysely<Tables>,
  closed: readonly Closed[],
): Promise<ReadonlySet<string>> => {
  const devices = [...new Set(closed.flatMap(({ device_id }) => device_id ?? []))]
  if (devices.length === 0) return new Set()
  const visits = await db
    .selectFrom('tickets')
    .select(['id', 'device_id', 'opened_at'])
    .where('device_id', 'in', devices)
    .execute()
  const byDevice = new Map<string | null, typeof visits>()
  for (const visit of visits) {
    const same = byDevice.get(visit.device_id)
    if (same === undefined) byDevice.set(visit.device_id, [visit])
    else same.push(visit)
  }
  const again = closed.filter(
    ({ id, device_id, closed_at }) =>
      device_id !== null &&
      (byDevice.get(device_id) ?? []).some(
        (other) => other.id !== id && isSoonAfter(closed_at ?? '', other.opened_at),
      ),
  )
  return new Set(again.map(({ id }) => id))
}

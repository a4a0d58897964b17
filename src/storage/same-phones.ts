import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Devices that have one of these numbers; not those that people learn on. */
export const devicesOfImeis = async (
  db: Kysely<Tables>,
  imeis: readonly string[],
): Promise<readonly string[]> => {
  const known = imeis.filter((imei) => imei !== '')
  if (known.length === 0) return []
  const rows = await db
    .selectFrom('devices')
    .select('id')
    .where('training', '=', 0)
    .where((build) => build.or([build('imei', 'in', known), build('imei2', 'in', known)]))
    .execute()
  return rows.map(({ id }) => id)
}

/** The device itself, and those that its IMEI says to be the same phone: it was taken in once without being read. */
export const samePhones = async (db: Kysely<Tables>, deviceId: string): Promise<readonly string[]> => {
  const row = await db
    .selectFrom('devices')
    .select(['imei', 'imei2', 'training'])
    .where('id', '=', deviceId)
    .executeTakeFirst()
  const others = row?.training === 0 ? await devicesOfImeis(db, [row.imei, row.imei2]) : []
  return [...new Set([deviceId, ...others])]
}

/** These devices and those that an IMEI says to be the same phone: by device, one name for each phone. */
export const samePhonesOf = async (
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const phones = new Map(ids.map((id) => [id, id]))
  if (ids.length === 0) return phones
  const numbered = await db
    .selectFrom('devices')
    .select(['id', 'imei', 'imei2'])
    .where('id', 'in', ids)
    .where('training', '=', 0)
    .where((build) => build.or([build('imei', '<>', ''), build('imei2', '<>', '')]))
    .execute()
  const imeis = [...new Set(numbered.flatMap(({ imei, imei2 }) => [imei, imei2]))].filter(
    (imei) => imei !== '',
  )
  if (imeis.length === 0) return phones
  const all = await db
    .selectFrom('devices')
    .select(['id', 'imei', 'imei2'])
    .where('training', '=', 0)
    .where((build) => build.or([build('imei', 'in', imeis), build('imei2', 'in', imeis)]))
    .orderBy('id')
    .execute()
  const byImei = new Map<string, string>()
  for (const { id, imei, imei2 } of all) {
    const own = [imei, imei2].filter((each) => each !== '')
    const known = own.flatMap((each) => byImei.get(each) ?? [])[0] ?? id
    for (const each of own) byImei.set(each, known)
    phones.set(id, known)
  }
  return phones
}

/** Was never read: only what people wrote down stands for it. */
const isOnlyTyped = sql<boolean>`serial = '' and not exists (select 1 from inspections where inspections.device_id = devices.id)`

/**
 * What was only written down of a phone goes over to the one that was read now: they are the same. The written one stays
 * for other tickets that name it.
 */
export const takeOver = async (
  db: Kysely<Tables>,
  ticketId: string,
  readId: string,
): Promise<string | null> => {
  const typed = await db
    .selectFrom('devices')
    .innerJoin('tickets', 'tickets.device_id', 'devices.id')
    .selectAll('devices')
    .where('tickets.id', '=', ticketId)
    .where(isOnlyTyped)
    .executeTakeFirst()
  if (!typed || typed.id === readId) return null
  const read = await db.selectFrom('devices').selectAll().where('id', '=', readId).executeTakeFirstOrThrow()
  await db
    .updateTable('devices')
    .set({
      imei: read.imei || typed.imei,
      imei2: read.imei2 || typed.imei2,
      typed_serial: read.typed_serial || typed.typed_serial,
      typed_model: read.typed_model || typed.typed_model,
    })
    .where('id', '=', readId)
    .execute()
  return typed.id
}

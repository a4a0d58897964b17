import { sql, type Transaction } from 'kysely'
import { identifies } from '../core/serial.ts'
import type { Tables } from './tables.ts'

/** What the shop learns from and nobody is known by; every other reading goes with its person. */
const KEPT_READINGS = [
  'phone.brand',
  'phone.model',
  'phone.marketName',
  'phone.codename',
  'phone.isXiaomi',
  'os.family',
  'os.version',
  'os.build',
  'os.official',
  'os.buildRegion',
  'android.release',
  'android.sdk',
  'android.securityPatch',
  'boot.locked',
  'boot.verifiedState',
  'clock.offset',
  'clock.automatic',
  'network.airplane',
  'network.transport',
  'network.validated',
  'network.captivePortal',
  'network.vpn',
] as const

type Db = Transaction<Tables>

/** Serials that a phone was listed with when it was read, and those that it said itself. */
const serialsOf = (
  rows: readonly { readonly phone: string }[],
  said: readonly string[],
): ReadonlySet<string> =>
  new Set([...rows.map(({ phone }) => listedSerial(phone)), ...said].filter(identifies))

const listedSerial = (phone: string): string => {
  const claims: unknown = JSON.parse(phone)
  const serial: unknown = typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'serial') : null
  return typeof serial === 'string' ? serial : ''
}

/** Pulled out before it could say which phone it is: of no device, yet listed with the serial of one. */
const cutShort = async (db: Db, serials: ReadonlySet<string>) => {
  const rows = await db
    .selectFrom('inspections')
    .select(['id', 'phone'])
    .where('device_id', 'is', null)
    .where('ticket_id', 'is', null)
    .execute()
  return rows.filter(({ phone }) => serials.has(listedSerial(phone)))
}

/** Takes out of what was read on these tickets and phones all that could be somebody's; how many readings of phones. */
export const eraseInspections = async (
  db: Db,
  ticketIds: readonly string[],
  deviceIds: readonly string[],
): Promise<number> => {
  const rows = await db
    .selectFrom('inspections')
    .select(['id', 'phone', 'device_id'])
    .where((build) =>
      build.or([
        ...(ticketIds.length > 0 ? [build('ticket_id', 'in', ticketIds)] : []),
        ...(deviceIds.length > 0 ? [build('device_id', 'in', deviceIds)] : []),
        sql<boolean>`1 = 0`,
      ]),
    )
    .execute()
  const devices =
    deviceIds.length === 0
      ? []
      : await db.selectFrom('devices').select('serial').where('id', 'in', deviceIds).execute()
  const ofDevices = rows.filter(({ device_id }) => device_id !== null && deviceIds.includes(device_id))
  const serials = serialsOf(
    ofDevices,
    devices.map(({ serial }) => serial),
  )
  const all = [...rows, ...(await cutShort(db, serials))]
  for (const { id, phone } of all) {
    const claims: unknown = JSON.parse(phone)
    const erased = { ...(typeof claims === 'object' && claims), serial: '' }
    await db
      .updateTable('inspections')
      .set({ phone: JSON.stringify(erased) })
      .where('id', '=', id)
      .execute()
    await db.deleteFrom('inspection_sections').where('inspection_id', '=', id).execute()
    await db
      .deleteFrom('readings')
      .where('inspection_id', '=', id)
      .where('reading', 'not in', KEPT_READINGS)
      .where('reading', 'not like', 'package.%')
      .execute()
  }
  return all.length
}

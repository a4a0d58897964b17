import type { Transaction } from 'kysely'
import { phoneNumberKey } from '../../core/phone-number.ts'
import { note, shapeNote } from '../../core/portable/import-note.ts'
import { LINES, type LineOf, type SubjectKind } from '../../core/portable/lines.ts'
import { NOBODYS } from '../erase-customer.ts'
import { indexTicketsOf } from '../search/index-ticket.ts'
import type { Tables } from '../tables.ts'
import { importTicket, turnedOutToBe } from './import-ticket.ts'
import type { Landed, Landing } from './landing.ts'

type Db = Transaction<Tables>

const importCustomer = async (
  db: Db,
  { customer }: LineOf<'customer'>,
  { isErased }: Landing,
): Promise<Landed> => {
  const erased = isErased(customer.id)
  const merged_into = customer.merged_into === null ? null : await turnedOutToBe(db, customer.merged_into)
  if (merged_into === customer.id) return { how: 'faulty', note: note('customer-self') }
  const known = erased ? { ...customer, ...NOBODYS.customers } : customer
  const row = { ...known, merged_into, phone_key: phoneNumberKey(known.phone) }
  const here = await db.selectFrom('customers').selectAll().where('id', '=', row.id).executeTakeFirst()
  if (!here) {
    await db.insertInto('customers').values(row).execute()
    return erased ? { how: 'added', note: note('customer-erased') } : { how: 'added' }
  }
  if (here.name === row.name && here.phone === row.phone && here.merged_into === row.merged_into)
    return { how: 'same' }
  if (here.revision >= row.revision || erased)
    return { how: 'kept', note: note('customer-other', { id: row.id }) }
  const { id, ...change } = row
  await db.updateTable('customers').set(change).where('id', '=', id).execute()
  await indexTicketsOf(db, { customerId: id })
  return { how: 'changed', note: note('customer-changed', { id }) }
}

const importDevice = async (db: Db, { device }: LineOf<'device'>): Promise<Landed> => {
  const here = await db.selectFrom('devices').selectAll().where('id', '=', device.id).executeTakeFirst()
  if (here)
    return Object.entries(device).every(([column, value]) => Reflect.get(here, column) === value)
      ? { how: 'same' }
      : { how: 'kept', note: note('phone-other', { id: device.id }) }
  await db.insertInto('devices').values(device).execute()
  return { how: 'added' }
}

const importInspection = async (
  db: Db,
  { inspection, sections, readings }: LineOf<'inspection'>,
  { isErased }: Landing,
): Promise<Landed> => {
  if ([...sections, ...readings].some(({ inspection_id }) => inspection_id !== inspection.id))
    return { how: 'faulty', note: note('other-inspection') }
  const here = await db
    .selectFrom('inspections')
    .select('id')
    .where('id', '=', inspection.id)
    .executeTakeFirst()
  if (here) return { how: 'same' }
  const ticket =
    inspection.ticket_id === null
      ? null
      : await db
          .selectFrom('tickets')
          .select('customer_id')
          .where('id', '=', inspection.ticket_id)
          .executeTakeFirst()
  if (ticket === undefined) return { how: 'faulty', note: note('no-ticket') }
  if (ticket && isErased(ticket.customer_id)) return { how: 'kept', note: note('phone-erased') }
  if (inspection.device_id !== null) {
    const device = await db
      .selectFrom('devices')
      .select('id')
      .where('id', '=', inspection.device_id)
      .executeTakeFirst()
    if (!device) return { how: 'faulty', note: note('no-phone') }
  }
  await db.insertInto('inspections').values(inspection).execute()
  for (const section of sections) await db.insertInto('inspection_sections').values(section).execute()
  for (const reading of readings) await db.insertInto('readings').values(reading).execute()
  return { how: 'added' }
}

const importOwn = async (db: Db, { own }: LineOf<'own'>): Promise<Landed> => {
  const here = await db.selectFrom('own_knowledge').select('body').where('id', '=', own.id).executeTakeFirst()
  if (here)
    return here.body === own.body ? { how: 'same' } : { how: 'kept', note: note('own-other', { id: own.id }) }
  await db.insertInto('own_knowledge').values(own).execute()
  return { how: 'added' }
}

/** Brings in what a line says, once it is as strict as the record itself. */
export const importLine = async (
  db: Db,
  kind: SubjectKind,
  line: unknown,
  landing: Landing,
): Promise<Landed> => {
  const parsed = LINES[kind].safeParse(line)
  if (!parsed.success) return { how: 'faulty', note: shapeNote(parsed.error) }
  switch (kind) {
    case 'customer':
      return importCustomer(db, parsed.data as LineOf<'customer'>, landing)
    case 'device':
      return importDevice(db, parsed.data as LineOf<'device'>)
    case 'ticket':
      return importTicket(db, parsed.data as LineOf<'ticket'>, landing)
    case 'inspection':
      return importInspection(db, parsed.data as LineOf<'inspection'>, landing)
    case 'own':
      return importOwn(db, parsed.data as LineOf<'own'>)
  }
}

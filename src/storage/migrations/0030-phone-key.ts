import type { Kysely } from 'kysely'
import { phoneNumberKey } from '../../core/phone-number.ts'

type Then = { customers: { id: string; phone: string; phone_key: string } }

/** What a customer's number has in common with other ways of writing it, so that somebody is known when they come again. */
export const up = async (unknown: Kysely<unknown>): Promise<void> => {
  const { schema } = unknown
  await schema
    .alterTable('customers')
    .addColumn('phone_key', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  const db = unknown as unknown as Kysely<Then>
  for (const { id, phone } of await db.selectFrom('customers').select(['id', 'phone']).execute()) {
    const phone_key = phoneNumberKey(phone)
    if (phone_key !== '') await db.updateTable('customers').set({ phone_key }).where('id', '=', id).execute()
  }
  await schema.createIndex('customers_phone').on('customers').column('phone_key').execute()
}

import type { Kysely } from 'kysely'

/**
 * What a counter notes beside the case: condition, what was left, proof, promise, money, warranty, rework; who did it
 * and how long it took; a phone's own numbers; customers that turned out to be one. Words that are somebody's stand
 * apart from the events that they belong to, so that a person can be erased and the history still be whole.
 */
export const up = async ({ schema }: Kysely<unknown>): Promise<void> => {
  for (const list of ['condition', 'left_with'])
    await schema
      .alterTable('tickets')
      .addColumn(list, 'text', (column) => column.notNull().defaultTo('[]'))
      .execute()
  for (const words of ['condition_note', 'left_note', 'currency'])
    await schema
      .alterTable('tickets')
      .addColumn(words, 'text', (column) => column.notNull().defaultTo(''))
      .execute()
  for (const text of ['proof', 'promised_at', 'warranty_until', 'rework_of'])
    await schema.alterTable('tickets').addColumn(text, 'text').execute()
  for (const number of ['quote', 'paid', 'warranty_days'])
    await schema.alterTable('tickets').addColumn(number, 'integer').execute()
  await schema.createIndex('tickets_rework').on('tickets').column('rework_of').execute()
  await schema.alterTable('attempts').addColumn('minutes', 'integer').execute()
  await schema
    .alterTable('attempts')
    .addColumn('technician', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  for (const number of ['imei', 'imei2', 'typed_serial', 'typed_model'])
    await schema
      .alterTable('devices')
      .addColumn(number, 'text', (column) => column.notNull().defaultTo(''))
      .execute()
  await schema.createIndex('devices_imei').on('devices').column('imei').execute()
  await schema.createIndex('devices_imei2').on('devices').column('imei2').execute()
  await schema.alterTable('customers').addColumn('merged_into', 'text').execute()
  await schema.createIndex('customers_merged').on('customers').column('merged_into').execute()
  await schema
    .createTable('event_words')
    .addColumn('event_id', 'text', (column) => column.primaryKey().references('events.id'))
    .addColumn('salt', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .execute()
}

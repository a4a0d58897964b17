import type { Kysely } from 'kysely'

/** What a ticket waits for, since when, and until when where that is known. */
export const up = async ({ schema }: Kysely<unknown>): Promise<void> => {
  for (const column of ['waiting_for', 'waiting_since', 'waiting_until'])
    await schema.alterTable('tickets').addColumn(column, 'text').execute()
}

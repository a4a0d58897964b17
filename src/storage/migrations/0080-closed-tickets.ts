import type { Kysely } from 'kysely'

/**
 * Closed tickets by when they were closed: what is learnt and reported goes by that. Open ones are not in it, so that
 * opening a ticket costs nothing more.
 */
export const up = async ({ schema }: Kysely<unknown>): Promise<void> => {
  await schema
    .createIndex('tickets_closed')
    .on('tickets')
    .columns(['closed_at', 'sequence'])
    .where('closed_at', 'is not', null)
    .execute()
}

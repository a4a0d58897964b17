import type { Kysely } from 'kysely'

/**
 * Fixes that were done before one sign-in try are tied, as their outcome is of all of them together; where it worked,
 * the ticket has all of them in place of the one that is not known.
 */
export const up = async ({ schema }: Kysely<unknown>): Promise<void> => {
  await schema.alterTable('attempts').addColumn('bundle', 'text').execute()
  await schema
    .alterTable('tickets')
    .addColumn('worked_together', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
}

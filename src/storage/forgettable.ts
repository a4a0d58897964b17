import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Customers whose every ticket was closed before that moment, the longest ago first; those who are forgotten are none. */
export const forgettable = async (
  db: Kysely<Tables>,
  before: string,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('customers')
    .innerJoin('tickets', 'tickets.customer_id', 'customers.id')
    .select('customers.id')
    .where((build) => build.or([build('customers.name', '<>', ''), build('customers.phone', '<>', '')]))
    .groupBy('customers.id')
    .having((build) =>
      build(
        build.fn.max(
          build
            .case()
            .when('tickets.state', '<>', 'closed')
            .then('9999')
            .else(build.fn.coalesce('tickets.closed_at', build.val('9999')))
            .end(),
        ),
        '<',
        before,
      ),
    )
    .orderBy('customers.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

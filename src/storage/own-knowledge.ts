import type { Kysely, Transaction } from 'kysely'
import type { Answer } from '../core/failure.ts'
import type { OwnChange, OwnRow } from './store.ts'
import type { Tables } from './tables.ts'
import { Refused } from './trouble.ts'

type Db = Kysely<Tables> | Transaction<Tables>

/** A body that somebody spoilt from outside is nobody's record; it is left where it is, and shown as unreadable. */
const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

export const listOwn = async (db: Db): Promise<readonly OwnRow[]> =>
  (
    await db
      .selectFrom('own_knowledge')
      .select(['id', 'body', 'saved_at'])
      .orderBy('position')
      .orderBy('id')
      .execute()
  ).map(({ id, body, saved_at }) => ({ id, body: parsed(body), savedAt: saved_at }))

/** `decide` sees the records as they are inside the transaction and says what becomes of them, or refuses. */
export const changeOwn = (
  db: Kysely<Tables>,
  at: string,
  decide: (rows: readonly OwnRow[]) => Answer<OwnChange>,
): Promise<readonly OwnRow[]> =>
  db.transaction().execute(async (transaction) => {
    // A write first, of nothing: from here on no other program can write between our look and our change.
    await transaction.deleteFrom('own_knowledge').where('id', '=', '').execute()
    const decided = decide(await listOwn(transaction))
    if (!decided.ok) throw new Refused(decided.failure)
    const { save, remove } = decided.value
    if (remove.length > 0) await transaction.deleteFrom('own_knowledge').where('id', 'in', remove).execute()
    const last = await transaction
      .selectFrom('own_knowledge')
      .select((build) => build.fn.max('position').as('position'))
      .executeTakeFirst()
    let position = last?.position ?? 0
    for (const { id, body } of save) {
      position += 1
      const row = { body: JSON.stringify(body), saved_at: at }
      await transaction
        .insertInto('own_knowledge')
        .values({ id, position, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute()
    }
    return listOwn(transaction)
  })

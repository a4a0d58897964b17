import type { Kysely } from 'kysely'
import { TYPING } from '../core/typing.ts'
import type { Tables } from './tables.ts'

/** Takes out what is typed in forms whose place begins so: with the id of a ticket or a phone, or with a form of it. */
export const eraseTyping = async (db: Kysely<Tables>, about: readonly string[]): Promise<void> => {
  const row = await db.selectFrom('drafts').select('body').where('name', '=', TYPING).executeTakeFirst()
  if (!row) return
  const forms = Object.entries(JSON.parse(row.body) as Record<string, unknown>)
  const left = forms.filter(
    ([place]) => !about.some((start) => place === start || place.startsWith(`${start} `)),
  )
  if (left.length === forms.length) return
  const drafts = { body: JSON.stringify(Object.fromEntries(left)) }
  await db.updateTable('drafts').set(drafts).where('name', '=', TYPING).execute()
}

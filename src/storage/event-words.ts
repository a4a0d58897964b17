import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * What somebody said or is called stands beside its event, not in it: the event holds a fingerprint of the words and of
 * a random salt. With the words the salt is erased, and what is left tells nothing, yet the history stays whole.
 */
export const WORDS_HASH = 'words'

type Words = Readonly<Record<string, string>>

const hashOf = (salt: string, words: string): string =>
  createHash('sha256')
    .update(JSON.stringify([salt, words]))
    .digest('hex')

/** The row to be kept, and what the event says of it. */
export const wordsOfEvent = (
  words: Words,
): { readonly row: { readonly salt: string; readonly words: string }; readonly hash: string } => {
  const row = { salt: randomBytes(16).toString('hex'), words: JSON.stringify(words) }
  return { row, hash: hashOf(row.salt, row.words) }
}

/** Whether the words are those that the event was written with. */
export const areAsWritten = (
  details: string,
  kept: { readonly salt: string; readonly words: string } | null,
): 'as-written' | 'missing' | 'changed' => {
  const parsed: unknown = JSON.parse(details)
  const hash: unknown =
    typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, WORDS_HASH) : undefined
  // Older events name a screen's words there; only a fingerprint has this form.
  const isHash = typeof hash === 'string' && /^[0-9a-f]{64}$/u.test(hash)
  if (kept === null) return isHash ? 'missing' : 'as-written'
  return isHash && hash === hashOf(kept.salt, kept.words) ? 'as-written' : 'changed'
}

export const eraseWords = async (db: Kysely<Tables>, ticketIds: readonly string[]): Promise<void> => {
  if (ticketIds.length === 0) return
  await db
    .deleteFrom('event_words')
    .where('event_id', 'in', (build) =>
      build.selectFrom('events').select('id').where('ticket_id', 'in', ticketIds),
    )
    .execute()
}

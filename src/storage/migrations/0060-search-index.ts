import { PostgresAdapter, sql, type Kysely } from 'kysely'

/**
 * The words that tickets are found by (storage/search says how), in the place of a text that was looked through from end
 * to end; that text is taken out, so that nothing of it outlives an erased person. Filled when the record is opened.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const { schema } = db
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  // Beginnings are ranges of bytes; PostgreSQL would order words by the rules of some language.
  const text = isPostgres ? sql`text collate "C"` : sql`text`
  const words = schema
    .createTable('search_words')
    .addColumn('block', 'integer', (column) => column.notNull())
    .addColumn('word', text, (column) => column.notNull())
    .addColumn('tickets', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('search_words_key', ['block', 'word'])
  // Without it SQLite keeps every word twice: in the table, and in the index of its key.
  await (isPostgres ? words : words.modifyEnd(sql`without rowid`)).execute()
  await schema
    .createTable('search_tickets')
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('words', 'text', (column) => column.notNull())
    .execute()
  await schema.alterTable('tickets').dropColumn('search_text').execute()
  await (db as Kysely<{ counters: { name: string; value: number } }>)
    .insertInto('counters')
    .values({ name: 'search', value: 0 })
    .execute()
}

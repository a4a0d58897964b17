import { CompiledQuery, type Insertable, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** Rows in one statement; engines take only so many values in it. */
const AT_ONCE = 100

export type RowWriter<T extends keyof Tables> = {
  readonly add: (row: Insertable<Tables[T]>) => void
  /** Writes what was added. */
  readonly flush: (db: Transaction<Tables>) => Promise<void>
}

/** Writes rows of one shape in the millions: the statement for a hundred of them is made once. */
export const rowWriter = <T extends keyof Tables>(
  table: T,
  columns: readonly (keyof Insertable<Tables[T]> & string)[],
): RowWriter<T> => {
  let rows: Insertable<Tables[T]>[] = []
  let statement: string | null = null
  const valuesOf = (row: Insertable<Tables[T]>): readonly unknown[] =>
    columns.map((column) => (row as Readonly<Record<string, unknown>>)[column])
  const compile = (db: Transaction<Tables>, some: readonly Insertable<Tables[T]>[]): string =>
    db
      .insertInto(table)
      // The columns of every row in the same order, as the values are given.
      .values(
        some.map((row) =>
          Object.fromEntries(columns.map((column, at) => [column, valuesOf(row)[at]])),
        ) as never,
      )
      .compile().sql
  return {
    add: (row) => {
      rows.push(row)
    },
    flush: async (db) => {
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        const some = rows.slice(at, at + AT_ONCE)
        const full = some.length === AT_ONCE
        const sql = full ? (statement ??= compile(db, some)) : compile(db, some)
        await db.executeQuery(CompiledQuery.raw(sql, some.flatMap(valuesOf)))
      }
      rows = []
    },
  }
}

import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { Kysely, SqliteDialect, type Insertable } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { once } from '../../../src/storage/once.ts'
import type { Tables } from '../../../src/storage/tables.ts'

const openDb = (): Kysely<Tables> => {
  const database = new Database(':memory:')
  database.exec('create table settings (name text primary key, value text)')
  database.exec('create table counters (name text primary key, value integer)')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  onTestFinished(() => db.destroy())
  return db
}

test('what was put in by rows of any number comes back by lists of any length, each value in its place', async () => {
  const builds = { put: 0, get: 0 }
  const db = openDb()
  const put = once((on: Kysely<Tables>, rows: readonly Insertable<Tables['settings']>[]) => {
    builds.put += 1
    return on
      .insertInto('settings')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
  })
  const get = once((on: Kysely<Tables>, not: string, names: readonly string[]) => {
    builds.get += 1
    return on
      .selectFrom('settings')
      .selectAll()
      .where('name', 'in', names)
      .where('name', '<>', not)
      .orderBy('name')
  })
  const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(names, fc.string(), async (some, value) => {
      await db.deleteFrom('settings').execute()
      await put(
        db,
        some.map((name) => ({ name, value: name + value })),
      )
      const [not = ''] = some
      const found = await get(db, not, some)
      expect(new Map(found.map((row) => [row.name, row.value]))).toEqual(
        new Map(some.slice(1).map((name) => [name, name + value])),
      )
    }),
  )
  // One for each number of rows or names.
  expect(builds.put).toBeLessThanOrEqual(4)
  expect(builds.get).toBeLessThanOrEqual(4)
})

test('rows with other columns, or with the same in another order, are put in by their names', async () => {
  const db = openDb()
  const put = once((on: Kysely<Tables>, row: Insertable<Tables['counters']>) =>
    on.insertInto('counters').values(row),
  )
  await put(db, { name: 'one', value: 1 })
  await put(db, { value: 2, name: 'two' })
  expect(await db.selectFrom('counters').selectAll().orderBy('value').execute()).toEqual([
    { name: 'one', value: 1 },
    { name: 'two', value: 2 },
  ])
})

test('a statement that makes something else of what it is given, or leaves it out, is refused the first time', async () => {
  const db = openDb()
  const after = once((on: Kysely<Tables>, name: string) =>
    on.selectFrom('settings').selectAll().where('name', '=', `${name}!`),
  )
  const nothing = once((on: Kysely<Tables>, _name: string) => on.selectFrom('settings').selectAll())
  await expect(after(db, 'a')).rejects.toThrow('as it is')
  await expect(nothing(db, 'a')).rejects.toThrow('has no place')
})

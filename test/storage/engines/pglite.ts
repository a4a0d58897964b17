import { PGlite, types } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { PLUGINS, storeOnPostgres } from '../../../src/storage/postgres-engine.ts'
import { storable } from '../../../src/storage/storable.ts'
import type { Tables } from '../../../src/storage/tables.ts'
import { contentsOf, type TestEngine } from './engine.ts'

const start = async (): Promise<PGlite> =>
  PGlite.create({ parsers: { [types.INT8]: Number, [types.NUMERIC]: Number } })

/** One takes seconds to start: those whose test is over are emptied and used again. */
const spare: PGlite[] = []
const inUse = new Map<string, PGlite>()

const ensure = async (folder: string): Promise<PGlite> => {
  const pglite = inUse.get(folder) ?? spare.pop() ?? (await start())
  inUse.set(folder, pglite)
  return pglite
}

const kyselyOn = (pglite: PGlite): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: new PGliteDialect({
      pglite: {
        query: pglite.query.bind(pglite),
        transaction: pglite.transaction.bind(pglite),
        waitReady: pglite.waitReady,
        ready: true,
        closed: false,
        // Closed is the store; the record can be opened again.
        close: async () => undefined,
      },
    }),
    plugins: PLUGINS,
  })

/** PostgreSQL in the process, which nobody else can reach; no part of the app. */
export const engine: TestEngine = {
  name: 'pglite',
  takesPrograms: false,
  open: async (folder) => storeOnPostgres(kyselyOn(await ensure(folder)), 'pglite'),
  addressOf: async (folder) => folder,
  bare: async (folder) => kyselyOn(await ensure(folder)),
  byHand: async (folder, statements) => {
    const pglite = await ensure(folder)
    await pglite.exec(
      `set session_replication_role = replica; ${statements}; set session_replication_role = origin`,
    )
  },
  contents: async (folder) => {
    const pglite = await ensure(folder)
    return contentsOf(async (query) => (await pglite.query<Record<string, unknown>>(query)).rows)
  },
  kept: storable,
  remove: async (folder) => {
    const pglite = inUse.get(folder)
    if (!pglite) return
    inUse.delete(folder)
    await pglite.exec('drop schema public cascade; create schema public')
    spare.push(pglite)
  },
}

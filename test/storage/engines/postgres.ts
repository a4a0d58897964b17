import { Kysely, PostgresDialect } from 'kysely'
import { Client, Pool } from 'pg'
import { inject } from 'vitest'
import { openPostgresStore } from '../../../src/storage/open-postgres.ts'
import { storable } from '../../../src/storage/storable.ts'
import type { Tables } from '../../../src/storage/tables.ts'
import { contentsOf, type TestEngine } from './engine.ts'
import { databaseAt } from './postgres-server.ts'

const server = inject('postgres')

/** Making and dropping one takes longer than a test: those whose test is over are emptied and used again. */
const spare: string[] = []
const inUse = new Map<string, string>()

const withClient = async <T>(database: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: databaseAt(server, database) })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const made = async (): Promise<string> => {
  const name = `record_${String(process.pid)}_${String(inUse.size)}`
  await withClient('postgres', async (client) => client.query(`create database ${name}`))
  return name
}

const ensure = async (folder: string): Promise<string> => {
  const database = inUse.get(folder) ?? spare.pop() ?? (await made())
  inUse.set(folder, database)
  return database
}

const urlOf = async (folder: string): Promise<string> => databaseAt(server, await ensure(folder))

export const engine: TestEngine = {
  name: 'postgres',
  takesPrograms: true,
  open: async (folder) => openPostgresStore(await urlOf(folder)),
  addressOf: urlOf,
  bare: async (folder) => {
    const pool = new Pool({ connectionString: await urlOf(folder) })
    pool.on('error', () => undefined)
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  },
  byHand: async (folder, statements) =>
    withClient(await ensure(folder), async (client) => {
      await client.query(`set session_replication_role = replica; ${statements}`)
    }),
  contents: async (folder) =>
    withClient(await ensure(folder), async (client) =>
      contentsOf(async (query) => (await client.query<Record<string, unknown>>(query)).rows),
    ),
  kept: storable,
  remove: async (folder) => {
    const database = inUse.get(folder)
    if (database === undefined) return
    await withClient(database, async (client) =>
      client.query('drop schema public cascade; create schema public'),
    )
    inUse.delete(folder)
    spare.push(database)
  },
}

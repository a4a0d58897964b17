import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Driver,
  type PostgresDialectConfig,
  type TransactionSettings,
} from 'kysely'
import { Pool, types as kinds, type CustomTypesConfig } from 'pg'
import { failed, type Answer } from '../core/failure.ts'
import { PLUGINS, storeOnPostgres } from './postgres-engine.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'
import { recordFailure } from './trouble.ts'

/** Numbers come as numbers, as from every engine: counts (int8) and averages (numeric) would be text. */
const NUMBERS: ReadonlySet<number> = new Set([kinds.builtins.INT8, kinds.builtins.NUMERIC])
const types: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    NUMBERS.has(oid) ? Number : (kinds.getTypeParser(oid, format) as (text: string) => unknown),
}

/**
 * Settings of every connection: patient for as long as SQLite's busy_timeout, on the disk when it is answered whatever
 * the server's default is, and nobody waits for a counter that went away in the middle of a change.
 */
const SETTINGS = `
  select set_config('lock_timeout', '5s', false),
    set_config('idle_in_transaction_session_timeout', '30s', false),
    set_config('synchronous_commit',
      case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end,
      false)`

/** An answer that does not come is told after so long. Milliseconds. */
const LONGEST_CONNECT = 5000
const LONGEST_ANSWER = 60_000

/** Any number that other programs on the same database do not use; “bench”. */
const TURN = 0x62_65_6e_63

type Own = Parameters<PostgresDriver['rollbackTransaction']>[0]

/**
 * One change at a time, as in SQLite, where the first write of a transaction keeps all others waiting: what a query has
 * found (no device of this serial yet, the end of the history) still holds when the next one builds on it. The server
 * gives the turn on when the transaction ends, however it ends.
 */
class InTurns extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    await super.beginTransaction(connection, settings)
    if (settings.accessMode === 'read only') return
    try {
      await connection.executeQuery(CompiledQuery.raw('select pg_advisory_xact_lock($1)', [TURN]))
    } catch (error) {
      // kysely takes it for not begun, and would hand the connection to the next one inside it.
      await this.rollbackTransaction(connection as Own).catch(() => undefined)
      throw error
    }
  }
}

class TurnsDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }
  override createDriver(): Driver {
    return new InTurns(this.#config)
  }
}

/** What people are told of the place: never its password. */
const nameOf = (url: string): string => {
  if (!URL.canParse(url)) return 'PostgreSQL'
  const { hostname, pathname, searchParams } = new URL(url)
  return `${hostname === '' ? (searchParams.get('host') ?? 'PostgreSQL') : hostname}${pathname}`
}

/** Opens the record in a database of a PostgreSQL server, postgres://user@host/database, and brings it to this version. */
export const openPostgresStore = async (url: string): Promise<Answer<Store>> => {
  const name = nameOf(url)
  const pool = new Pool({
    connectionString: url,
    application_name: 'Benchside',
    max: 4,
    connectionTimeoutMillis: LONGEST_CONNECT,
    query_timeout: LONGEST_ANSWER,
    keepAlive: true,
    types,
  })
  // A connection that is lost is told by what was asked on it, and made anew by the next one; unheard, the event of it
  // would end the program.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const onCreateConnection = async (connection: DatabaseConnection): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(SETTINGS))
  }
  const db = new Kysely<Tables>({ dialect: new TurnsDialect({ pool, onCreateConnection }), plugins: PLUGINS })
  try {
    const opened = await storeOnPostgres(db, name)
    if (!opened.ok) await db.destroy()
    return opened
  } catch (error) {
    await db.destroy()
    const failure = recordFailure(error, name)
    if (failure) return { ok: false, failure }
    return failed('record.unusable', {
      file: name,
      why: error instanceof Error ? error.message : String(error),
    })
  }
}

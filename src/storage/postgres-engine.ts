import {
  OperationNodeTransformer,
  sql,
  type Kysely,
  type KyselyPlugin,
  type PrimitiveValueListNode,
  type ValueNode,
} from 'kysely'
import { done, failed, type Answer } from '../core/failure.ts'
import type { Engine } from './engine.ts'
import { migrate } from './migrate.ts'
import { sqlStore } from './sql-store.ts'
import { storable } from './storable.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

const fit = (value: unknown): unknown => (typeof value === 'string' ? storable(value) : value)

class Storable extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: fit(node.value) }
  }
  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(fit) }
  }
}
const storing = new Storable()

/** Whatever is written or looked for: one sign that PostgreSQL refuses would lose all that was typed around it. */
export const PLUGINS: KyselyPlugin[] = [
  {
    transformQuery: ({ node }) => storing.transformNode(node),
    transformResult: async ({ result }) => result,
  },
]

type Reference = {
  readonly child: string
  readonly own: string
  readonly parent: string
  readonly key: string
}

/** Every reference of the record's tables; all of ours are of one column. */
const references = async (db: Kysely<Tables>): Promise<readonly Reference[]> => {
  const found = await sql<Reference>`
    select child.relname as child, own.attname as own, parent.relname as parent, key.attname as key
    from pg_constraint
      join pg_class child on child.oid = conrelid
      join pg_class parent on parent.oid = confrelid
      join pg_attribute own on own.attrelid = conrelid and own.attnum = conkey[1]
      join pg_attribute key on key.attrelid = confrelid and key.attnum = confkey[1]
    where contype = 'f' and connamespace = current_schema()::regnamespace
    order by 1, 2`.execute(db)
  return found.rows
}

const POSTGRES: Engine = {
  // Its files are the server's, which has tools of its own to look at them (pg_amcheck, data checksums).
  faults: async (db, _, pace) => {
    const faults: string[] = []
    const all = await references(db)
    for (const [index, { child, own, parent, key }] of all.entries()) {
      pace(index, all.length)
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from ${sql.table(child)} as child
        where child.${sql.ref(own)} is not null and not exists
          (select 1 from ${sql.table(parent)} as parent where parent.${sql.ref(key)} = child.${sql.ref(own)})`.execute(
        db,
      )
      const count = Number(rows[0]?.count)
      if (count > 0) faults.push(`${child}: ${String(count)} rows without their ${parent}`)
    }
    return faults
  },
  // In dead rows until the server's vacuum has been there, and in its log for as long as the server keeps that.
  scrub: async () => true,
}

/** Brings the database to this version and answers the record in it; whoever connects closes what was refused. */
export const storeOnPostgres = async (db: Kysely<Tables>, name: string): Promise<Answer<Store>> => {
  const { rows } = await sql<{ encoding: string }>`
    select current_setting('server_encoding') as encoding`.execute(db)
  const encoding = rows[0]?.encoding ?? ''
  // Others refuse the names of half the world, or keep them as something else (SQL_ASCII).
  if (encoding !== 'UTF8')
    return failed('record.unusable', { file: name, why: `its database is in ${encoding}, not in UTF8` })
  const migrated = await migrate(db, name)
  return migrated.ok ? done(sqlStore(db, name, POSTGRES)) : migrated
}

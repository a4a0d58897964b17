import type { Kysely } from 'kysely'
import type { Pace } from './pace.ts'
import type { Tables } from './tables.ts'

/** The little that each engine does its own way; everything else is one set of queries. */
export type Engine = {
  /** What is wrong with what lies on the disk, or with rows that belong to others, in the engine's own words. */
  readonly faults: (db: Kysely<Tables>, tables: readonly string[], pace: Pace) => Promise<readonly string[]>
  /** Takes what was just erased out of the engine's own files too; whether some of it still stands there. */
  readonly scrub: (db: Kysely<Tables>) => Promise<boolean>
}

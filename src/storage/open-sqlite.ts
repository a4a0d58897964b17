import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { done, failed, type Answer } from '../core/failure.ts'
import { copyBeforeMigrating } from './copy-before-migrating.ts'
import type { BeforeMigrating } from './migrate.ts'
import { openFile, type OpenRecord } from './sqlite-file.ts'
import type { Store } from './store.ts'
import { recordFailure } from './trouble.ts'

export type { OpenRecord } from './sqlite-file.ts'

export const RECORD_FILE = 'benchside.db'

/**
 * Opens the record that is the file, and brings it to this version once a copy of it is put by; made if it is not
 * there. Null: it is a copy itself.
 */
export const openRecord = (
  file: string,
  beforeMigrating: BeforeMigrating | null = copyBeforeMigrating,
): Promise<Answer<OpenRecord>> => openFile(file, 'record', beforeMigrating)

/** The same for the record in `folder`, which is made if there is none. */
export const openSqliteStore = async (
  folder: string,
  beforeMigrating?: BeforeMigrating,
): Promise<Answer<Store>> => {
  const file = join(folder, RECORD_FILE)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const failure = recordFailure(error, file)
    if (failure) return { ok: false, failure }
    return failed('record.unusable', { file, why: error instanceof Error ? error.message : String(error) })
  }
  const opened = await openRecord(file, beforeMigrating)
  return opened.ok ? done(opened.value.store) : opened
}

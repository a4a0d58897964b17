import { existsSync } from 'node:fs'
import { done, failed, type Answer } from '../../core/failure.ts'
import { copyRecord, type Copied } from '../copy-record.ts'
import { openRecord } from '../open-sqlite.ts'
import type { Pace } from '../pace.ts'
import { restoreRecord } from '../restore-record.ts'
import { openFile } from '../sqlite-file.ts'
import type { RecordCheck } from '../store.ts'

/** Reads the whole of a record that is in use, or of a copy, and changes nothing. */
const check = async ({ file }: { readonly file: string }, pace: Pace): Promise<Answer<RecordCheck>> => {
  if (!existsSync(file)) return failed('record.missing', { file })
  const opened = await openFile(file, 'look')
  if (!opened.ok) return opened
  try {
    return await opened.value.store.check(pace)
  } finally {
    await opened.value.store.close()
  }
}

/** Brings a record to this version, once a copy of it as it was is put by. */
const upgrade = async ({ file }: { readonly file: string }): Promise<Answer<null>> => {
  const opened = await openRecord(file)
  if (!opened.ok) return opened
  await opened.value.store.close()
  return done(null)
}

type Copying = { readonly from: string; readonly to: string }
type Restoring = { readonly folder: string; readonly from: string; readonly at: string }

/** All that takes long, by name: each works on a connection of its own, and says how far it is. */
export const WORKS = {
  check,
  upgrade,
  copy: ({ from, to }: Copying, pace: Pace): Promise<Answer<Copied>> => copyRecord(from, to, pace),
  restore: ({ folder, from, at }: Restoring, pace: Pace) => restoreRecord(folder, from, new Date(at), pace),
} as const

export type Works = typeof WORKS

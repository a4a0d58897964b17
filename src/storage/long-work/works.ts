import { existsSync } from 'node:fs'
import { done, failed, type Answer } from '../../core/failure.ts'
import { copyRecord, type Copied } from '../copy-record.ts'
import { openRecord } from '../open-sqlite.ts'
import type { Pace } from '../pace.ts'
import { restoreRecord } from '../restore-record.ts'
import { openFile } from '../sqlite-file.ts'
import type { Report } from '../../core/reports/report.ts'
import type { RecordCheck, ReportQuery, Store } from '../store.ts'

/** Looks into a record that is in use, or into a copy, and changes nothing. */
const looking = async <T>(file: string, look: (store: Store) => Promise<Answer<T>>): Promise<Answer<T>> => {
  if (!existsSync(file)) return failed('record.missing', { file })
  const opened = await openFile(file, 'look')
  if (!opened.ok) return opened
  try {
    return await look(opened.value.store)
  } finally {
    await opened.value.store.close()
  }
}

const check = ({ file }: { readonly file: string }, pace: Pace): Promise<Answer<RecordCheck>> =>
  looking(file, (store) => store.check(pace))

type Reporting = ReportQuery & { readonly file: string }

const report = ({ file, ...query }: Reporting, pace: Pace): Promise<Answer<Report>> =>
  looking(file, (store) => store.report(query, pace))

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
  report,
  upgrade,
  copy: ({ from, to }: Copying, pace: Pace): Promise<Answer<Copied>> => copyRecord(from, to, pace),
  restore: ({ folder, from, at }: Restoring, pace: Pace) => restoreRecord(folder, from, new Date(at), pace),
} as const

export type Works = typeof WORKS

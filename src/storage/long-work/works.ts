import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { done, failed, type Answer } from '../../core/failure.ts'
import { listCopies, thinCopies } from '../copies.ts'
import { compareCopy } from '../compare-copy.ts'
import { copyDamaged, copyRecord, type Copied } from '../copy-record.ts'
import { cleanCopies } from '../erase-listed.ts'
import { openRecord } from '../open-sqlite.ts'
import type { Pace } from '../pace.ts'
import { exportRecord } from '../portable/export-record.ts'
import { importRecord } from '../portable/import-record.ts'
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
type Comparing = { readonly record: string; readonly copy: string }
type Cleaning = {
  readonly folders: readonly string[]
  readonly ids: readonly string[]
  readonly at: string
}
type Restoring = { readonly folder: string; readonly from: string; readonly at: string }

/** A copy of the day in a folder of copies, and those that have become too many taken away. */
const copyOfDay = async (
  { from, to, kept }: Copying & { readonly kept: number },
  pace: Pace,
): Promise<Answer<Copied>> => {
  const folder = dirname(to)
  // What is left of one that was cut short takes room that this one needs.
  thinCopies(folder, Number.MAX_SAFE_INTEGER)
  const copied = await copyRecord(from, to, pace)
  if (copied.ok) thinCopies(folder, kept)
  return copied
}

/** All that takes long, by name: each works on a connection of its own, and says how far it is. */
export const WORKS = {
  check,
  report,
  upgrade,
  copy: ({ from, to }: Copying, pace: Pace): Promise<Answer<Copied>> => copyRecord(from, to, pace),
  copyOfDay,
  copies: async ({ folders }: { readonly folders: readonly string[] }, pace: Pace) =>
    done(await listCopies(folders, pace)),
  compare: async ({ record, copy }: Comparing) => compareCopy(record, copy),
  copyDamaged: ({ from, to }: Copying) => copyDamaged(from, to),
  cleanCopies: async ({ folders, ids, at }: Cleaning, pace: Pace) =>
    done(await cleanCopies(folders, new Set(ids), at, pace)),
  exportAll: ({ from, to, at }: Copying & { readonly at: string }, pace: Pace) =>
    exportRecord(from, to, at, pace),
  importAll: (importing: Parameters<typeof importRecord>[0], pace: Pace) => importRecord(importing, pace),
  restore: ({ folder, from, at }: Restoring, pace: Pace) => restoreRecord(folder, from, new Date(at), pace),
} as const

export type Works = typeof WORKS

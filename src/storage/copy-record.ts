import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { failed, type Answer } from '../core/failure.ts'
import { BESIDE, putInPlace, removeRecord } from './disk.ts'
import { unhurried, type Pace } from './pace.ts'
import { openFile } from './sqlite-file.ts'
import type { RecordCheck } from './store.ts'
import { answering, Refused } from './trouble.ts'
import { dropUnsaved } from './unsaved-forms.ts'

export type Copied = { readonly file: string; readonly bytes: number; readonly check: RecordCheck }

/** Pages between two looks at whether to go on: a few milliseconds of copying. */
const PAGES_AT_ONCE = 500

export const isSound = ({ faults, brokenAt }: RecordCheck): boolean =>
  faults.length === 0 && brokenAt === null

/**
 * Copies the record page by page as it stands at this moment, whatever is written to it meanwhile: without the open
 * transaction every write of somebody else would make the copying begin anew (sqlite.org/backup.html).
 */
export const snapshot = async (from: string, to: string, pace: Pace): Promise<void> => {
  const source = await openFile(from, 'look')
  if (!source.ok) throw new Refused(source.failure)
  const { database, store } = source.value
  try {
    database.exec('begin')
    // An empty file is an empty database to SQLite; in the place of the record it would be the loss of all of it.
    if (database.prepare("select 1 from sqlite_master where name = 'tickets'").get() === undefined)
      throw new Refused(failed('backup.faulty', { file: from }).failure)
    closeSync(openSync(to, 'wx', 0o600))
    await database.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        pace(totalPages - remainingPages, totalPages)
        return PAGES_AT_ONCE
      },
    })
  } finally {
    await store.close()
  }
}

/** Opens a copy for itself and reads all of it; leaves one file behind, in the form that it was made in. */
export const checkCopy = async (file: string, pace: Pace): Promise<RecordCheck> => {
  const opened = await openFile(file, 'copy')
  if (!opened.ok) throw new Refused(opened.failure)
  try {
    const check = await opened.value.store.check(pace)
    if (!check.ok) throw new Refused(check.failure)
    return check.value
  } finally {
    await opened.value.store.close()
  }
}

/** The first half of the work is copying, the second reading. */
const half = (pace: Pace, which: 0 | 1): Pace => {
  return (done, of) => pace(of * which + done, of * 2)
}

/**
 * Copies the record that is `from` while it is in use, and does not call it a copy before it was opened, read and found
 * whole. A file that is there already is never written over.
 */
export const copyRecord = (from: string, file: string, pace: Pace = unhurried): Promise<Answer<Copied>> =>
  answering(file, async () => {
    if (!existsSync(from)) throw new Refused(failed('record.missing', { file: from }).failure)
    if (existsSync(file)) throw new Refused(failed('backup.exists', { file }).failure)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const part = `${file}.part`
    removeRecord(part)
    try {
      await snapshot(from, part, half(pace, 0))
      await dropUnsaved(part)
      const check = await checkCopy(part, half(pace, 1))
      if (!isSound(check)) throw new Refused(failed('record.changed', { file: from }).failure)
      putInPlace(part, file)
      return { file, bytes: statSync(file).size, check }
    } finally {
      removeRecord(part)
    }
  })

/**
 * Copies what is there of a record that is not whole, so that nothing more of it is lost: file by file, unread. Its name
 * has to say what it is.
 */
export const copyDamaged = (from: string, file: string): Promise<Answer<{ readonly bytes: number }>> =>
  answering(file, async () => {
    if (!existsSync(from)) throw new Refused(failed('record.missing', { file: from }).failure)
    if (existsSync(file)) throw new Refused(failed('backup.exists', { file }).failure)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    for (const end of BESIDE.toReversed())
      if (end !== '-shm' && existsSync(`${from}${end}`)) {
        closeSync(openSync(`${file}${end}`, 'wx', 0o600))
        copyFileSync(`${from}${end}`, `${file}${end}`)
      }
    return { bytes: statSync(file).size }
  })

import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { failed, type Answer } from '../core/failure.ts'
import { openRecord, openSqliteStore, RECORD_FILE, type OpenRecord } from './open-sqlite.ts'
import type { RecordCheck } from './store.ts'
import { answering, Refused } from './trouble.ts'

export type Copied = { readonly file: string; readonly bytes: number; readonly check: RecordCheck }

const BESIDE = ['', '-wal', '-shm', '-journal'] as const

const remove = (file: string): void => {
  for (const end of BESIDE) rmSync(`${file}${end}`, { force: true })
}

/** What a file holds and that it is there are two things to a disk; both have to last. */
const toDisk = (path: string): void => {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const putInPlace = (from: string, to: string): void => {
  toDisk(from)
  renameSync(from, to)
  // Windows opens no folders; NTFS keeps names in its own journal.
  if (process.platform !== 'win32') toDisk(dirname(to))
}

const isSound = ({ faults, brokenAt }: RecordCheck): boolean => faults.length === 0 && brokenAt === null

/** An empty file is an empty database to SQLite; in the place of the record it would be the loss of all of it. */
const isRecord = ({ database }: OpenRecord): boolean =>
  database.prepare("select 1 from sqlite_master where name = 'tickets'").get() !== undefined

/** Opens a copy as a record of its own, brings it to this version and reads all of it; leaves one file behind. */
const checkCopy = async (file: string): Promise<RecordCheck> => {
  const opened = await openRecord(file)
  if (!opened.ok) throw new Refused(opened.failure)
  const { store, database } = opened.value
  try {
    const check = await store.check()
    if (!check.ok) throw new Refused(check.failure)
    database.pragma('journal_mode = DELETE')
    return check.value
  } finally {
    await store.close()
  }
}

/**
 * Copies the record to `file` while it is in use, and does not call it a copy before it was opened, read and found
 * whole. A file that is there already is never written over.
 */
export const backupRecord = (
  { database }: Pick<OpenRecord, 'database'>,
  file: string,
): Promise<Answer<Copied>> =>
  answering(file, async () => {
    if (existsSync(file)) throw new Refused(failed('backup.exists', { file }).failure)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const part = `${file}.part`
    remove(part)
    try {
      closeSync(openSync(part, 'wx', 0o600))
      await database.backup(part)
      const check = await checkCopy(part)
      if (!isSound(check)) throw new Refused(failed('backup.faulty', { file }).failure)
      putInPlace(part, file)
      return { file, bytes: statSync(file).size, check }
    } finally {
      remove(part)
    }
  })

/** A write-ahead log beside the record is taken for its own by whatever is put there: it would be written into it. */
const besidesAside = (file: string, aside: string): void => {
  for (const end of BESIDE)
    if (end !== '' && existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`)
}

/** What is there gets a second name, so that at every moment there is a record, whatever is pulled out of the wall. */
const keepAside = (file: string, aside: string): void => {
  try {
    linkSync(file, aside)
  } catch {
    // A disk without second names (exFAT).
    renameSync(file, aside)
  }
}

const exchange = (part: string, file: string, aside: string): void => {
  besidesAside(file, aside)
  if (existsSync(file)) keepAside(file, aside)
  putInPlace(part, file)
}

/**
 * Nobody else may have the record open: they would go on writing into a file that is no longer the record. Nor may
 * anybody open it meanwhile: it is locked until the other stands in its place (Windows moves no file that is open).
 */
const putInPlaceOf = async (part: string, file: string, aside: string): Promise<void> => {
  const opened = existsSync(file) ? await openRecord(file) : null
  if (opened?.ok !== true) {
    const code = opened?.failure.code
    if (opened && (code === 'record.locked' || code === 'record.newer')) throw new Refused(opened.failure)
    // One that cannot be opened is kept as it is: somebody may still get something out of it.
    exchange(part, file, aside)
    return
  }
  const { database, store } = opened.value
  const locks = process.platform !== 'win32'
  try {
    if (database.pragma('journal_mode = DELETE', { simple: true }) !== 'delete')
      throw new Refused(failed('record.locked', { file, why: 'it is open elsewhere' }).failure)
    if (locks) {
      database.exec('begin exclusive')
      exchange(part, file, aside)
    }
  } finally {
    await store.close()
  }
  if (!locks) exchange(part, file, aside)
}

/**
 * Puts a copy in the place of the record in `folder`; what was there is kept beside it. The copy is checked first, and
 * one that is not whole, or of a newer Benchside, is refused with nothing changed.
 */
export const restoreRecord = (
  folder: string,
  from: string,
  now: Date,
): Promise<Answer<Copied & { readonly aside: string | null }>> => {
  const file = join(folder, RECORD_FILE)
  return answering(file, async () => {
    if (!existsSync(from)) throw new Refused(failed('backup.missing', { file: from }).failure)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const part = `${file}.restoring`
    remove(part)
    try {
      const source = await openRecord(from, { readonly: true })
      if (!source.ok) throw new Refused(source.failure)
      try {
        if (!isRecord(source.value)) throw new Refused(failed('backup.faulty', { file: from }).failure)
        closeSync(openSync(part, 'wx', 0o600))
        await source.value.database.backup(part)
      } finally {
        await source.value.store.close()
      }
      const check = await checkCopy(part)
      if (!isSound(check)) throw new Refused(failed('backup.faulty', { file: from }).failure)
      const wasThere = existsSync(file)
      const aside = join(folder, `benchside-before-restore-${now.toISOString().replaceAll(/[:.]/gu, '-')}.db`)
      await putInPlaceOf(part, file, aside)
      const reopened = await openSqliteStore(folder)
      if (!reopened.ok) throw new Refused(reopened.failure)
      await reopened.value.close()
      return { file, bytes: statSync(file).size, check, aside: wasThere ? aside : null }
    } finally {
      remove(part)
    }
  })
}

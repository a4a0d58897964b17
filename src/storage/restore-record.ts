import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { copyName } from '../core/copies/copy-name.ts'
import { failed, type Answer } from '../core/failure.ts'
import { checkCopy, isSound, snapshot, type Copied } from './copy-record.ts'
import { besidesAside, keepAside, putInPlace, removeRecord } from './disk.ts'
import { eraseListed } from './erase-listed.ts'
import { erasedBy } from './erase-note.ts'
import { erasedIn, listErased } from './erased-list.ts'
import { openRecord, RECORD_FILE } from './open-sqlite.ts'
import { unhurried, type Pace } from './pace.ts'
import { openFile, versionOf, type OpenRecord } from './sqlite-file.ts'
import { answering, recordFailure, Refused } from './trouble.ts'
import { dropUnsaved } from './unsaved-forms.ts'

const exchange = (part: string, file: string, aside: string): void => {
  besidesAside(file, aside)
  if (existsSync(file)) keepAside(file, aside)
  putInPlace(part, file)
}

/** A record so damaged that its version cannot be read is none that has to be kept in its place. */
const isNewer = ({ database }: OpenRecord, file: string): boolean => {
  try {
    return versionOf(database)?.isNewer === true
  } catch (error) {
    if (recordFailure(error, file)?.code === 'record.damaged') return false
    throw error
  }
}

/**
 * Nobody else may have the record open: they would go on writing into a file that is no longer the record. Nor may
 * anybody open it meanwhile: it is locked until the other stands in its place (Windows moves no file that is open).
 */
const putInPlaceOf = async (part: string, file: string, aside: string): Promise<void> => {
  const opened = existsSync(file) ? await openFile(file, 'copy') : null
  if (opened?.ok !== true) {
    if (opened?.failure.code === 'record.locked') throw new Refused(opened.failure)
    // One that cannot be opened is kept as it is: somebody may still get something out of it.
    exchange(part, file, aside)
    return
  }
  const { database, store } = opened.value
  const locks = process.platform !== 'win32'
  try {
    if (isNewer(opened.value, file)) throw new Refused(failed('record.newer', { file }).failure)
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

/** Who and what was forgotten is known beside the record, and in it, as far as it can be read. */
const erasedHere = async (folder: string, file: string): Promise<ReadonlySet<string>> => {
  const listed = erasedIn(folder)
  const opened = existsSync(file) ? await openFile(file, 'look') : null
  if (opened?.ok !== true) return listed
  // What is damaged of the one takes nothing of the other with it.
  const readable = (query: string, idsIn: (value: string) => readonly string[]): readonly string[] => {
    try {
      return opened.value.database.prepare<[], string>(query).pluck().all().flatMap(idsIn)
    } catch {
      return []
    }
  }
  try {
    const people = readable("select id from customers where name = '' and phone = ''", (id) => [id])
    const notes = readable("select details from events where code = 'note-erased'", erasedBy)
    return new Set([...listed, ...people, ...notes])
  } finally {
    await opened.value.store.close()
  }
}

/**
 * Puts a copy in the place of the record in `folder`; what was there is kept beside it. The copy is checked first, and
 * one that is not whole, or of a newer Benchside, is refused with nothing changed.
 */
export const restoreRecord = (
  folder: string,
  from: string,
  now: Date,
  pace: Pace = unhurried,
): Promise<Answer<Copied & { readonly aside: string | null }>> => {
  const file = join(folder, RECORD_FILE)
  return answering(file, async () => {
    if (!existsSync(from)) throw new Refused(failed('backup.missing', { file: from }).failure)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const part = `${file}.restoring`
    removeRecord(part)
    try {
      await snapshot(from, part, (done, of) => pace(done, of * 2))
      // An older version left it in its copies.
      await dropUnsaved(part)
      const erased = await erasedHere(folder, file)
      // Brings it to this version too. Nobody who was forgotten since comes back with it.
      await eraseListed(part, erased, now.toISOString())
      const check = await checkCopy(part, (done, of) => pace(of + done, of * 2))
      if (!isSound(check)) throw new Refused(failed('backup.faulty', { file: from }).failure)
      const listed = await listErased(folder, [...erased])
      if (!listed.ok) throw new Refused(listed.failure)
      const wasThere = existsSync(file)
      const aside = join(folder, copyName('restore', now.toISOString()))
      await putInPlaceOf(part, file, aside)
      const reopened = await openRecord(file, null)
      if (!reopened.ok) throw new Refused(reopened.failure)
      await reopened.value.store.close()
      return { file, bytes: statSync(file).size, check, aside: wasThere ? aside : null }
    } finally {
      removeRecord(part)
    }
  })
}

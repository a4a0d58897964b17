import { rmSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FailureCode } from '../core/failure.ts'
import { listCopies } from './copies.ts'
import { checkCopy, isSound, snapshot } from './copy-record.ts'
import { putInPlace, removeRecord } from './disk.ts'
import { openRecord } from './open-sqlite.ts'
import { unhurried, type Pace } from './pace.ts'
import { openFile, type OpenRecord } from './sqlite-file.ts'
import { recordFailure, Refused } from './trouble.ts'
import { dropUnsaved, holdsUnsaved } from './unsaved-forms.ts'

/** So many values in one question are taken by every engine. */
const AT_ONCE = 500

type Opened = Pick<OpenRecord, 'database'>

const amongThese = ({ database }: Opened, query: string, ids: readonly string[]): readonly string[] => {
  const held: string[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const marks = some.map(() => '?').join()
    held.push(
      ...database
        .prepare<string[], string>(`${query} (${marks})`)
        .pluck()
        .all(...some),
    )
  }
  return held
}

/** Which of these customers a file still knows by name or number. */
const heldBy = (opened: Opened, ids: readonly string[]): readonly string[] =>
  amongThese(opened, "select id from customers where (name <> '' or phone <> '') and id in", ids)

/** Which of these notes' words it still has; one of an older version has none. */
const wordsHeldBy = (opened: Opened, ids: readonly string[]): readonly string[] => {
  const tables = opened.database.prepare("select 1 from sqlite_master where name = 'event_words'").all()
  return tables.length === 0
    ? []
    : amongThese(opened, 'select event_id from event_words where event_id in', ids)
}

/** Forgets in a file that nobody has open the people and notes that were forgotten since it was made; how many there were. */
export const eraseListed = async (file: string, ids: ReadonlySet<string>, at: string): Promise<number> => {
  const opened = await openRecord(file, null)
  if (!opened.ok) throw new Refused(opened.failure)
  const { store } = opened.value
  try {
    const held = heldBy(opened.value, [...ids])
    for (const id of held) {
      // Gone already with another id of the same person.
      if (heldBy(opened.value, [id]).length === 0) continue
      const erased = await store.eraseCustomer(id, at, 'counter')
      if (!erased.ok) throw new Refused(erased.failure)
    }
    const words = wordsHeldBy(opened.value, [...ids])
    for (const id of words) {
      // Gone already with another id of the same note.
      if (wordsHeldBy(opened.value, [id]).length === 0) continue
      const erased = await store.eraseNote(id, at, 'counter')
      if (!erased.ok) throw new Refused(erased.failure)
    }
    return held.length + words.length
  } finally {
    await store.close()
  }
}

/** A copy of an older version may hold a note, or a customer, as they were typed before they had an id. */
const holds = async (
  file: string,
  ids: readonly string[],
): Promise<Record<'listed' | 'unsaved', boolean>> => {
  const opened = await openFile(file, 'look')
  if (!opened.ok) throw new Refused(opened.failure)
  try {
    return {
      listed: heldBy(opened.value, ids).length + wordsHeldBy(opened.value, ids).length > 0,
      unsaved: holdsUnsaved(opened.value),
    }
  } finally {
    await opened.value.store.close()
  }
}

/** Makes a copy anew without them: in a file of its own, checked, then in the old one's place. */
const cleanCopy = async (file: string, ids: ReadonlySet<string>, at: string): Promise<void> => {
  const part = `${file}.part`
  removeRecord(part)
  try {
    await snapshot(file, part, unhurried)
    await dropUnsaved(part)
    // Only then is it brought to this version.
    if ((await holds(part, [...ids])).listed) await eraseListed(part, ids, at)
    const check = await checkCopy(part, unhurried)
    if (!isSound(check)) throw new Error('a copy is not whole after something was erased in it')
    putInPlace(part, file)
  } finally {
    removeRecord(part)
  }
}

/** What of a restoring or a copying was cut short may hold anybody. */
const REST = /^benchside.*\.db\.(?:part|restoring)(?:-wal|-shm|-journal)?$/u

const removeRests = (folder: string): void => {
  try {
    for (const name of readdirSync(folder)) if (REST.test(name)) rmSync(join(folder, name), { force: true })
  } catch {
    // No such folder, no rests.
  }
}

export type CleanedCopies = {
  readonly cleaned: readonly string[]
  /** Those that may still hold them: read them by other means, or remove them. */
  readonly left: readonly { readonly file: string; readonly why: FailureCode }[]
}

/** Takes the erased out of every copy in these folders. */
export const cleanCopies = async (
  folders: readonly string[],
  ids: ReadonlySet<string>,
  at: string,
  pace: Pace = unhurried,
): Promise<CleanedCopies> => {
  for (const folder of folders) removeRests(folder)
  const cleaned: string[] = []
  const left: { file: string; why: FailureCode }[] = []
  const copies = await listCopies(folders)
  for (const [index, { file, tickets }] of copies.entries()) {
    pace(index, copies.length)
    try {
      if (tickets === null) left.push({ file, why: 'record.damaged' })
      else {
        const { listed, unsaved } = await holds(file, [...ids])
        if (!listed && !unsaved) continue
        await cleanCopy(file, ids, at)
        cleaned.push(file)
      }
    } catch (error) {
      left.push({ file, why: recordFailure(error, file)?.code ?? 'record.unusable' })
    }
  }
  return { cleaned, left }
}

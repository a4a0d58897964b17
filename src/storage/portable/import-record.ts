import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql, type Kysely, type Transaction } from 'kysely'
import { failed, type Answer } from '../../core/failure.ts'
import { note, type ImportNote } from '../../core/portable/import-note.ts'
import { kindOf, LINES } from '../../core/portable/lines.ts'
import { snapshot } from '../copy-record.ts'
import { removeRecord } from '../disk.ts'
import { erasedIn, listErased } from '../erased-list.ts'
import { MIGRATIONS } from '../migrations/index.ts'
import { openRecord } from '../open-sqlite.ts'
import { unhurried, type Pace } from '../pace.ts'
import { holdIndex } from '../search/index-ticket.ts'
import type { Store } from '../store.ts'
import type { Tables } from '../tables.ts'
import { answering, Refused } from '../trouble.ts'
import { piecesOf, type FileMarks } from './file-pieces.ts'
import { importLine } from './import-line.ts'
import type { Landed } from './landing.ts'
import { linesOf } from './read-lines.ts'

type Told = ImportNote & { readonly line: number; readonly how: Landed['how'] }

export type ImportReport = {
  readonly file: string
  readonly dryRun: boolean
  readonly counts: Readonly<Record<Landed['how'], number>>
  /** What is worth knowing of single lines, the first so many. */
  readonly notes: readonly Told[]
  /** The file came to its end: nothing was cut off. */
  readonly isWhole: boolean
  /** What was read: whoever imports after a trial imports that, or nothing. */
  readonly marks: FileMarks
}

const MOST_NOTES = 500
/** Milliseconds in one transaction, and between two: others write to the same record meanwhile. */
const WORKING = 10
const RESTING = 4

type Line = { readonly number: number; readonly value: unknown }

/** A line as it stands in the list, without what holds the list together. */
const valueOf = (text: string): unknown => {
  const inner = text
    .trim()
    .replace(/^\[/u, '')
    .replace(/[,\]]$/u, '')
  try {
    return JSON.parse(inner)
  } catch {
    return undefined
  }
}

const refuse = (file: string, why: string): never => {
  throw new Refused(failed('import.unusable', { file, why }).failure)
}

const checkStart = (file: string, value: unknown): void => {
  const start = LINES.start.safeParse(value)
  if (!start.success) return refuse(file, 'start')
  const known = new Set(MIGRATIONS.map(({ name }) => name))
  if (start.data.migrations.some((name) => !known.has(name)))
    throw new Refused(failed('import.newer', { file }).failure)
}

/** What a file says goes wrong in one line takes nothing of the others with it. */
const alone = async (db: Transaction<Tables>, work: () => Promise<Landed>): Promise<Landed> => {
  await sql`savepoint line`.execute(db)
  try {
    const landed = await work()
    await sql`release savepoint line`.execute(db)
    return landed
  } catch (error) {
    const isRow =
      error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
    if (!isRow) throw error
    await sql`rollback to savepoint line`.execute(db)
    return { how: 'faulty', note: note('no-fit') }
  }
}

const erasedHere = async (db: Kysely<Tables>, folder: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('customers')
    .select('id')
    .where('name', '=', '')
    .where('phone', '=', '')
    .execute()
  return new Set([...erasedIn(folder), ...rows.map(({ id }) => id)])
}

type Importing = {
  readonly record: string
  readonly file: string
  readonly dryRun: boolean
  readonly at: string
  /** The marks of a trial's file. Another one is refused before anything of it is brought in. */
  readonly tried?: FileMarks
}

type Into = { readonly db: Kysely<Tables>; readonly store: Store; readonly folder: string }

const importInto = async (
  { db, store, folder }: Into,
  { file, at, tried, dryRun }: Importing,
  step: (read: number) => void,
): Promise<Omit<ImportReport, 'file' | 'dryRun'>> => {
  const counts = { added: 0, changed: 0, same: 0, kept: 0, faulty: 0 }
  const notes: Told[] = []
  const erased = await erasedHere(db, folder)
  const touched = new Set<string>()
  const notesTouched = new Set<string>()
  const notesErased = new Set<string>()
  const landing = {
    at,
    isErased: (id: string): boolean => {
      if (erased.has(id)) touched.add(id)
      return erased.has(id)
    },
    isErasedNote: (id: string): boolean => {
      if (erased.has(id)) notesTouched.add(id)
      return erased.has(id)
    },
    notesWereErased: (ids: readonly string[]): void => {
      for (const id of ids) notesErased.add(id)
    },
  }
  let isWhole = false
  const land = async (transaction: Transaction<Tables>, { number, value }: Line): Promise<void> => {
    const kind = kindOf(value)
    if (kind === 'end') isWhole = true
    if (kind === 'end' || (kind === 'start' && number === 1)) return
    const landed: Landed =
      kind === null || kind === 'start'
        ? { how: 'faulty', note: note('no-line') }
        : await alone(transaction, () => importLine(transaction, kind, value, landing))
    counts[landed.how] += 1
    if (landed.note && notes.length < MOST_NOTES)
      notes.push({ line: number, how: landed.how, ...landed.note })
  }
  const marks: string[] = []
  const lines = linesOf(piecesOf(file, marks, tried ?? null))
  let next = lines.next()
  if (next.done === true) refuse(file, 'empty')
  else checkStart(file, valueOf(next.value.text ?? ''))
  const piece = (): Promise<void> =>
    db.transaction().execute(async (transaction) => {
      // A write first: from here on nobody else writes until this piece is done.
      await holdIndex(transaction)
      const began = performance.now()
      while (next.done !== true && performance.now() - began < WORKING) {
        const { number, text, read } = next.value
        step(read)
        if (text === null) await land(transaction, { number, value: undefined })
        else if (text.trim() !== '') await land(transaction, { number, value: valueOf(text) })
        next = lines.next()
      }
    })
  try {
    while (next.done !== true) {
      await piece()
      await setTimeout(RESTING)
    }
  } finally {
    // Also where it is stopped in the middle. Whom they turned out to be is not in the file: then they are themselves.
    await db
      .updateTable('customers')
      .set({ merged_into: null })
      .where('merged_into', 'not in', (build) => build.selectFrom('customers as known').select('known.id'))
      .execute()
    // Their phones too are nobody's again.
    for (const id of touched) await store.eraseCustomer(id, at, 'counter')
    if (!dryRun) await listErased(folder, [...notesErased])
    // The history says that these are gone, and none of them stands in the log.
    for (const id of [...notesTouched, ...notesErased]) await store.eraseNote(id, at, 'counter')
  }
  return { counts, notes, isWhole, marks }
}

/** How much there is to read; a file that cannot be read is refused before anything else. */
const sizeOf = (file: string): number => {
  try {
    const stats = statSync(file)
    return stats.isFile() ? stats.size : refuse(file, 'folder')
  } catch (error) {
    if (error instanceof Refused) throw error
    return refuse(file, error instanceof Error ? error.message : String(error))
  }
}

/** All of it is read before the first line is taken; what changes after that is refused where it is met. */
const checkTried = (file: string, tried: FileMarks, pace: Pace): void => {
  const seen: string[] = []
  for (const _ of piecesOf(file, seen, tried)) pace(0, tried.length)
}

/**
 * Brings an exported record into the one that is `record`: what is there already stays, what is newer here stays and is
 * told. A dry run does the same to a copy that is thrown away.
 */
export const importRecord = (importing: Importing, pace: Pace = unhurried): Promise<Answer<ImportReport>> => {
  const { record, file, dryRun, tried } = importing
  return answering(record, async () => {
    const size = sizeOf(file)
    if (!existsSync(record)) throw new Refused(failed('record.missing', { file: record }).failure)
    if (tried) checkTried(file, tried, pace)
    const target = dryRun ? `${record}.trial` : record
    try {
      if (dryRun) {
        removeRecord(target)
        await snapshot(record, target, unhurried)
      }
      const opened = await openRecord(target, dryRun ? null : undefined)
      if (!opened.ok) throw new Refused(opened.failure)
      try {
        const { db, store } = opened.value
        const report = await importInto({ db, store, folder: dirname(record) }, importing, (read) =>
          pace(Math.min(read, size), size),
        )
        return { file, dryRun, ...report }
      } finally {
        await opened.value.store.close()
      }
    } finally {
      if (dryRun) removeRecord(target)
    }
  })
}

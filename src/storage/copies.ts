import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { copyKind, copyTime, type CopyKind } from '../core/copies/copy-name.ts'
import { copiesToThin } from '../core/copies/schedule.ts'
import type { Answer } from '../core/failure.ts'
import { removeRecord } from './disk.ts'
import { unhurried, type Pace } from './pace.ts'
import { openFile, versionOf, type OpenRecord } from './sqlite-file.ts'
import { answering } from './trouble.ts'

/** What is known of a copy by looking into it; its numbers are null where it cannot be opened. */
export type CopyFacts = {
  readonly file: string
  readonly name: string
  readonly kind: CopyKind
  /** ISO, UTC. */
  readonly at: string
  readonly bytes: number
  readonly tickets: number | null
  readonly version: 'this' | 'older' | 'newer' | null
}

/** A name that a copy may have; the record itself and what is half done are none. */
const COPY = /^(?!benchside\.db$).*\.db$/u
/** What is left of a copy that was cut short. */
const REST = /^benchside-.*\.db\.part(?:-wal|-shm|-journal)?$/u

const numbersIn = ({ database }: OpenRecord): Pick<CopyFacts, 'tickets' | 'version'> => {
  const version = versionOf(database)
  const tickets = database.prepare<[], number>('select count(*) from tickets').pluck().get() ?? null
  if (version === null) return { tickets, version: null }
  return { tickets, version: version.isNewer ? 'newer' : version.isThis ? 'this' : 'older' }
}

const UNREADABLE = { tickets: null, version: null } as const

const lookInto = async (file: string): Promise<Pick<CopyFacts, 'tickets' | 'version'>> => {
  const opened = await openFile(file, 'look')
  if (!opened.ok) return UNREADABLE
  try {
    return numbersIn(opened.value)
  } catch {
    return UNREADABLE
  } finally {
    await opened.value.store.close()
  }
}

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    // A folder that is not there, or not any more, holds no copies.
    return []
  }
}

/** The copies in these folders, the newest first. */
export const listCopies = async (
  folders: readonly string[],
  pace: Pace = unhurried,
): Promise<readonly CopyFacts[]> => {
  const files = [...new Set(folders)].flatMap((folder) =>
    namesIn(folder)
      .filter((name) => COPY.test(name))
      .map((name) => ({ name, file: join(folder, name) })),
  )
  const found: CopyFacts[] = []
  for (const [index, { name, file }] of files.entries()) {
    pace(index, files.length)
    if (!existsSync(file)) continue
    const { size, mtime } = statSync(file)
    const kind = copyKind(name)
    const numbers = kind === 'damaged' ? UNREADABLE : await lookInto(file)
    found.push({ file, name, kind, at: copyTime(name) ?? mtime.toISOString(), bytes: size, ...numbers })
  }
  return found.toSorted((one, other) => (one.at < other.at ? 1 : -1))
}

/** Takes away the copies of each day that have become too many, and what is left of some that were cut short. */
export const thinCopies = (folder: string, kept: number): readonly string[] => {
  const names = namesIn(folder)
  for (const name of names) if (REST.test(name)) rmSync(join(folder, name), { force: true })
  const days = names
    .filter((name) => copyKind(name) === 'day')
    .map((name) => ({ name, at: copyTime(name) ?? '' }))
  const gone = copiesToThin(days, kept).map(({ name }) => join(folder, name))
  for (const file of gone) removeRecord(file)
  return gone
}

/** Takes a copy away, and all that lies beside it. */
export const removeCopy = (file: string): Promise<Answer<null>> =>
  answering(file, async () => {
    removeRecord(file)
    return null
  })

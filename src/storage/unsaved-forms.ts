import { NEW_TICKET, TYPING } from '../core/typing.ts'
import { openFile, type OpenRecord } from './sqlite-file.ts'
import { Refused } from './trouble.ts'

/** Forms about customers, their phones and tickets. */
const FORMS = [TYPING, NEW_TICKET] as const

/** Whether a file holds what was typed into them and not saved. */
export const holdsUnsaved = ({ database }: Pick<OpenRecord, 'database'>): boolean =>
  database.prepare("select 1 from sqlite_master where name = 'drafts'").get() !== undefined &&
  database.prepare<string[]>('select 1 from drafts where name in (?, ?)').get(...FORMS) !== undefined

/**
 * Takes what was typed and not saved out of a copy that is being made. Nobody could find it there later: customers and
 * notes are erased by ids, which they get when they are saved.
 */
export const dropUnsaved = async (file: string): Promise<void> => {
  const opened = await openFile(file, 'copy')
  if (!opened.ok) throw new Refused(opened.failure)
  const { database, store } = opened.value
  try {
    if (holdsUnsaved(opened.value))
      database.prepare<string[]>('delete from drafts where name in (?, ?)').run(...FORMS)
  } finally {
    await store.close()
  }
}

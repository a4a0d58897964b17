import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { failed, type Answer } from '../../core/failure.ts'
import type { Pace } from '../pace.ts'
import { openFile } from '../sqlite-file.ts'
import { answering, Refused } from '../trouble.ts'
import { exportCsv, SHEETS, type Sheet } from './export-csv.ts'
import { exportJson, type ExportCounts } from './export-json.ts'
import { writeTextFile } from './text-file.ts'

export const JSON_FILE = 'record.json'

export type Exported = ExportCounts & { readonly folder: string; readonly files: readonly string[] }

const sheetNames = Object.keys(SHEETS) as Sheet[]
const NAMES = [JSON_FILE, ...sheetNames.map((sheet) => `${sheet}.csv`)]

/**
 * Writes the record that is `from` into a folder, as it stands at this moment: complete as JSON, to be imported, and as a
 * CSV file a subject, to be read. Nothing is written over.
 */
export const exportRecord = (
  from: string,
  folder: string,
  at: string,
  pace: Pace,
): Promise<Answer<Exported>> =>
  answering(folder, async () => {
    if (!existsSync(from)) throw new Refused(failed('record.missing', { file: from }).failure)
    const taken = NAMES.map((name) => join(folder, name)).find((file) => existsSync(file))
    if (taken !== undefined) throw new Refused(failed('backup.exists', { file: taken }).failure)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const opened = await openFile(from, 'look')
    if (!opened.ok) throw new Refused(opened.failure)
    const files = NAMES.map((name) => writeTextFile(join(folder, name)))
    const [json, ...others] = files
    try {
      const counts = await opened.value.db.transaction().execute(async (db) => {
        const total = await db
          .selectFrom('tickets')
          .select((build) => build.fn.countAll<number | string>().as('count'))
          .executeTakeFirstOrThrow()
        // Every subject is gone through twice; how many there are besides tickets is about the same number each.
        const all = Math.max(1, Number(total.count) * 8)
        let done = 0
        const step = (count: number): void => {
          done += count
          pace(Math.min(done, all), all)
        }
        step(0)
        if (!json) throw new Error('no file to export to')
        const sheets = Object.fromEntries(sheetNames.map((sheet, index) => [sheet, others[index]]))
        await exportCsv(db, sheets as Parameters<typeof exportCsv>[1], step)
        return exportJson(db, json, at, step)
      })
      for (const file of files) file.done()
      return { ...counts, folder, files: NAMES }
    } finally {
      for (const file of files) file.close()
      await opened.value.store.close()
    }
  })

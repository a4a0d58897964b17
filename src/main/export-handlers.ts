import { join } from 'node:path'
import type { CommandHandlers } from '../contract/commands.ts'
import type { ImportView } from '../contract/safety-views.ts'
import { inFileName } from '../core/copies/copy-name.ts'
import { done, failed } from '../core/failure.ts'
import type { Say } from '../core/words/index.ts'
import type { FileMarks } from '../storage/portable/file-pieces.ts'
import type { ImportReport } from '../storage/portable/import-record.ts'
import { askWhichFolder, askWhichToOpen } from './ask-for-file.ts'
import type { RecordCare } from './look-after-record.ts'

type ExportCommand = 'record.export' | 'record.importTrial' | 'record.import'

/** The record out of the house, and into it: which files is chosen by the person alone. */
export const exportHandlers = (
  care: RecordCare,
  say: Say,
  imported: () => Promise<unknown>,
): Pick<CommandHandlers, ExportCommand> => {
  let tried: { readonly file: string; readonly marks: FileMarks } | null = null
  const now = () => ({ record: care.record, at: new Date().toISOString() })
  const shown = ({ marks: _, ...report }: ImportReport): ImportView => report
  return {
    'record.export': async () => {
      const chosen = await askWhichFolder(say('export.choose-folder'), care.copies.view().folder)
      if (chosen === null) return done(null)
      const at = new Date().toISOString()
      const to = join(chosen, `benchside-export-${inFileName(at)}`)
      const exported = await care.works.run('exportAll', { from: care.record, to, at })
      return exported.ok ? done({ folder: to, tickets: exported.value.tickets }) : exported
    },
    'record.importTrial': async () => {
      const file = await askWhichToOpen({
        title: say('import.choose'),
        filters: [{ name: say('import.kind'), extensions: ['json'] }],
      })
      if (file === null) return done(null)
      const trial = await care.works.run('importAll', { ...now(), file, dryRun: true })
      tried = trial.ok ? { file, marks: trial.value.marks } : null
      return trial.ok ? done(shown(trial.value)) : trial
    },
    'record.import': async () => {
      if (tried === null) return failed('backup.missing', { file: '' })
      const { file, marks } = tried
      const brought = await care.works.run('importAll', { ...now(), file, dryRun: false, tried: marks })
      if (brought.ok) tried = null
      // Also where it was stopped in the middle: what came until then is there.
      await imported()
      return brought.ok ? done(shown(brought.value)) : brought
    },
  }
}

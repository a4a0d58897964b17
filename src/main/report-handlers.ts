import { basename } from 'node:path'
import type { CommandHandlers } from '../contract/commands.ts'
import type { ReportRange, ReportView } from '../contract/report-view.ts'
import { done, failed, type Answer } from '../core/failure.ts'
import { titleIn } from '../core/knowledge/title-in.ts'
import { csvOf } from '../core/reports/csv.ts'
import { saveWhole } from '../device/whole-file.ts'
import type { Report } from '../core/reports/report.ts'
import type { ReportQuery } from '../storage/store.ts'
import { reportRows } from '../usecases/report-rows.ts'
import type { Speech } from '../usecases/ticket-view.ts'
import { askWhereToSave } from './ask-for-file.ts'

/** Counts a report beside everything else; says how far it is, and stops when it is told to. */
export type CountReport = (query: ReportQuery, signal: AbortSignal) => Promise<Answer<Report>>

type Parts = { readonly countReport: CountReport; readonly speech: Speech }
type ReportHandlers = Pick<CommandHandlers, 'report.get' | 'report.stop' | 'report.csv'>

/** Reports: one is counted at a time, since whoever asks for another no longer wants the one before. */
export const reportHandlers = ({ countReport, speech }: Parts): ReportHandlers => {
  const { say } = speech
  let counting = new AbortController()
  const count = async (range: ReportRange): Promise<Answer<ReportView>> => {
    counting.abort()
    counting = new AbortController()
    const counted = await countReport({ ...range, now: new Date().toISOString() }, counting.signal)
    return counted.ok ? done({ ...counted.value, ...range }) : counted
  }
  return {
    'report.get': count,
    'report.stop': async () => {
      counting.abort()
      return done(null)
    },
    'report.csv': async (range) => {
      const report = await count(range)
      if (!report.ok) return report
      const day = new Date().toISOString().slice(0, 10)
      const file = await askWhereToSave({
        title: say('report.csv'),
        defaultPath: say('report.csv-name', { day }),
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      })
      if (file === null) return done(null)
      const why = await saveWhole(
        file,
        csvOf(reportRows(report.value, (id) => titleIn(speech.knowledge, speech.language, id), say)),
      )
      const name = basename(file)
      return why === null ? done({ name }) : failed('report.unsaved', { file: name, why })
    },
  }
}

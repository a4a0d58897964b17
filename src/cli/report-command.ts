import { join, resolve } from 'node:path'
import type { ReportView } from '../contract/report-view.ts'
import { done, failed, type Answer } from '../core/failure.ts'
import { titleIn } from '../core/knowledge/title-in.ts'
import { csvOf } from '../core/reports/csv.ts'
import type { FixRow, ReportShare } from '../core/reports/report.ts'
import type { Say } from '../core/words/index.ts'
import { saveWhole } from '../device/whole-file.ts'
import { RECORD_FILE } from '../storage/open-sqlite.ts'
import { reportRows } from '../usecases/report-rows.ts'
import { work } from './data-commands.ts'
import { knowledgeHere } from './knowledge-here.ts'
import type { Printed } from './phone-commands.ts'
import { dataFolderOf } from './record.ts'
import type { Line } from './words.ts'

/** Midnight here at the beginning of a day such as 2026-11-23, or so many days later; null where none is named. */
const dayIn = (line: Line, name: 'from' | 'to', later = 0): Answer<string | null> => {
  const text = line.values[name]
  if (text === undefined) return done(null)
  const at = new Date(`${text}T00:00:00`)
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || Number.isNaN(at.getTime()))
    return failed('input.invalid', { field: `--${name}`, why: 'it has to be a day such as 2026-11-23' })
  at.setDate(at.getDate() + later)
  return done(at.toISOString())
}

const percent = (share: number): string => `${String(Math.round(share * 100)).padStart(3)} %`

const sayShare = ({ hits, cases, value, low, high }: ReportShare, of: string): string =>
  `${percent(value)}  ${percent(low)} to ${percent(high)}  ${`${String(hits)} of ${String(cases)}`.padStart(12)}  ${of}`

const sayRow =
  (titleOf: (id: string) => string) =>
  ({ fix, worked }: FixRow): string =>
    sayShare(worked, titleOf(fix))

/** What was closed in a time, its last day with it, and how the steps went; all of it with --json or as a table. */
export const reportCommand = async (line: Line, say: Say): Promise<Answer<Printed>> => {
  const from = dayIn(line, 'from')
  if (!from.ok) return from
  const to = dayIn(line, 'to', 1)
  if (!to.ok) return to
  const range = { from: from.value, to: to.value }
  const file = join(dataFolderOf(line), RECORD_FILE)
  const counted = await work('report', { ...range, now: new Date().toISOString(), file })
  if (!counted.ok) return counted
  const known = await knowledgeHere(line, say)
  if (!known.ok) return known
  const titleOf = (id: string): string => titleIn(known.value, 'en', id)
  const report: ReportView = { ...counted.value, ...range }
  const { csv } = line.values
  if (csv !== undefined) {
    const place = resolve(csv)
    const why = await saveWhole(place, csvOf(reportRows(report, titleOf, say)))
    if (why !== null) return failed('report.unsaved', { file: place, why })
  }
  return done({
    json: report,
    text: [
      say('report.closed', { closed: report.closed, fixed: report.results.fixed }),
      '',
      say('report.by.all'),
      ...report.fixes.all.map(sayRow(titleOf)),
      '',
      say('report.returns'),
      ...report.returns.map(sayRow(titleOf)),
      '',
      say('report.back'),
      ...report.backAfter.map(({ days, tickets }) => {
        const words =
          days === null
            ? say('report.later')
            : say('report.up-to', { time: say('report.days', { count: days }) })
        return `${String(tickets).padStart(7)}  ${words}`
      }),
      '',
      say('report.warranty'),
      ...report.warranty.map(({ days, back }) =>
        sayShare(back, days === null ? say('report.warranty-all') : say('report.warranty-of', { days })),
      ),
      ...(csv === undefined ? [] : ['', say('report.saved', { name: resolve(csv) })]),
    ].join('\n'),
  })
}

import type { ReportView } from '../contract/report-view.ts'
import type { CsvRow } from '../core/reports/csv.ts'
import { CLOSE_RESULTS } from '../core/ticket.ts'
import { DIMENSIONS, type FixRow, type ReportShare } from '../core/reports/report.ts'
import type { Say } from '../core/words/index.ts'

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** The report as rows for a spreadsheet: each table with a heading of its own, an empty row between two. */
export const reportRows = (
  { from, to, months, fixes, returns, backAfter, warranty, times, open }: ReportView,
  titleOf: (id: string) => string,
  say: Say,
): readonly CsvRow[] => {
  const numbers = ({ hits, cases, value, low, high }: ReportShare): CsvRow =>
    [hits, cases, value, low, high].map(rounded)
  const shares = (rows: readonly FixRow[]): readonly CsvRow[] =>
    rows.map(({ fix, of, worked }) => [titleOf(fix), of === null ? null : titleOf(of), ...numbers(worked)])
  const shareHead = (of: string, hits: string, first = say('report.column.fix')): CsvRow => [
    first,
    of,
    hits,
    say('report.column.cases'),
    say('report.column.share'),
    say('report.column.low'),
    say('report.column.high'),
  ]
  return [
    [say('report.range'), from, to],
    [],
    [say('report.months')],
    [say('report.column.month'), ...CLOSE_RESULTS.map((result) => say(`report.result.${result}`))],
    ...months.map(({ month, results }): CsvRow => [month, ...CLOSE_RESULTS.map((result) => results[result])]),
    ...DIMENSIONS.flatMap((dimension): readonly CsvRow[] => [
      [],
      [say(`report.by.${dimension}`)],
      shareHead(say(`report.of.${dimension}`), say('report.column.worked')),
      ...shares(fixes[dimension]),
    ]),
    [],
    [say('report.returns')],
    shareHead('', say('report.column.returned')),
    ...shares(returns),
    [],
    [say('report.back')],
    [say('report.column.back'), say('report.column.tickets')],
    ...backAfter.map(({ days, tickets }): CsvRow => [days ?? say('report.later'), tickets]),
    [],
    [say('report.warranty')],
    shareHead('', say('report.column.returned'), say('report.column.warranty')),
    ...warranty.map(({ days, back }): CsvRow => [
      days === null ? say('report.warranty-all') : say('report.warranty-of', { days }),
      null,
      ...numbers(back),
    ]),
    [],
    [say('report.times')],
    [say('report.column.hours'), say('report.column.tickets')],
    ...times.map(({ hours, tickets }): CsvRow => [hours ?? say('report.longer'), tickets]),
    [],
    [say('report.open')],
    [say('report.column.state'), say('report.column.tickets')],
    ...open.map(({ state, tickets }): CsvRow => [say(`screen.state.${state}`), tickets]),
  ]
}

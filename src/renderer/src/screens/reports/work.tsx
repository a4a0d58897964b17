import type { ReactNode } from 'react'
import type { ReportView } from '../../../../contract/report-view.ts'
import { CLOSE_RESULTS } from '../../../../core/ticket.ts'
import { shortMonth } from '../../format.ts'
import { Bar } from '../../parts/bar.tsx'
import { ColumnChart, FillMark } from '../../parts/charts/column-chart.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { say } from '../../words.ts'
import table from './report-table.module.css'
import css from './reports.module.css'
import { shortSpan, spanWords } from './span-words.ts'

const Months = ({ months }: Pick<ReportView, 'months'>): ReactNode => (
  <section className={css['beside']} aria-label={say('report.months')}>
    <ColumnChart
      name={say('report.months-picture')}
      columns={months.map(({ month, results }) => ({
        name: shortMonth(month),
        parts: CLOSE_RESULTS.map((result) => results[result]),
      }))}
    />
    <div>
      <table className={table['table']}>
        <caption className={table['caption']}>{say('report.months')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('report.column.month')}</th>
            {CLOSE_RESULTS.map((result, part) => (
              <th key={result} scope="col" className={table['number']}>
                <FillMark part={part} /> {say(`report.result.${result}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map(({ month, results }) => (
            <tr key={month}>
              <th scope="row">{shortMonth(month)}</th>
              {CLOSE_RESULTS.map((result) => (
                <td key={result} className={table['number']}>
                  {results[result]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css['small']}>{say('report.months-note')}</p>
    </div>
  </section>
)

const tookWords = (hours: number | null): string =>
  hours === null ? say('report.longer') : say('report.up-to', { time: spanWords(hours) })

const Times = ({ times, middle }: Pick<ReportView, 'times' | 'middle'>): ReactNode => (
  <section className={css['beside']} aria-label={say('report.times')}>
    <ColumnChart
      name={say('report.times-picture')}
      columns={times.map(({ hours, tickets }) => ({
        name: hours === null ? say('report.longer') : `≤ ${shortSpan(hours)}`,
        parts: [tickets],
      }))}
    />
    <div>
      <table className={table['table']}>
        <caption className={table['caption']}>{say('report.times')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('report.column.took')}</th>
            <th scope="col" className={table['number']}>
              {say('report.column.tickets')}
            </th>
          </tr>
        </thead>
        <tbody>
          {times.map(({ hours, tickets }) => (
            <tr key={hours}>
              <th scope="row">{tookWords(hours)}</th>
              <td className={table['number']}>{tickets}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {middle && (
        <p className={css['small']}>
          {say('report.middle', { half: spanWords(middle.half), nineOfTen: spanWords(middle.nineOfTen) })}
        </p>
      )}
    </div>
  </section>
)

const AGES = [0, 1, 2, 3, 4] as const

const Open = ({ open }: Pick<ReportView, 'open'>): ReactNode => {
  const most = Math.max(1, ...open.map(({ tickets }) => tickets))
  if (open.every(({ tickets }) => tickets === 0))
    return <p className={css['notes']}>{say('report.none-open')}</p>
  return (
    <table className={table['table']}>
      <caption className={table['caption']}>{say('report.open')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('report.column.state')}</th>
          <th scope="col" className={table['drawn']}>
            {say('report.drawn')}
          </th>
          <th scope="col" className={table['number']}>
            {say('report.column.tickets')}
          </th>
          {AGES.map((age) => (
            <th key={age} scope="col" className={table['number']}>
              {say(`report.age.${age}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {open.map(({ state, tickets, ages }) => (
          <tr key={state}>
            <th scope="row">{say(`screen.state.${state}`)}</th>
            <td className={table['drawn']}>{tickets > 0 && <Bar share={tickets / most} />}</td>
            <td className={table['number']}>{tickets}</td>
            {AGES.map((age) => (
              <td key={age} className={table['number']}>
                {ages[age] ?? 0}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What was closed, how long it took, and what is open. */
export const Work = ({ report }: { readonly report: ReportView }): ReactNode => (
  <>
    {report.closed === 0 ? (
      <EmptyState icon="reports" title={say('report.none')} advice={say('report.none-advice')} />
    ) : (
      <>
        <Months months={report.months} />
        <Times times={report.times} middle={report.middle} />
      </>
    )}
    <Open open={report.open} />
  </>
)

import type { ReactNode } from 'react'
import type { ReportView } from '../../../../contract/report-view.ts'
import { countedPercent } from '../../format.ts'
import { ColumnChart } from '../../parts/charts/column-chart.tsx'
import { RangeMark } from '../../parts/charts/range-mark.tsx'
import { say } from '../../words.ts'
import { DrawnHead } from './drawn-head.tsx'
import table from './report-table.module.css'
import css from './reports.module.css'

const daysWords = (days: number | null): string =>
  days === null ? say('report.later') : say('report.up-to', { time: say('report.days', { count: days }) })

const BackAfter = ({ backAfter }: Pick<ReportView, 'backAfter'>): ReactNode => (
  <section className={css['beside']} aria-label={say('report.back')}>
    <ColumnChart
      name={say('report.back-picture')}
      columns={backAfter.map(({ days, tickets }) => ({
        name: days === null ? say('report.later') : `≤ ${say('report.short.days', { count: days })}`,
        parts: [tickets],
      }))}
    />
    <div>
      <table className={table['table']}>
        <caption className={table['caption']}>{say('report.back')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('report.column.back')}</th>
            <th scope="col" className={table['number']}>
              {say('report.column.tickets')}
            </th>
          </tr>
        </thead>
        <tbody>
          {backAfter.map(({ days, tickets }) => (
            <tr key={days}>
              <th scope="row">{daysWords(days)}</th>
              <td className={table['number']}>{tickets}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css['small']}>{say('report.back-note')}</p>
    </div>
  </section>
)

const Warranty = ({ warranty }: Pick<ReportView, 'warranty'>): ReactNode => (
  <div className={table['part']}>
    <table className={table['table']}>
      <caption className={table['caption']}>{say('report.warranty')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('report.column.warranty')}</th>
          <DrawnHead most={1} />
          {(['returned', 'share', 'between', 'cases'] as const).map((column) => (
            <th key={column} scope="col" className={table['number']}>
              {say(`report.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {warranty.map(({ days, back }) => (
          <tr key={days}>
            <th scope="row" className={table['title']}>
              {days === null ? say('report.warranty-all') : say('report.warranty-of', { days })}
            </th>
            <td className={table['drawn']}>
              <RangeMark {...back} />
            </td>
            <td className={table['number']}>{back.hits}</td>
            <td className={table['number']}>{countedPercent(back.value)}</td>
            <td className={table['number']}>
              {say('learning.between', { low: countedPercent(back.low), high: countedPercent(back.high) })}
            </td>
            <td className={table['number']}>{say('learning.cases', { cases: back.cases })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** How long what was closed stayed away, and what came back while its warranty ran. */
export const Returns = ({ backAfter, warranty }: Pick<ReportView, 'backAfter' | 'warranty'>): ReactNode => (
  <>
    {backAfter.every(({ tickets }) => tickets === 0) ? (
      <p className={css['notes']}>{say('report.back-none')}</p>
    ) : (
      <BackAfter backAfter={backAfter} />
    )}
    {warranty.length === 0 ? (
      <p className={css['notes']}>{say('report.warranty-none')}</p>
    ) : (
      <>
        <Warranty warranty={warranty} />
        <p className={css['notes']}>{say('report.warranty-note')}</p>
      </>
    )}
  </>
)

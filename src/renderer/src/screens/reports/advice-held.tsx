import type { ReactNode } from 'react'
import type { LearningView } from '../../../../contract/learning-view.ts'
import { countedPercent, finePercent } from '../../format.ts'
import { AgreementChart } from '../../parts/charts/agreement-chart.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Panel } from '../../parts/panel.tsx'
import { say } from '../../words.ts'
import table from './report-table.module.css'
import css from './reports.module.css'

type Calibration = LearningView['calibration']

/** Below this nothing can be concluded, and it is said. */
const FEW = 50
const COLUMNS = ['said', 'mean', 'happened', 'range', 'cases'] as const

const Rows = ({ rows }: Pick<Calibration, 'rows'>): ReactNode => (
  <table className={table['table']}>
    <caption className="unseen">{say('calibration.title')}</caption>
    <thead>
      <tr>
        {COLUMNS.map((column) => (
          <th key={column} scope="col" className={column === 'said' ? undefined : table['number']}>
            {say(`calibration.column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ from, to, said, happened }) => (
        <tr key={from}>
          <th scope="row">
            {say('calibration.band', { from: Math.round(from * 100), to: Math.round(to * 100) })}
          </th>
          <td className={table['number']}>{said === null ? '' : finePercent(said)}</td>
          <td className={table['number']}>
            {happened === null ? say('calibration.nothing') : countedPercent(happened.value)}
          </td>
          <td className={table['number']}>
            {happened &&
              say('learning.between', {
                low: countedPercent(happened.low),
                high: countedPercent(happened.high),
              })}
          </td>
          <td className={table['number']}>{say('learning.cases', { cases: happened?.cases ?? 0 })}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** What was said of causes at first, against what was there in the end. */
export const AdviceHeld = ({ calibration }: { readonly calibration: Calibration }): ReactNode => {
  const { tickets, first, rows } = calibration
  const points = rows.flatMap(({ said, happened }) =>
    said === null || happened === null
      ? []
      : [{ said, happened: happened.value, low: happened.low, high: happened.high }],
  )
  return (
    <Panel name={say('calibration.title')} size="grows" textOnly>
      {first === null ? (
        <EmptyState icon="reports" title={say('calibration.none')} advice={say('calibration.none-advice')} />
      ) : (
        <>
          <div className={css['notes']}>
            <p className={css['lead']}>
              {say('calibration.first', {
                tickets,
                share: countedPercent(first.value),
                low: countedPercent(first.low),
                high: countedPercent(first.high),
              })}
            </p>
            {tickets < FEW && <p>{say('calibration.few', { tickets })}</p>}
          </div>
          <div className={css['beside']}>
            <AgreementChart
              points={points}
              name={say('calibration.picture')}
              saidWords={say('calibration.axis-said')}
              happenedWords={say('calibration.axis-happened')}
            />
            <Rows rows={rows} />
          </div>
        </>
      )}
      <p className={css['notes']}>{say('calibration.how')}</p>
    </Panel>
  )
}

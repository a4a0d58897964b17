import { useEffect, type ReactNode } from 'react'
import { loadFixReport } from '../../actions/reference.ts'
import type { FixReportView } from '../../../../contract/views.ts'
import { Bar } from '../../parts/bar.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useTitle } from '../../parts/use-title.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './reports.module.css'

const COLUMNS = ['fix', 'worked', 'failed', 'share', 'cases'] as const

const FixTable = ({ fixes }: Pick<FixReportView, 'fixes'>): ReactNode => {
  const titleOf = useTitle()
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={css[column]}>
              {say(`screen.reports.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fixes.map(({ fix, worked, failed }) => (
          <tr key={fix}>
            <td className={css['fix']}>{titleOf(fix)}</td>
            <td className={css['worked']}>{worked}</td>
            <td className={css['failed']}>{failed}</td>
            <td className={css['share']}>
              <Bar share={worked / Math.max(1, worked + failed)} />
            </td>
            <td className={css['cases']}>{say('screen.reports.of', { worked, count: worked + failed })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Which fix worked how often in this shop; counts, no percentages of three cases. */
export const Reports = (): ReactNode => {
  const report = useStore((store) => store.fixReport)
  const { failure, run } = useAction()
  useEffect(() => {
    run(loadFixReport)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked once a visit
  }, [])
  return (
    <Panel
      name={say('screen.reports.name')}
      note={report && say('screen.reports.closed', { closed: report.closed, fixed: report.fixed })}
      size="grows"
      textOnly
    >
      <FailureNote failure={failure} />
      {report && report.fixes.length > 0 && <FixTable fixes={report.fixes} />}
      {report?.fixes.length === 0 && (
        <EmptyState
          icon="reports"
          title={say('screen.reports.none')}
          advice={say('screen.reports.none-advice')}
        />
      )}
    </Panel>
  )
}

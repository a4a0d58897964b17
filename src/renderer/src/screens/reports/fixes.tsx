import { useState, type ReactNode } from 'react'
import type { ReportView } from '../../../../contract/report-view.ts'
import { DIMENSIONS, type Dimension } from '../../../../core/reports/report.ts'
import { Choice } from '../../parts/choice.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { say } from '../../words.ts'
import { FixTable } from './fix-table.tsx'
import css from './reports.module.css'
import { Returns } from './returns.tsx'

/** So many cases of one step before its range is as narrow as ten in a hundred. */
const ENOUGH = 40

/** Which step worked, for which cause, on which system and model, and what came back. */
export const Fixes = ({ report }: { readonly report: ReportView }): ReactNode => {
  const [by, choose] = useState<Dimension>('all')
  const { fixes, returns } = report
  if (fixes.all.length === 0)
    return (
      <EmptyState icon="reports" title={say('report.none-steps')} advice={say('report.none-steps-advice')} />
    )
  const most = Math.max(...fixes.all.map(({ worked }) => worked.cases))
  return (
    <>
      <div className={css['legend']}>
        <Choice
          name={say('report.by')}
          nameSeen
          options={DIMENSIONS.map((value) => ({ value, words: say(`report.by-short.${value}`) }))}
          chosen={by}
          onChoose={choose}
        />
      </div>
      <FixTable
        key={by}
        name={say(`report.by.${by}`)}
        rows={fixes[by]}
        of={by === 'all' ? null : say(`report.of.${by}`)}
        hits={say('report.column.worked')}
      />
      <p className={css['notes']}>
        {most < ENOUGH && `${say('report.few')} `}
        {say('report.wilson')}
      </p>
      {returns.length > 0 && (
        <FixTable
          name={say('report.returns')}
          rows={returns}
          of={null}
          hits={say('report.column.returned')}
        />
      )}
      <p className={css['notes']}>{say('report.returns-note')}</p>
      <Returns backAfter={report.backAfter} warranty={report.warranty} />
    </>
  )
}

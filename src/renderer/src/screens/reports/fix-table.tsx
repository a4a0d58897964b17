import { useState, type ReactNode } from 'react'
import type { FixRow } from '../../../../core/reports/report.ts'
import { countedPercent } from '../../format.ts'
import { RangeMark } from '../../parts/charts/range-mark.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { say } from '../../words.ts'
import { DrawnHead } from './drawn-head.tsx'
import { MoreRows } from './more-rows.tsx'
import css from './report-table.module.css'

type FixTableProps = {
  readonly name: string
  readonly rows: readonly FixRow[]
  /** What stands under each step; null: nothing does. */
  readonly of: string | null
  readonly hits: string
}

const FIRST_ROWS = 12

/** Of several steps before one sign-in each counts for its part. */
const tenth = (count: number): number => Math.round(count * 10) / 10

/** How often something was so of each step, drawn with its range and in numbers. */
export const FixTable = ({ name, rows, of, hits }: FixTableProps): ReactNode => {
  const [all, showAll] = useState(false)
  const titleOf = useTitle()
  const rest = rows.length - FIRST_ROWS
  return (
    <div className={css['part']}>
      <table className={css['table']}>
        <caption className={css['caption']}>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say('report.column.fix')}</th>
            {of !== null && <th scope="col">{of}</th>}
            <DrawnHead most={1} />
            <th scope="col" className={css['number']}>
              {hits}
            </th>
            {(['share', 'between', 'cases'] as const).map((column) => (
              <th key={column} scope="col" className={css['number']}>
                {say(`report.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(all ? rows : rows.slice(0, FIRST_ROWS)).map(({ fix, of: group, worked }) => (
            <tr key={`${fix} ${group ?? ''}`}>
              <th scope="row" className={css['title']}>
                {titleOf(fix)}
              </th>
              {of !== null && <td>{group === null ? say('report.unknown') : titleOf(group)}</td>}
              <td className={css['drawn']}>
                <RangeMark {...worked} />
              </td>
              <td className={css['number']}>{tenth(worked.hits)}</td>
              <td className={css['number']}>{countedPercent(worked.value)}</td>
              <td className={css['number']}>
                {say('learning.between', {
                  low: countedPercent(worked.low),
                  high: countedPercent(worked.high),
                })}
              </td>
              <td className={css['number']}>{say('learning.cases', { cases: tenth(worked.cases) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows
        rest={rest}
        all={all}
        onToggle={() => {
          showAll(!all)
        }}
      />
    </div>
  )
}

import type { ReactNode } from 'react'
import { say } from '../../words.ts'
import css from './report-table.module.css'

/** The head of a column of RangeMarks: what their ends and middle stand for. */
export const DrawnHead = ({ most }: { readonly most: number }): ReactNode => (
  <th scope="col" className={css['drawn']}>
    <span className="unseen">{say('report.drawn')}</span>
    <span className={css['scale']}>
      {[0, 50, 100].map((part) => (
        <span key={part}>{say('report.percent', { percent: part * most })}</span>
      ))}
    </span>
  </th>
)

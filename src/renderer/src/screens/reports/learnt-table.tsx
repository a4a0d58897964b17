import { useState, type ReactNode } from 'react'
import type { GroupedEstimate } from '../../../../core/learning/learnt.ts'
import { finePercent } from '../../format.ts'
import { RangeMark } from '../../parts/charts/range-mark.tsx'
import { say } from '../../words.ts'
import { DrawnHead } from './drawn-head.tsx'
import { MoreRows } from './more-rows.tsx'
import css from './report-table.module.css'

export type LearntRow = {
  readonly key: string
  readonly title: string
  readonly under?: string
  readonly guess: number
  readonly shares: readonly GroupedEstimate[]
}

type LearntTableProps = {
  readonly name: string
  readonly first: string
  readonly rows: readonly LearntRow[]
  /** Whose numbers: '' are all phones. */
  readonly group: string
  readonly most: number
}

/** More is seldom looked at: the furthest from their guesses stand first. */
const FIRST_ROWS = 8

/** What was learnt against where it started, drawn and in numbers. */
export const LearntTable = ({ name, first, rows, group, most }: LearntTableProps): ReactNode => {
  const [all, showAll] = useState(false)
  const known = rows.flatMap((row) => {
    const own = row.shares.find((share) => share.group === group)
    return own === undefined ? [] : [{ ...row, own }]
  })
  const rest = known.length - FIRST_ROWS
  if (known.length === 0) return null
  return (
    <div className={css['part']}>
      <table className={css['table']}>
        <caption className={css['caption']}>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <DrawnHead most={most} />
            {(['guess', 'shop', 'range', 'cases'] as const).map((column) => (
              <th key={column} scope="col" className={css['number']}>
                {say(`learning.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(all ? known : known.slice(0, FIRST_ROWS)).map(({ key, title, under, guess, own }) => (
            <tr key={key}>
              <th scope="row" className={css['title']}>
                {title}
                {under !== undefined && <span className={css['under']}>{under}</span>}
              </th>
              <td className={css['drawn']}>
                <RangeMark {...own} guess={guess} most={most} />
              </td>
              <td className={css['number']}>{finePercent(guess)}</td>
              <td className={css['number']}>{finePercent(own.value)}</td>
              <td className={css['number']}>
                {say('learning.between', { low: finePercent(own.low), high: finePercent(own.high) })}
              </td>
              <td className={css['number']}>
                {say('learning.cases', { cases: Math.round(own.cases * 10) / 10 })}
              </td>
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

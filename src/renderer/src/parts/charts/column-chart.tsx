import { useId, type ReactNode } from 'react'
import css from './column-chart.module.css'

/** Told apart by how they are filled as well as by colour. */
export const FILLS = ['solid', 'striped', 'dotted', 'empty'] as const
export type Fill = (typeof FILLS)[number]

export type Column = { readonly name: string; readonly parts: readonly number[] }

type ColumnChartProps = {
  readonly columns: readonly Column[]
  /** What it shows, for those who hear the screen. */
  readonly name: string
}

const HEIGHT = 140
const BOTTOM = 24
const STEP = 46
const WIDTH = 26
const LEFT = 40
/** Under this width of names not each of them has room. */
const MOST_NAMES = 14
/** A single column is drawn no larger than one of these. */
const FEWEST_COLUMNS = 8

/** A round number at or above the highest column, whose half is one too. */
const ceilingOf = (most: number): number => {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return [1, 2, 4, 6, 8, 10].map((part) => part * size).find((each) => each >= most) ?? most
}

const fillOf = (part: number, id: string): string => {
  const fill = FILLS[part % FILLS.length]
  if (fill === 'solid') return 'var(--accent)'
  return fill === 'empty' ? 'var(--surface)' : `url(#${id}-${fill ?? ''})`
}

type Part = { readonly part: number; readonly tickets: number; readonly from: number }

/** Each part with what stands under it. */
const stacked = (parts: readonly number[]): readonly Part[] =>
  parts.map((tickets, part) => ({
    part,
    tickets,
    from: parts.slice(0, part).reduce((sum, under) => sum + under, 0),
  }))

const Patterns = ({ id }: { readonly id: string }): ReactNode => (
  <defs>
    <pattern id={`${id}-striped`} width="5" height="5" patternUnits="userSpaceOnUse">
      <rect className={css['back']} width="5" height="5" />
      <path className={css['stripe']} d="M-1 6 6-1M-1 1 1-1M4 6 6 4" />
    </pattern>
    <pattern id={`${id}-dotted`} width="5" height="5" patternUnits="userSpaceOnUse">
      <rect className={css['back']} width="5" height="5" />
      <circle className={css['spot']} cx="2.5" cy="2.5" r="1.2" />
    </pattern>
  </defs>
)

/** What a part is filled with, beside its words. */
export const FillMark = ({ part }: { readonly part: number }): ReactNode => {
  const id = useId()
  return (
    <svg className={css['mark']} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <Patterns id={id} />
      <rect className={css['part']} x="1" y="1" width="10" height="10" fill={fillOf(part, id)} />
    </svg>
  )
}

/** Columns of parts on top of each other, the first at the bottom. */
export const ColumnChart = ({ columns, name }: ColumnChartProps): ReactNode => {
  const id = useId()
  const totals = columns.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0))
  const top = ceilingOf(Math.max(1, ...totals))
  const width = LEFT + Math.max(FEWEST_COLUMNS, columns.length) * STEP + 8
  const y = (tickets: number): number => 10 + HEIGHT - (tickets / top) * HEIGHT
  const every = Math.ceil(columns.length / MOST_NAMES)
  return (
    <svg
      className={css['chart']}
      viewBox={`0 0 ${String(width)} ${String(HEIGHT + BOTTOM + 10)}`}
      role="img"
      aria-label={name}
    >
      <Patterns id={id} />
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line className={css['grid']} x1={LEFT} x2={width} y1={y(part * top)} y2={y(part * top)} />
          <text className={css['tick']} x={LEFT - 6} y={y(part * top) + 4} textAnchor="end">
            {Number.isInteger(part * top) ? part * top : ''}
          </text>
        </g>
      ))}
      {columns.map((column, place) => {
        const x = LEFT + place * STEP + (STEP - WIDTH) / 2
        return (
          <g key={column.name}>
            {stacked(column.parts)
              .filter(({ tickets }) => tickets > 0)
              .map(({ part, tickets, from }) => (
                <rect
                  key={part}
                  className={css['part']}
                  x={x}
                  width={WIDTH}
                  y={y(from + tickets)}
                  height={y(from) - y(from + tickets)}
                  fill={fillOf(part, id)}
                />
              ))}
            {place % every === 0 && (
              <text className={css['tick']} x={x + WIDTH / 2} y={HEIGHT + 26} textAnchor="middle">
                {column.name}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

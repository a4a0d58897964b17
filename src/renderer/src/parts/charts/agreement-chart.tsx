import type { ReactNode } from 'react'
import css from './agreement-chart.module.css'

export type AgreementPoint = {
  readonly said: number
  readonly happened: number
  readonly low: number
  readonly high: number
}

type AgreementChartProps = {
  readonly points: readonly AgreementPoint[]
  /** What it shows, for those who hear the screen. */
  readonly name: string
  readonly saidWords: string
  readonly happenedWords: string
}

const SIZE = 220
const LEFT = 40
const TOP = 10
const TICKS = [0, 0.25, 0.5, 0.75, 1]

const x = (share: number): number => LEFT + share * SIZE
const y = (share: number): number => TOP + (1 - share) * SIZE

/** What was said against what happened: on the dashed line both agree. */
export const AgreementChart = ({
  points,
  name,
  saidWords,
  happenedWords,
}: AgreementChartProps): ReactNode => (
  <svg
    className={css['chart']}
    viewBox={`0 0 ${String(SIZE + LEFT + 24)} ${String(SIZE + TOP + 40)}`}
    role="img"
    aria-label={name}
  >
    {TICKS.map((tick) => (
      <g key={tick}>
        <line className={css['grid']} x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
        <line className={css['grid']} x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(1)} />
        <text className={css['tick']} x={x(0) - 6} y={y(tick) + 4} textAnchor="end">
          {tick * 100}
        </text>
        <text className={css['tick']} x={x(tick)} y={y(0) + 16} textAnchor="middle">
          {tick * 100}
        </text>
      </g>
    ))}
    <line className={css['even']} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
    {points.map(({ said, happened, low, high }) => (
      <g key={said}>
        <line className={css['range']} x1={x(said)} x2={x(said)} y1={y(low)} y2={y(high)} />
        <circle className={css['value']} cx={x(said)} cy={y(happened)} r="4.5" />
      </g>
    ))}
    <text className={css['axis']} x={x(0.5)} y={y(0) + 34} textAnchor="middle">
      {saidWords}
    </text>
    <text
      className={css['axis']}
      transform={`translate(10 ${String(y(0.5))}) rotate(-90)`}
      textAnchor="middle"
    >
      {happenedWords}
    </text>
  </svg>
)

import type { ReactNode } from 'react'
import css from './range-mark.module.css'

type RangeMarkProps = {
  readonly value: number
  readonly low: number
  readonly high: number
  /** Drawn as a ring: where it started from. */
  readonly guess?: number
  /** What the right end stands for. */
  readonly most?: number
}

/** A share as a dot with its range on a line from nothing to `most`; the numbers in its row say the same. */
export const RangeMark = ({ value, low, high, guess, most = 1 }: RangeMarkProps): ReactNode => {
  // Half a dot stays free at both ends.
  const at = (share: number): string => `${String(2 + 96 * Math.min(1, share / most))}%`
  return (
    <svg className={css['mark']} aria-hidden="true" focusable="false">
      <line className={css['axis']} x1="2%" x2="98%" y1="50%" y2="50%" />
      {[0, 0.5, 1].map((part) => (
        <line
          key={part}
          className={css['axis']}
          x1={at(part * most)}
          x2={at(part * most)}
          y1="35%"
          y2="65%"
        />
      ))}
      <line className={css['range']} x1={at(low)} x2={at(high)} y1="50%" y2="50%" />
      {guess !== undefined && <circle className={css['guess']} cx={at(guess)} cy="50%" r="4.5" />}
      <circle className={css['value']} cx={at(value)} cy="50%" r="4" />
    </svg>
  )
}

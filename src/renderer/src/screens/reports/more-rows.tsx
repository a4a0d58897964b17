import type { ReactNode } from 'react'
import { Button } from '../../parts/button.tsx'
import { say } from '../../words.ts'
import css from './report-table.module.css'

type MoreRowsProps = {
  /** How many rows are not shown at first. */
  readonly rest: number
  readonly all: boolean
  readonly onToggle: () => void
}

/** Shows the rest of a table's rows, and puts it away again. */
export const MoreRows = ({ rest, all, onToggle }: MoreRowsProps): ReactNode =>
  rest > 0 && (
    <div className={css['more']}>
      <Button
        kind="quiet"
        words={all ? say('learning.less') : say('learning.more', { count: rest })}
        expanded={all}
        onPress={onToggle}
      />
    </div>
  )

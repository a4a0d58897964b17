import { useId, useState, type ReactNode } from 'react'
import { unattended } from '../desk.ts'
import type { ReadingRow as Row } from '../screens/counter/order-readings.ts'
import { say } from '../words.ts'
import { classNames } from './class-names.ts'
import { copyText } from './copy-text.ts'
import { Icon, type IconName } from './icon.tsx'
import { ReadingBasis } from './reading-basis.tsx'
import css from './reading-row.module.css'

const MARKS: Readonly<Record<Row['said']['tone'], IconName>> = {
  bad: 'alert',
  notice: 'notice',
  unknown: 'question',
  fine: 'check',
}

/** The version "R-25.10.23" stays in one piece: a word joiner behind the hyphen, which a copy of it does not have. */
const unbroken = (value: string): string => value.replaceAll(/(?<=\bR)-(?=\d)/gu, '-\u2060')

type ReadingRowProps = {
  readonly row: Row
  /** Where the key that leads to the readings comes to. */
  readonly isFirst?: boolean
}

/** One reading: mark, name, value (a click copies it), and what it rests on one key away. */
export const ReadingRow = ({ row, isFirst = false }: ReadingRowProps): ReactNode => {
  const [open, setOpen] = useState(false)
  const basis = useId()
  const { label, value, tone } = row.said
  return (
    <li className={classNames(css['row'], css[tone])} data-reading={row.id} data-tone={tone}>
      <div className={css['line']}>
        <span className={css['mark']}>
          <Icon name={MARKS[tone]} />
          <span className="unseen">{say(`screen.tone.${tone}`)}</span>
        </span>
        <span className={css['label']}>{label}</span>
        <button
          type="button"
          className={css['value']}
          title={say('screen.reading.copy', { value })}
          data-walk
          data-row-shortcut="c"
          data-shortcut={isFirst ? 'e' : undefined}
          data-shortcut-leads={isFirst ? true : undefined}
          onClick={() => {
            unattended(copyText(value))
          }}
        >
          {unbroken(value)}
        </button>
        <button
          type="button"
          className={css['toggle']}
          aria-expanded={open}
          aria-controls={open ? basis : undefined}
          title={say('screen.reading.basis')}
          data-row-shortcut="d"
          onClick={() => {
            setOpen(!open)
          }}
        >
          <Icon name="down" />
          <span className="unseen">{say('screen.reading.basis-of', { label })}</span>
        </button>
      </div>
      {open && (
        <div id={basis}>
          <ReadingBasis row={row} />
        </div>
      )}
    </li>
  )
}

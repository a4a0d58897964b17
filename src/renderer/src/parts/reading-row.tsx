import { useId, useState, type ReactNode } from 'react'
import { unattended } from '../desk.ts'
import { fullTime } from '../format.ts'
import type { ReadingRow as Row } from '../screens/counter/order-readings.ts'
import { say } from '../words.ts'
import { classNames } from './class-names.ts'
import { copyText } from './copy-text.ts'
import { Icon, type IconName } from './icon.tsx'
import css from './reading-row.module.css'

const MARKS: Readonly<Record<Row['said']['tone'], IconName>> = {
  bad: 'alert',
  notice: 'notice',
  unknown: 'question',
  fine: 'check',
}

const Basis = ({ row: { id, reading, raw, at } }: { readonly row: Row }): ReactNode => (
  <dl className={css['basis']}>
    {reading.status !== 'measured' && (
      <>
        <dt>{say('screen.reading.reason')}</dt>
        <dd>{reading.reason}</dd>
      </>
    )}
    {reading.command !== undefined && (
      <>
        <dt>{say('screen.reading.command')}</dt>
        <dd className={css['code']}>{reading.command}</dd>
      </>
    )}
    {raw !== null && (
      <>
        <dt>{say('screen.reading.raw')}</dt>
        <dd className={css['code']}>{raw === '' ? say('screen.reading.raw-empty') : raw}</dd>
      </>
    )}
    {at !== null && (
      <>
        <dt>{say('screen.reading.at')}</dt>
        <dd>{fullTime(at)}</dd>
      </>
    )}
    <dt>{say('screen.reading.id')}</dt>
    <dd>{id}</dd>
  </dl>
)

/** One reading: mark, name, value (a click copies it), and what it rests on one key away. */
export const ReadingRow = ({ row }: { readonly row: Row }): ReactNode => {
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
          onClick={() => {
            unattended(copyText(value))
          }}
        >
          {value}
        </button>
        <button
          type="button"
          className={css['toggle']}
          aria-expanded={open}
          aria-controls={open ? basis : undefined}
          title={say('screen.reading.basis')}
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
          <Basis row={row} />
        </div>
      )}
    </li>
  )
}

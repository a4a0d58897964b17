import { useId, type ReactNode } from 'react'
import type { Failure } from '../../../core/failure.ts'
import css from './field.module.css'
import { FailureNote } from './failure-note.tsx'

type FieldProps = {
  readonly label: string
  readonly value: string
  readonly onType: (value: string) => void
  readonly onLeave: () => void
  readonly failure: Failure | null
  readonly kind?: 'text' | 'tel' | 'prose'
}

const LONGEST = { text: 200, tel: 200, prose: 4000 } as const

export const Field = ({ label, value, onType, onLeave, failure, kind = 'text' }: FieldProps): ReactNode => {
  const id = useId()
  const same = {
    id,
    value,
    className: css['box'],
    maxLength: LONGEST[kind],
    autoComplete: 'off',
    onBlur: onLeave,
    'aria-invalid': failure !== null,
    'aria-describedby': `${id}-failure`,
  }
  return (
    <div className={css['field']}>
      <label className={css['label']} htmlFor={id}>
        {label}
      </label>
      {kind === 'prose' ? (
        <textarea
          {...same}
          rows={4}
          onChange={({ target }) => {
            onType(target.value)
          }}
        />
      ) : (
        <input
          {...same}
          type={kind}
          onChange={({ target }) => {
            onType(target.value)
          }}
        />
      )}
      <FailureNote failure={failure} id={`${id}-failure`} />
    </div>
  )
}

import { useId, type KeyboardEvent, type ReactNode } from 'react'
import type { Failure } from '../../../core/failure.ts'
import css from './field.module.css'
import { FailureNote } from './failure-note.tsx'
import { say } from '../words.ts'

/** brief: prose of two lines · moment: a day and a time · amount: digits, with what stands between them. */
const LONGEST = { text: 200, tel: 200, prose: 20_000, brief: 20_000, moment: 40, amount: 40 } as const

const TYPES = { text: 'text', tel: 'tel', moment: 'datetime-local', amount: 'text' } as const

type FieldProps = {
  readonly label: string
  readonly value: string
  readonly onType: (value: string) => void
  readonly onLeave: () => void
  readonly onEscape?: () => void
  readonly failure?: Failure | null
  /** What is wrong with it, in words. */
  readonly fault?: string | null
  readonly kind?: keyof typeof LONGEST
  readonly longest?: number
}

/** What is typed in; boxes to tick are passed over. */
const TYPED = 'input:not([type=checkbox], [type=radio]), textarea'

/**
 * A scanner ends with Enter, and a technician types on: Enter in a line leads to the next field and never sends half a
 * form; Ctrl + Enter sends it from anywhere.
 */
const onEnter = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
  const { key, currentTarget: box } = event
  if (key !== 'Enter') return
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    box.form?.requestSubmit()
  } else if (box instanceof HTMLInputElement) {
    event.preventDefault()
    const boxes = [...(box.form?.querySelectorAll<HTMLElement>(TYPED) ?? [])].filter(
      (other) => other === box || other.checkVisibility(),
    )
    boxes[boxes.indexOf(box) + 1]?.focus()
  }
}

export const Field = (props: FieldProps): ReactNode => {
  const { label, value, onType, onLeave, onEscape, failure = null, fault = null, kind = 'text' } = props
  const id = useId()
  const longest = props.longest ?? LONGEST[kind]
  const same = {
    id,
    value,
    className: css['box'],
    maxLength: longest,
    autoComplete: 'off',
    onBlur: onLeave,
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
      if (event.key === 'Escape') onEscape?.()
      onEnter(event)
    },
    'aria-invalid': failure !== null || fault !== null,
    'aria-describedby': `${id}-failure`,
  }
  return (
    <div className={css['field']}>
      <label className={css['label']} htmlFor={id}>
        {label}
      </label>
      {kind === 'prose' || kind === 'brief' ? (
        <textarea
          {...same}
          rows={kind === 'prose' ? 4 : 2}
          onChange={({ target }) => {
            onType(target.value)
          }}
        />
      ) : (
        <input
          {...same}
          type={TYPES[kind]}
          inputMode={kind === 'amount' ? 'decimal' : undefined}
          onChange={({ target }) => {
            onType(target.value)
          }}
        />
      )}
      {value.length >= longest && <output>{say('screen.form.full')}</output>}
      <FailureNote failure={failure} words={fault} id={`${id}-failure`} />
    </div>
  )
}

import { useId, type ReactNode } from 'react'
import css from './choice.module.css'

type ChoiceProps<T extends string> = {
  readonly name: string
  readonly options: readonly { readonly value: T; readonly words: string }[]
  readonly chosen: T
  readonly onChoose: (value: T) => void
  readonly nameSeen?: boolean
}

/** A few values side by side, one of them chosen. */
export const Choice = <T extends string>(props: ChoiceProps<T>): ReactNode => {
  const { name, options, chosen, onChoose, nameSeen } = props
  const group = useId()
  return (
    <div role="radiogroup" aria-labelledby={`${group}-name`} className={css['choice']}>
      <span id={`${group}-name`} className={nameSeen ? css['name'] : 'unseen'}>
        {name}
      </span>
      <span className={css['options']}>
        {options.map(({ value, words }) => (
          <label key={value} className={css['option']}>
            <input
              type="radio"
              className={css['input']}
              name={group}
              value={value}
              checked={value === chosen}
              onChange={() => {
                onChoose(value)
              }}
            />
            <span className={css['words']}>{words}</span>
          </label>
        ))}
      </span>
    </div>
  )
}

import type { ReactNode } from 'react'
import css from './toggles.module.css'

type TogglesProps<T extends string> = {
  readonly name: string
  readonly options: readonly { readonly value: T; readonly words: string }[]
  readonly chosen: readonly T[]
  readonly onToggle: (value: T) => void
}

/** Things to tick, side by side. */
export const Toggles = <T extends string>({
  name,
  options,
  chosen,
  onToggle,
}: TogglesProps<T>): ReactNode => (
  <fieldset className={css['toggles']}>
    <legend className={css['name']}>{name}</legend>
    <div className={css['options']}>
      {options.map(({ value, words }) => (
        <label key={value} className={css['option']}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => {
              onToggle(value)
            }}
          />
          <span>{words}</span>
        </label>
      ))}
    </div>
  </fieldset>
)

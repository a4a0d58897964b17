import { useId, type ReactNode } from 'react'
import { Choice } from '../../parts/choice.tsx'
import { say } from '../../words.ts'
import css from './reports.module.css'
import { SPANS, type Chosen, type Span } from './range.ts'

type DayProps = {
  readonly words: string
  readonly value: string
  readonly onChange: (day: string) => void
}

const Day = ({ words, value, onChange }: DayProps): ReactNode => {
  const id = useId()
  return (
    <span className={css['day']}>
      <label htmlFor={id}>{words}</label>
      <input
        id={id}
        type="date"
        className={css['date']}
        value={value}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      />
    </span>
  )
}

type RangeChooserProps = { readonly chosen: Chosen; readonly onChoose: (chosen: Chosen) => void }

/** Which tickets are counted, by when they were closed. */
export const RangeChooser = ({ chosen, onChoose }: RangeChooserProps): ReactNode => (
  <div className={css['range']}>
    <Choice<Span>
      name={say('report.range')}
      nameSeen
      options={SPANS.map((value) => ({ value, words: say(`report.range.${value}`) }))}
      chosen={chosen.span}
      onChoose={(span) => {
        onChoose({ ...chosen, span })
      }}
    />
    {chosen.span === 'own' && (
      <>
        <Day
          words={say('report.from')}
          value={chosen.first}
          onChange={(first) => {
            onChoose({ ...chosen, first })
          }}
        />
        <Day
          words={say('report.to')}
          value={chosen.last}
          onChange={(last) => {
            onChoose({ ...chosen, last })
          }}
        />
      </>
    )}
  </div>
)

import type { ReactNode } from 'react'
import { OwnMark } from '../../parts/own-mark.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './symptom-picker.module.css'

type SymptomPickerProps = {
  readonly chosen: readonly string[]
  readonly without?: readonly string[]
  /** Nothing can be changed any more: only what was chosen is shown. */
  readonly onlyChosen?: boolean
  readonly onToggle?: (symptom: string) => void
}

const NONE: readonly string[] = []

/** The symptoms that the knowledge base knows, to tick. */
export const SymptomPicker = (props: SymptomPickerProps): ReactNode => {
  const { chosen, without = NONE, onlyChosen, onToggle } = props
  const all = useStore(({ knowledge }) => knowledge?.symptoms)
  const isChosen = (symptom: { id: string; covers: readonly string[] }): boolean =>
    chosen.includes(symptom.id) || symptom.covers.some((fact) => chosen.includes(fact))
  const listed = (all ?? []).filter(
    (symptom) => !without.includes(symptom.id) && (isChosen(symptom) || (!onlyChosen && !symptom.isTopic)),
  )
  if (listed.length === 0) return <p className={css['none']}>{say('screen.symptoms.none')}</p>
  return (
    <ul className={css['list']}>
      {listed.map((symptom) => (
        <li key={symptom.id}>
          {onToggle ? (
            <label className={css['symptom']}>
              <input
                type="checkbox"
                className={css['box']}
                checked={isChosen(symptom)}
                onChange={() => {
                  onToggle(symptom.id)
                }}
              />
              <span>
                {symptom.title} <OwnMark id={symptom.id} />
              </span>
            </label>
          ) : (
            <span className={css['symptom']}>{symptom.title}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

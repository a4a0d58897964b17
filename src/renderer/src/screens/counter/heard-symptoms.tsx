import type { ReactNode } from 'react'
import { strikeSymptom } from '../../actions/draft.ts'
import { Icon } from '../../parts/icon.tsx'
import { OwnMark } from '../../parts/own-mark.tsx'
import { classNames } from '../../parts/class-names.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './heard-symptoms.module.css'

/** Symptoms found in the customer's words, taken as said; a click crosses one out. */
export const HeardSymptoms = (): ReactNode => {
  const heard = useStore((store) => store.heard)
  const struck = useStore(({ draft }) => draft.struck)
  const symptoms = useStore(({ knowledge }) => knowledge?.symptoms) ?? []
  const titleOf = (id: string): string => symptoms.find((symptom) => symptom.id === id)?.title ?? id
  return (
    <div className={css['place']} aria-live="polite">
      {heard.length > 0 && (
        <>
          <span className={css['name']}>{say('screen.form.heard')}</span>
          <ul className={css['list']}>
            {heard.map(({ symptom, words }) => {
              const isMeant = !struck.includes(symptom)
              return (
                <li key={symptom}>
                  <button
                    type="button"
                    className={classNames(css['chip'], !isMeant && css['struck'])}
                    aria-pressed={isMeant}
                    title={say(isMeant ? 'screen.form.strike' : 'screen.form.accept', { words })}
                    onClick={() => {
                      strikeSymptom(symptom, isMeant)
                    }}
                  >
                    <Icon name={isMeant ? 'check' : 'cross'} />
                    <span>{titleOf(symptom)}</span>
                    <OwnMark id={symptom} />
                    <q className={css['words']}>{words}</q>
                  </button>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </div>
  )
}

import type { ReactNode } from 'react'
import { typeDraft } from '../../actions/draft.ts'
import { CONSENTS } from '../../../../core/ticket.ts'
import { toggled } from '../../store/draft.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './new-ticket.module.css'

/** What the customer allows, each apart. */
export const Consents = (): ReactNode => {
  const consents = useStore(({ draft }) => draft.consents)
  return (
    <fieldset>
      <legend className={css['legend']}>{say('screen.ticket.consents')}</legend>
      {CONSENTS.map((consent) => (
        <label key={consent} className={css['consent']}>
          <input
            type="checkbox"
            checked={consents.includes(consent)}
            onChange={() => {
              typeDraft({ consents: [...toggled(consents, consent)] })
            }}
          />
          <span>{say(`screen.consent.${consent}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

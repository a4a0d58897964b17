import type { ReactNode } from 'react'
import { CONSENTS, type Consent } from '../../../../core/ticket.ts'
import { toggled } from '../../store/draft.ts'
import { say } from '../../words.ts'
import css from './new-ticket.module.css'

type ConsentsProps = {
  readonly given: readonly Consent[]
  readonly onChange: (given: readonly Consent[]) => void
}

/** What the customer allows, each apart. */
export const Consents = ({ given, onChange }: ConsentsProps): ReactNode => (
  <fieldset>
    <legend className={css['legend']}>{say('screen.ticket.consents')}</legend>
    <div className={css['consents']}>
      {CONSENTS.map((consent) => (
        <label key={consent} className={css['consent']}>
          <input
            type="checkbox"
            checked={given.includes(consent)}
            onChange={() => {
              onChange(toggled(given, consent))
            }}
          />
          <span>{say(`screen.consent.${consent}`)}</span>
        </label>
      ))}
    </div>
  </fieldset>
)

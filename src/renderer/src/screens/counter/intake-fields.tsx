import type { ReactNode } from 'react'
import { CONDITIONS, LEFT_ITEMS, PROOFS, tick, type IntakeForm } from '../../../../core/intake.ts'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { SecretWarning } from '../../parts/secret-warning.tsx'
import { Toggles } from '../../parts/toggles.tsx'
import { say } from '../../words.ts'
import css from './intake-fields.module.css'

type IntakeFieldsProps = {
  readonly form: IntakeForm
  readonly currency: string
  readonly onChange: (change: Partial<IntakeForm>) => void
  readonly onLeave: () => void
}

const STATES = CONDITIONS.map((value) => ({ value, words: say(`intake.condition.${value}`) }))
const ITEMS = LEFT_ITEMS.map((value) => ({ value, words: say(`intake.left.${value}`) }))
const SHOWN = (['none', ...PROOFS] as const).map((value) => ({ value, words: say(`intake.proof.${value}`) }))

/** What is worth a line when a phone is taken in; none of it has to be filled in. */
export const IntakeFields = ({ form, currency, onChange, onLeave }: IntakeFieldsProps): ReactNode => {
  const money = (name: 'quote' | 'paid'): string =>
    say(`screen.intake.${name}`, { currency, hasCurrency: currency === '' ? 'no' : 'yes' })
  const line = (name: 'conditionNote' | 'leftNote'): ReactNode => (
    <div>
      <Field
        label={say(`screen.intake.${name}`)}
        value={form[name]}
        failure={null}
        onLeave={onLeave}
        onType={(text) => {
          onChange({ [name]: text })
        }}
      />
      <SecretWarning
        text={form[name]}
        onClean={(text) => {
          onChange({ [name]: text })
        }}
      />
    </div>
  )
  return (
    <>
      <Toggles
        name={say('screen.intake.condition')}
        options={STATES}
        chosen={form.condition}
        onToggle={(state) => {
          onChange({ condition: tick(form.condition, state) })
        }}
      />
      <Toggles
        name={say('screen.intake.left')}
        options={ITEMS}
        chosen={form.left}
        onToggle={(item) => {
          onChange({ left: tick(form.left, item) })
        }}
      />
      <div className={css['pair']}>
        {line('conditionNote')}
        {line('leftNote')}
      </div>
      <div className={css['proof']}>
        <Choice
          name={say('screen.intake.proof')}
          options={SHOWN}
          chosen={form.proof ?? 'none'}
          onChoose={(shown) => {
            onChange({ proof: shown === 'none' ? null : shown })
          }}
          nameSeen
        />
      </div>
      <div className={css['three']}>
        <Field
          label={say('screen.intake.promised')}
          kind="moment"
          value={form.promised}
          failure={null}
          onLeave={onLeave}
          onType={(promised) => {
            onChange({ promised })
          }}
        />
        {(['quote', 'paid'] as const).map((name) => (
          <Field
            key={name}
            label={money(name)}
            kind="amount"
            value={form[name]}
            failure={null}
            onLeave={onLeave}
            onType={(amount) => {
              onChange({ [name]: amount })
            }}
          />
        ))}
      </div>
    </>
  )
}

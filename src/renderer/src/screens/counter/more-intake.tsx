import type { ReactNode } from 'react'
import { flushDraft, typeDraft } from '../../actions/draft.ts'
import { EMPTY_INTAKE_FORM } from '../../../../core/intake.ts'
import { Icon } from '../../parts/icon.tsx'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { IntakeFields } from './intake-fields.tsx'
import css from './new-ticket.module.css'

/** The rest of an intake, folded: a ticket is opened without it. */
export const MoreIntake = (): ReactNode => {
  const form = useStore(({ draft }) => draft.intake)
  const currency = useStore(({ settings }) => settings?.currency) ?? ''
  const isBegun = JSON.stringify(form) !== JSON.stringify(EMPTY_INTAKE_FORM)
  return (
    <details className={css['more']} open={isBegun || undefined}>
      <summary className={css['summary']}>
        <Icon name="right" />
        {say('screen.intake.name')}
      </summary>
      <IntakeFields
        form={form}
        currency={currency}
        onLeave={flushDraft}
        onChange={(change) => {
          typeDraft({ intake: { ...form, ...change } })
        }}
      />
    </details>
  )
}

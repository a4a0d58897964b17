import { useState, type ReactNode } from 'react'
import { saveIntake } from '../../actions/ticket-notes.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { formOfIntake } from '../../../../core/intake.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { IntakeFields } from './intake-fields.tsx'
import css from './ticket-details.module.css'

/** What was noted at intake, to be added to or put right; the history says each change. */
export const ChangeIntake = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { id, intake } = ticket
  const [form, setForm] = useState(() => formOfIntake(intake))
  const currency = useStore(({ settings }) => settings?.currency) ?? ''
  const { busy, failure, run } = useAction()
  return (
    <details className={css['change']}>
      <summary className={css['summary']}>
        <Icon name="right" />
        {say('screen.intake.name')}
      </summary>
      <IntakeFields
        form={form}
        currency={intake.currency || currency}
        onLeave={() => undefined}
        onChange={(change) => {
          setForm({ ...form, ...change })
        }}
      />
      <Button
        icon="save"
        words={say('screen.save')}
        busy={busy}
        onPress={() => {
          run(async () => saveIntake(id, form))
        }}
      />
      <FailureNote failure={failure} />
    </details>
  )
}

import { useState, type ReactNode } from 'react'
import { saveIntake } from '../../actions/ticket-notes.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { formOfIntake } from '../../../../core/intake.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Icon } from '../../parts/icon.tsx'
import { SaveLine } from '../../parts/save-line.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useTyping } from '../../parts/use-typing.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import { IntakeFields } from './intake-fields.tsx'
import css from './ticket-details.module.css'

/** What was noted at intake, to be added to or put right; the history says each change. */
export const ChangeIntake = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { id, intake } = ticket
  const { form, isTyped, type, wasSaved, forget } = useTyping(id, 'details intake', formOfIntake(intake))
  const [begun] = useState(isTyped)
  const currency = useStore(({ settings }) => settings?.currency) ?? ''
  const { busy, failure, run } = useAction()
  return (
    <details className={css['change']} open={begun || undefined}>
      <summary className={css['summary']}>
        <Icon name="right" />
        {say('screen.intake.name')}
      </summary>
      <IntakeFields
        form={form}
        currency={intake.currency || currency}
        onLeave={() => undefined}
        onChange={type}
      />
      <SaveLine
        words={say('screen.save')}
        busy={busy}
        isTyped={isTyped}
        onSave={() => {
          run(async () => {
            const answer = await saveIntake(id, form)
            if (answer.ok) wasSaved(form)
            return answer
          })
        }}
        onDrop={forget}
      />
      <FailureNote failure={failure} />
    </details>
  )
}

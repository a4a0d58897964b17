import { useState, type ReactNode } from 'react'
import { correctTicket } from '../../actions/ticket-notes.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Field } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { SaveLine } from '../../parts/save-line.tsx'
import { SecretWarning } from '../../parts/secret-warning.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useTyping } from '../../parts/use-typing.ts'
import { say } from '../../words.ts'
import css from './ticket-details.module.css'

/** Name, number and words as they should have been written; what stood there stays in the history. */
export const CorrectTicket = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { id, customer, said } = ticket
  const saved = { customerName: customer.name, phoneNumber: customer.phone, said }
  const { form, isTyped, type, wasSaved, forget } = useTyping(id, 'details correct', saved)
  const [begun] = useState(isTyped)
  const { busy, failure, run } = useAction()
  const same = { failure: null, onLeave: () => undefined }
  return (
    <details className={css['change']} open={begun || undefined}>
      <summary className={css['summary']}>
        <Icon name="right" />
        {say('screen.correct.name')}
      </summary>
      <div className={css['pair']}>
        <Field
          {...same}
          label={say('screen.form.customer')}
          value={form.customerName}
          onType={(customerName) => {
            type({ customerName })
          }}
        />
        <Field
          {...same}
          label={say('screen.form.number')}
          kind="tel"
          value={form.phoneNumber}
          onType={(phoneNumber) => {
            type({ phoneNumber })
          }}
        />
      </div>
      <Field
        {...same}
        label={say('screen.form.said')}
        kind="prose"
        value={form.said}
        onType={(text) => {
          type({ said: text })
        }}
      />
      <SecretWarning
        text={form.said}
        onClean={(text) => {
          type({ said: text })
        }}
      />
      <SaveLine
        words={say('screen.correct.save')}
        busy={busy}
        isTyped={isTyped}
        onSave={() => {
          run(async () => {
            const answer = await correctTicket(id, form)
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

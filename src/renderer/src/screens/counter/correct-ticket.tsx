import { useState, type ReactNode } from 'react'
import { correctTicket } from '../../actions/ticket-notes.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Field } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { SecretWarning } from '../../parts/secret-warning.tsx'
import { useAction } from '../../parts/use-action.ts'
import { say } from '../../words.ts'
import css from './ticket-details.module.css'

/** Name, number and words as they should have been written; what stood there stays in the history. */
export const CorrectTicket = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { id, customer, said } = ticket
  const [form, setForm] = useState({ customerName: customer.name, phoneNumber: customer.phone, said })
  const { busy, failure, run } = useAction()
  const set = (change: Partial<typeof form>): void => {
    setForm({ ...form, ...change })
  }
  const same = { failure: null, onLeave: () => undefined }
  return (
    <details className={css['change']}>
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
            set({ customerName })
          }}
        />
        <Field
          {...same}
          label={say('screen.form.number')}
          kind="tel"
          value={form.phoneNumber}
          onType={(phoneNumber) => {
            set({ phoneNumber })
          }}
        />
      </div>
      <Field
        {...same}
        label={say('screen.form.said')}
        kind="prose"
        value={form.said}
        onType={(text) => {
          set({ said: text })
        }}
      />
      <SecretWarning
        text={form.said}
        onClean={(text) => {
          set({ said: text })
        }}
      />
      <Button
        icon="save"
        words={say('screen.correct.save')}
        busy={busy}
        onPress={() => {
          run(async () => correctTicket(id, form))
        }}
      />
      <FailureNote failure={failure} />
    </details>
  )
}

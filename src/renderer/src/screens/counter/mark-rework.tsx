import { useId, useState, type ReactNode } from 'react'
import { loadCustomer } from '../../actions/look-up.ts'
import { markRework } from '../../actions/ticket-notes.ts'
import type { TicketRowView, TicketView } from '../../../../contract/views.ts'
import { dayOf } from '../../format.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import field from '../../parts/field.module.css'
import { Icon } from '../../parts/icon.tsx'
import { SaveLine } from '../../parts/save-line.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useLoaded } from '../../parts/use-loaded.ts'
import { useTitle } from '../../parts/use-title.ts'
import { useTyping } from '../../parts/use-typing.ts'
import { sayWorked } from '../../parts/say-worked.ts'
import { say } from '../../words.ts'
import css from './ticket-details.module.css'

/** That the work of an earlier ticket did not last, where nobody has said so at intake. */
export const MarkRework = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const id = useId()
  const customer = useLoaded(async () => loadCustomer(ticket.customer.id))
  const { form, isTyped, type, wasSaved, forget } = useTyping(ticket.id, 'details rework', { of: '' })
  const [begun] = useState(isTyped)
  const { of } = form
  const { busy, failure, run } = useAction()
  const titleOf = useTitle()
  const earlier = (customer.value?.tickets ?? []).filter(
    ({ state, training, openedAt }) =>
      state === 'closed' && training === ticket.training && openedAt < ticket.openedAt,
  )
  const nameOf = (one: TicketRowView): string =>
    [one.number, dayOf(one.openedAt), sayWorked(one, titleOf) ?? []].flat().join(' · ')
  if (earlier.length === 0) return <FailureNote failure={customer.failure} />
  return (
    <details className={css['change']} open={begun || undefined}>
      <summary className={css['summary']}>
        <Icon name="right" />
        {say('screen.rework.set')}
      </summary>
      <div className={css['one']}>
        <label className={field['label']} htmlFor={id}>
          {say('screen.rework.name')}
        </label>
        <select
          id={id}
          className={field['box']}
          value={of}
          onChange={({ target }) => {
            type({ of: target.value })
          }}
        >
          <option value="">{say('screen.rework.pick')}</option>
          {earlier.map((each) => (
            <option key={each.id} value={each.id}>
              {nameOf(each)}
            </option>
          ))}
        </select>
        <p className={css['note']}>{say('screen.rework.note')}</p>
        <SaveLine
          words={say('screen.save')}
          busy={busy}
          asleep={of === ''}
          isTyped={isTyped}
          onSave={() => {
            run(async () => {
              const answer = await markRework(ticket.id, of)
              if (answer.ok) wasSaved(form)
              return answer
            })
          }}
          onDrop={forget}
        />
        <FailureNote failure={failure} />
      </div>
    </details>
  )
}

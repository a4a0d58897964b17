import type { ReactNode } from 'react'
import { typeDraft } from '../../actions/draft.ts'
import type { SeenBefore } from '../../../../core/ticket.ts'
import { useStore } from '../../store/store.ts'
import { say } from '../../words.ts'
import css from './seen-before.module.css'

/** Takes over whose ticket it is, and that it is about the same once more; a second press takes it back. */
export const SeenActions = ({ seen }: { readonly seen: SeenBefore }): ReactNode => {
  const draft = useStore((store) => store.draft)
  const { customer, ticketId, number, state } = seen
  const isSame = customer !== null && draft.customerId === customer.id
  const isRework = draft.reworkOf === ticketId
  return (
    <span className={css['actions']}>
      {customer !== null && (
        <label>
          <input
            type="checkbox"
            checked={isSame}
            onChange={() => {
              typeDraft(
                isSame
                  ? { customerId: null }
                  : { customerId: customer.id, customerName: customer.name, phoneNumber: customer.phone },
              )
            }}
          />
          {say('screen.seen.same-customer', { name: customer.name })}
        </label>
      )}
      {state === 'closed' && (
        <label>
          <input
            type="checkbox"
            checked={isRework}
            onChange={() => {
              typeDraft({ reworkOf: isRework ? null : ticketId })
            }}
          />
          {say('screen.seen.rework', { number })}
        </label>
      )}
    </span>
  )
}

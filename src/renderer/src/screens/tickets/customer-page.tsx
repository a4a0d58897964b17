import { useState, type ReactNode } from 'react'
import { loadCustomer, mergeCustomers } from '../../actions/look-up.ts'
import type { CustomerView } from '../../../../contract/views.ts'
import { Button } from '../../parts/button.tsx'
import { Panel } from '../../parts/panel.tsx'
import { TwoColumns } from '../../parts/two-columns.tsx'
import { useLoaded } from '../../parts/use-loaded.ts'
import { say } from '../../words.ts'
import { EraseCustomer } from './erase-customer.tsx'
import { ToTickets } from './to-tickets.tsx'
import { VisitList } from './visit-list.tsx'
import css from './visit-list.module.css'

type AlikeProps = {
  readonly view: CustomerView
  readonly busy: boolean
  readonly onMerge: (from: string) => void
}

/** Others with the same number: what putting them together does is said before it is done. */
const Alike = ({ view, busy, onMerge }: AlikeProps): ReactNode =>
  view.alike.length > 0 && (
    <div className={css['alike']}>
      <p>{say('screen.customer.alike')}</p>
      {view.alike.map(({ id, name, phone, tickets }) => (
        <div key={id}>
          <p>
            <strong>{name}</strong> {phone}
          </p>
          <p className={css['hint']}>
            {say('screen.customer.merge-hint', { count: tickets, name: view.customer.name, other: name })}
          </p>
          <Button
            words={say('screen.customer.merge', { name })}
            icon="person"
            busy={busy}
            onPress={() => {
              onMerge(id)
            }}
          />
        </div>
      ))}
    </div>
  )

/** A customer: how they are reached, their tickets and phones, and what fixed each. */
export const CustomerPage = ({ id }: { readonly id: string }): ReactNode => {
  const { value, busy, failure, change } = useLoaded(async () => loadCustomer(id))
  // What is on the screen of them goes with them; what became of it stays.
  const [isErased, setErased] = useState(false)
  return (
    <TwoColumns
      left={
        <>
          <ToTickets failure={failure} />
          {value && !isErased && (
            <Panel name={say('screen.customer.name')} padded>
              <dl className={css['facts']}>
                <div className={css['fact']}>
                  <dt>{say('screen.form.customer')}</dt>
                  <dd>{value.customer.name}</dd>
                </div>
                <div className={css['fact']}>
                  <dt>{say('screen.ticket.number-called')}</dt>
                  <dd>{value.customer.phone || say('screen.customer.no-number')}</dd>
                </div>
                {value.before.map((before) => (
                  <div key={before.id} className={css['fact']}>
                    <dt>{say('screen.customer.before')}</dt>
                    <dd>
                      {before.name} {before.phone}
                    </dd>
                  </div>
                ))}
              </dl>
              <Alike
                view={value}
                busy={busy}
                onMerge={(from) => {
                  change(async () => mergeCustomers(value.customer.id, from))
                }}
              />
            </Panel>
          )}
          {value && (
            <EraseCustomer
              key={value.customer.id}
              customer={value.customer}
              onErased={() => {
                setErased(true)
              }}
            />
          )}
        </>
      }
      right={
        value &&
        !isErased && (
          <Panel
            name={say('screen.nav.tickets')}
            note={say('screen.tickets.count', { total: value.tickets.length })}
            size="grows"
          >
            <VisitList tickets={value.tickets} shows="phone" />
          </Panel>
        )
      }
    />
  )
}

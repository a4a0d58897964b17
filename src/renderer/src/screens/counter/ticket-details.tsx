import type { ReactNode } from 'react'
import { saveConsents, saveSymptoms } from '../../actions/tickets.ts'
import type { TicketView } from '../../../../contract/views.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useAction } from '../../parts/use-action.ts'
import { customerName, fullTime } from '../../format.ts'
import { toggled } from '../../store/draft.ts'
import { hashOf } from '../../store/place.ts'
import { say } from '../../words.ts'
import { ChangeIntake } from './change-intake.tsx'
import { Consents } from './consents.tsx'
import { CorrectTicket } from './correct-ticket.tsx'
import { intakeFacts } from './intake-facts.ts'
import { MarkRework } from './mark-rework.tsx'
import { SymptomPicker } from './symptom-picker.tsx'
import css from './ticket-details.module.css'

/** The whole intake: what was written down, and the symptoms, which may still change while the ticket is open. */
export const TicketDetails = ({ ticket }: { readonly ticket: TicketView }): ReactNode => {
  const { failure, run } = useAction()
  const { customer, device, said, consents, openedAt, symptoms, id } = ticket
  const isOpen = ticket.state !== 'closed'
  const facts = [
    { name: say('screen.ticket.customer'), words: customerName(customer) },
    { name: say('screen.ticket.number-called'), words: customer.phone },
    {
      name: say('screen.ticket.phone'),
      words: device
        ? say('screen.ticket.device', {
            model: device.model ?? '',
            serial: device.serial,
            // An erased customer's phone has none any more.
            hasSerial: device.serial === '' ? 'no' : 'yes',
          })
        : say('screen.ticket.no-device'),
    },
    { name: say('screen.ticket.opened'), words: fullTime(openedAt) },
    {
      name: say('screen.ticket.consents'),
      // While the ticket is open they stand below, to be changed.
      words: isOpen ? '' : consents.map((consent) => say(`screen.consent.${consent}`)).join(' · '),
    },
    { name: say('screen.device.imei'), words: (device?.imeis ?? []).join(' · ') },
    {
      name: say('screen.rework.name'),
      words: ticket.reworkOf === null ? '' : ticket.reworkOf.number,
    },
    {
      name: say('screen.settings.warranty'),
      words:
        ticket.warranty === null || ticket.warranty.until === null
          ? ''
          : say('screen.seen.warranty', { until: fullTime(ticket.warranty.until) }),
    },
    ...intakeFacts(ticket.intake),
    { name: say('screen.form.said'), words: said },
  ]
  return (
    <div className={css['details']}>
      {device && (
        <p>
          <a
            className={css['link']}
            href={hashOf({ page: 'tickets', ticketId: null, about: { kind: 'device', id: device.id } })}
          >
            {say('screen.device.open')}
          </a>
        </p>
      )}
      <dl className={css['facts']}>
        {facts
          .filter(({ words }) => words !== '')
          .map(({ name, words }) => (
            <div key={name} className={css['fact']}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
      <h3 className={css['title']}>{say('screen.ticket.symptoms')}</h3>
      <SymptomPicker chosen={symptoms} onlyChosen />
      {isOpen && (
        <details className={css['change']}>
          <summary className={css['summary']}>
            <Icon name="right" />
            {say('screen.ticket.symptoms-change')}
          </summary>
          <SymptomPicker
            chosen={symptoms}
            onToggle={(symptom) => {
              run(async () => saveSymptoms(id, toggled(symptoms, symptom)))
            }}
          />
        </details>
      )}
      {isOpen && (
        <Consents
          given={consents}
          onChange={(given) => {
            run(async () => saveConsents(id, given))
          }}
        />
      )}
      <ChangeIntake key={`intake ${ticket.id}`} ticket={ticket} />
      {customer.name !== '' && <CorrectTicket key={`correct ${ticket.id}`} ticket={ticket} />}
      {isOpen && customer.name !== '' && ticket.reworkOf === null && (
        <MarkRework key={`rework ${ticket.id}`} ticket={ticket} />
      )}
      <FailureNote failure={failure} />
    </div>
  )
}

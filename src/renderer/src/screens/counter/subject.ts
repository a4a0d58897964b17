import type { PhoneView } from '../../../../contract/views.ts'
import { identifies } from '../../../../core/serial.ts'

/** What the right column is about. */
export type Subject =
  | { readonly kind: 'form' }
  | { readonly kind: 'ticket'; readonly id: string }
  | { readonly kind: 'phone'; readonly phone: PhoneView }
  | { readonly kind: 'nothing' }

/** A phone that was unplugged and is back goes on under its new key. */
const backAgain = (phones: readonly PhoneView[], gone: PhoneView | undefined): PhoneView | undefined =>
  gone?.state === 'gone' && identifies(gone.serial)
    ? phones.find(
        ({ serial, state, training }) =>
          serial === gone.serial && state !== 'gone' && training === gone.training,
      )
    : undefined

const withKey = (phones: readonly PhoneView[], key: string | null): PhoneView | undefined => {
  const selected = phones.find((phone) => phone.key === key)
  return backAgain(phones, selected) ?? selected
}

/** The phone that was selected, else the first that can be read, else any. */
export const chosenPhone = (phones: readonly PhoneView[], key: string | null): PhoneView | null =>
  withKey(phones, key) ?? phones.find((phone) => phone.state === 'device') ?? phones[0] ?? null

export const subjectOf = (
  formOpen: boolean,
  counterTicket: string | null,
  phone: PhoneView | null,
): Subject => {
  if (formOpen) return { kind: 'form' }
  const id = counterTicket ?? phone?.ticketId
  if (id) return { kind: 'ticket', id }
  return phone?.diagnosis ? { kind: 'phone', phone } : { kind: 'nothing' }
}

/** The phone whose readings stand beside a ticket: its own while it is connected, none if it is away. */
export const phoneBeside = (
  phones: readonly PhoneView[],
  selected: PhoneView | null,
  ticket: { readonly phoneKey: string | null } | null,
): PhoneView | null => (ticket ? (phones.find((phone) => phone.key === ticket.phoneKey) ?? null) : selected)

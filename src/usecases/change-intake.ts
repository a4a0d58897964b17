import { done, failed, type Answer } from '../core/failure.ts'
import { changedParts, readIntake, type Intake, type IntakeForm } from '../core/intake.ts'
import type { TicketView } from '../contract/views.ts'
import type { TicketEvent } from '../storage/store.ts'
import { changeTicket, eventAt } from './change-ticket.ts'
import { shopOf } from './shop.ts'
import type { TicketDesk } from './show-ticket.ts'

const PERSONAL = ['conditionNote', 'leftNote'] as const

/** What was noted, part by part: what is said freely goes beside the history, the rest into it. */
export const intakeEvent = (
  about: Pick<TicketEvent, 'at' | 'who'>,
  intake: Intake,
  parts: readonly (keyof Intake)[],
): TicketEvent => {
  const isPersonal = (part: keyof Intake): boolean => PERSONAL.some((name) => name === part)
  const textOf = (part: keyof Intake): string => {
    const value = intake[part]
    return typeof value === 'object' && value !== null ? value.join(' ') : String(value ?? '')
  }
  const money = parts.includes('quote') || parts.includes('paid')
  const told = parts.filter((part) => !isPersonal(part) && part !== 'currency')
  const said = parts.filter(isPersonal)
  return {
    ...about,
    code: 'intake',
    details: {
      ...Object.fromEntries(told.map((part) => [part, textOf(part)])),
      ...(money && { currency: intake.currency }),
    },
    ...(said.length > 0 && { words: Object.fromEntries(said.map((part) => [part, textOf(part)])) }),
  }
}

/** Notes what was found and left at intake, promised or paid; also of a closed ticket, as what is paid late. */
export const changeIntake = (desk: TicketDesk, id: string, form: IntakeForm): Promise<Answer<TicketView>> =>
  changeTicket(desk, id, (ticket) => {
    // Amounts that were noted keep their currency, whatever the shop has changed to since.
    const read = readIntake(form, ticket.intake.currency || shopOf(desk).currency)
    if (!read.ok) return read
    const parts = changedParts(ticket.intake, read.value)
    const { at, who } = eventAt(desk)
    return parts.length === 0
      ? failed('ticket.unchanged', { number: ticket.number })
      : done({ intake: read.value, event: intakeEvent({ at, who }, read.value, parts) })
  })

type Correction = { readonly customerName: string; readonly phoneNumber: string; readonly said: string }

/** Puts right what was written down about the customer and their words; the history keeps what stood there. */
export const correctTicket = (
  desk: TicketDesk,
  id: string,
  { customerName, phoneNumber, said }: Correction,
): Promise<Answer<TicketView>> =>
  changeTicket(desk, id, (ticket) => {
    const { customer, number } = ticket
    if (customer.name === '') return failed('customer.erased', { number })
    if (customerName.trim() === '') return failed('ticket.customer-missing')
    const after = { name: customerName.trim(), phone: phoneNumber.trim(), said: said.trim() }
    const before = { name: customer.name, phone: customer.phone, said: ticket.said }
    const fields = (['name', 'phone', 'said'] as const).filter((field) => after[field] !== before[field])
    if (fields.length === 0) return failed('ticket.unchanged', { number })
    const words = Object.fromEntries(
      fields.flatMap((field) => [
        [`${field}From`, before[field]],
        [`${field}To`, after[field]],
      ]),
    )
    const isCustomer = fields.some((field) => field !== 'said')
    return done({
      ...(fields.includes('said') && { said: after.said }),
      ...(isCustomer && { customer: { name: after.name, phone: after.phone } }),
      event: { ...eventAt(desk), code: 'corrected', details: { fields: fields.join(' ') }, words },
    })
  })

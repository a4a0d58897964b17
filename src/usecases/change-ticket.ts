import { done, failed, type Answer } from '../core/failure.ts'
import { findCheck, findFix, findSymptom } from '../core/knowledge/find.ts'
import {
  afterClose,
  afterReady,
  afterReopen,
  afterResume,
  afterWait,
  refuseIfClosed,
  warrantyAfterClose,
} from '../core/ticket-moves.ts'
import { CONSENTS, type CheckResult, type CloseResult, type Consent, type Wait } from '../core/ticket.ts'
import { textIn } from '../core/knowledge/text.ts'
import type { TicketView } from '../contract/views.ts'
import type { Store, StoredTicket, TicketChange, TicketEvent } from '../storage/store.ts'
import { shopOf } from './shop.ts'
import { viewOf, type TicketDesk } from './show-ticket.ts'

/** Now, by whoever stands at the counter. */
export const eventAt = (desk: Pick<TicketDesk, 'shop'>): Pick<TicketEvent, 'at' | 'who'> => ({
  at: new Date().toISOString(),
  who: shopOf(desk).who,
})

export const event = (
  desk: Pick<TicketDesk, 'shop'>,
  code: TicketEvent['code'],
  details: TicketEvent['details'] = {},
): TicketEvent => ({ ...eventAt(desk), code, details })

/** Changes the ticket, keeps what is advised from here on, and gives the whole view. */
export const changeTicket = async (
  desk: TicketDesk,
  id: string,
  decide: (ticket: StoredTicket) => Answer<TicketChange>,
): Promise<Answer<TicketView>> => {
  const changed = await desk.store.changeTicket(id, decide)
  if (!changed.ok) return changed
  return viewWithAdvice(desk, changed.value)
}

/**
 * The whole view of a ticket that has just been saved. The advice in it is kept beside the ticket as it was given, so
 * that it can later be compared with what helped; where that cannot be saved the change stands all the same, and
 * calling it failed would make people do it twice.
 */
export const viewWithAdvice = async (desk: TicketDesk, ticket: StoredTicket): Promise<Answer<TicketView>> => {
  const view = await viewOf(desk, ticket)
  if (!view.ok) return view
  const { id, diagnosis } = view.value
  await desk.store.saveAdvice(id, new Date().toISOString(), {
    knowledgeVersion: diagnosis.knowledgeVersion,
    causes: diagnosis.causes.slice(0, 10).map(({ id: cause, probability }) => ({ id: cause, probability })),
    next: diagnosis.next?.id ?? null,
  })
  return view
}

export const letWait = (desk: TicketDesk, id: string, wait: Wait): Promise<Answer<TicketView>> =>
  changeTicket(desk, id, (ticket) => {
    const made = event(desk, 'waiting', { for: wait })
    const moved = afterWait(ticket, wait, made.at)
    return moved.ok ? done({ ...moved.value, event: made }) : moved
  })

export const resumeTicket = (desk: TicketDesk, id: string): Promise<Answer<TicketView>> =>
  changeTicket(desk, id, (ticket) => {
    const moved = afterResume(ticket)
    return moved.ok ? done({ ...moved.value, event: event(desk, 'resumed') }) : moved
  })

export const setReady = (desk: TicketDesk, id: string, result: CloseResult): Promise<Answer<TicketView>> =>
  changeTicket(desk, id, (ticket) => {
    const moved = afterReady(ticket, result)
    return moved.ok ? done({ ...moved.value, event: event(desk, 'ready', { result }) }) : moved
  })

/** What a step loses for good was said to the customer, in the words that stand on the screen, and they agreed. */
export const agreeToLoss = async (
  desk: TicketDesk,
  input: { id: string; fix: string },
): Promise<Answer<TicketView>> => {
  const { knowledge, language } = desk.speech
  const fix = findFix(knowledge, input.fix)
  if (!fix) return failed('knowledge.unknown', { kind: 'fix', id: input.fix })
  return changeTicket(desk, input.id, (ticket) => {
    const open = refuseIfClosed(ticket)
    const loss = textIn(fix.caution ?? fix.title, language)
    return open.ok ? done({ event: event(desk, 'loss-agreed', { fix: fix.id, loss }) }) : open
  })
}

export const closeTicket = (desk: TicketDesk, id: string, result: CloseResult): Promise<Answer<TicketView>> =>
  changeTicket(desk, id, (ticket) => {
    const moved = afterClose(ticket, result)
    const made = event(desk, 'closed', { result })
    if (!moved.ok) return moved
    const warranty = warrantyAfterClose(ticket.warranty, result, made.at, shopOf(desk).warrantyDays)
    return done({ ...moved.value, closedAt: made.at, warranty, event: made })
  })

export const reopenTicket = (desk: TicketDesk, id: string): Promise<Answer<TicketView>> =>
  changeTicket(desk, id, (ticket) => {
    const moved = afterReopen(ticket)
    return moved.ok ? done({ ...moved.value, closedAt: null, event: event(desk, 'reopened') }) : moved
  })

export const changeSymptoms = async (
  desk: TicketDesk,
  id: string,
  symptoms: readonly string[],
): Promise<Answer<TicketView>> => {
  const unknown = symptoms.filter((symptom) => !findSymptom(desk.speech.knowledge, symptom))
  return changeTicket(desk, id, (ticket) => {
    // An own message that the shop has removed since stays with the tickets that have it.
    const made = unknown.find((symptom) => !ticket.symptoms.includes(symptom))
    if (made !== undefined) return failed('knowledge.unknown', { kind: 'symptom', id: made })
    const open = refuseIfClosed(ticket)
    return open.ok ? done({ symptoms, event: event(desk, 'symptoms') }) : open
  })
}

export const recordCheck = async (
  desk: TicketDesk,
  input: { id: string; check: string; result: CheckResult },
): Promise<Answer<TicketView>> => {
  const check = findCheck(desk.speech.knowledge, input.check)
  if (!check) return failed('knowledge.unknown', { kind: 'check', id: input.check })
  return changeTicket(desk, input.id, (ticket) => {
    const open = refuseIfClosed(ticket)
    if (!open.ok) return open
    return done({
      checks: { ...ticket.checks, [check.id]: input.result },
      event: event(desk, 'check', { check: check.id, result: input.result }),
    })
  })
}

/** The phone that was read turns out to be the one of a ticket that was opened without it. */
export const attachPhone = (
  desk: TicketDesk,
  id: string,
  inspectionId: string | null,
): Promise<Answer<TicketView>> =>
  changeTicket(desk, id, (ticket) => {
    const open = refuseIfClosed(ticket)
    if (!open.ok) return open
    return inspectionId === null ? failed('phone.gone') : takePhone(desk, ticket, inspectionId)
  })

/** The same where the ticket was opened on a phone that could not be read yet. */
export const givePhone = (store: Store, id: string, inspectionId: string): Promise<Answer<StoredTicket>> =>
  store.changeTicket(id, (ticket) => {
    const open = refuseIfClosed(ticket)
    return open.ok ? takePhone({}, ticket, inspectionId) : open
  })

const takePhone = (
  desk: Pick<TicketDesk, 'shop'>,
  ticket: StoredTicket,
  inspectionId: string,
): Answer<TicketChange> =>
  ticket.device === null || ticket.device.isTyped
    ? done({ inspectionId, event: event(desk, 'phone') })
    : failed('ticket.has-phone', { number: ticket.number })

/** Agreed or taken back at the counter, while the ticket is open. */
export const changeConsents = (
  desk: TicketDesk,
  id: string,
  consents: readonly Consent[],
): Promise<Answer<TicketView>> =>
  changeTicket(desk, id, (ticket) => {
    const open = refuseIfClosed(ticket)
    const given = Object.fromEntries(CONSENTS.map((each) => [each, consents.includes(each) ? 'yes' : 'no']))
    return open.ok ? done({ consents, event: event(desk, 'consents', given) }) : open
  })

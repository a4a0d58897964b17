import { done, failed, type Answer, type Failure } from '../core/failure.ts'
import type { StopReason } from '../core/phone.ts'
import { hearScreen } from '../core/screen-message/hear-screen.ts'
import { readScreen, type Screen } from '../core/screen-message/read-screen.ts'
import { SCREEN_SECTION } from '../core/screen-message/section.ts'
import { refuseIfClosed } from '../core/ticket-moves.ts'
import type { ScreenMessageView } from '../contract/views.ts'
import type { PhoneLink } from '../device/phone-link.ts'
import type { StoredTicket } from '../storage/store.ts'
import { viewWithAdvice } from './change-ticket.ts'
import { shopOf } from './shop.ts'
import type { TicketDesk } from './show-ticket.ts'

/** `uiautomator dump` gives up after 10 s by itself, and takes a second or two to start on an old phone. */
const LONGEST_MS = 15_000

type Found = ScreenMessageView['found']

/** Its screen is the customer's: never without their consent, and not once the case is over. */
const mayRead = (ticket: StoredTicket): Answer<null> => {
  const { number, consents, training } = ticket
  const open = refuseIfClosed(ticket)
  if (!open.ok) return open
  if (!consents.includes('read')) return failed('screen.no-consent', { number })
  return training ? failed('screen.training') : done(null)
}

const stopFailure = (stopped: StopReason): { ok: false; failure: Failure } => {
  if (stopped === 'unplugged') return failed('phone.gone')
  return failed(stopped === 'flood' ? 'phone.flood' : 'phone.silent')
}

const lookAt = async (link: PhoneLink, longestMs: number): Promise<Answer<Screen>> => {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort('cancelled'), longestMs)
  let screen: Screen | null = null
  const end = await link.inspect([SCREEN_SECTION], stop.signal, (output) => {
    if (output.id === SCREEN_SECTION.id) screen = readScreen(output)
  })
  clearTimeout(timer)
  if (end.stopped !== null) return stopFailure(end.stopped)
  // Only a phone that is played back ends well without it.
  return screen === null ? failed('screen.training') : done(screen)
}

/** Of all that stands on the screen only what was matched leaves this function. */
const findOn = async (desk: TicketDesk, link: PhoneLink, longestMs: number): Promise<Answer<Found>> => {
  const looked = await lookAt(link, longestMs)
  if (!looked.ok) return looked
  const screen = looked.value
  if (screen.status === 'unreadable') return failed(`screen.${screen.reason}`)
  const found = hearScreen(screen.texts, desk.speech.knowledge)
  return found.length === 0 && !screen.whole ? failed('screen.too-much') : done(found)
}

/**
 * Looks for known messages on the screen of a ticket's phone, on the technician's click. What matches becomes symptoms
 * of the ticket, named in its history; everything else of the screen is forgotten here. Also the words that matched,
 * once they are shown: a number or a name may stand among them, and what is in the history nobody can take out again.
 */
export const readScreenMessage = async (
  desk: TicketDesk,
  id: string,
  linkOf: (ticketId: string) => PhoneLink | null,
  longestMs = LONGEST_MS,
): Promise<Answer<ScreenMessageView>> => {
  const asked = await desk.store.ticket(id)
  if (!asked.ok) return asked
  if (asked.value === null) return failed('ticket.unknown', { id })
  const may = mayRead(asked.value)
  if (!may.ok) return may
  const link = linkOf(asked.value.id)
  if (link === null) return failed('screen.no-phone', { number: asked.value.number })
  const found = await findOn(desk, link, longestMs)
  if (!found.ok) return found

  const seen = found.value
  const changed = await desk.store.changeTicket(asked.value.id, (ticket) => {
    const still = mayRead(ticket)
    if (!still.ok) return still
    const symptoms = [...new Set([...ticket.symptoms, ...seen.map(({ symptom }) => symptom)])]
    const about = { at: new Date().toISOString(), who: shopOf(desk).who }
    return done({
      symptoms,
      event:
        seen.length === 0
          ? { ...about, code: 'screen-nothing', details: {} }
          : { ...about, code: 'screen', details: { symptoms: seen.map(({ symptom }) => symptom).join(' ') } },
    })
  })
  if (!changed.ok) return changed
  const view = await viewWithAdvice(desk, changed.value)
  return view.ok ? done({ ticket: view.value, found: seen }) : view
}

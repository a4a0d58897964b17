import { done, failed, type Answer } from '../core/failure.ts'
import { WATCH_COMMAND } from '../core/sign-in-watch/command.ts'
import type { Observation } from '../core/sign-in-watch/observation.ts'
import { logReader, type LogReader } from '../core/sign-in-watch/read-log.ts'
import { symptomsInLog } from '../core/sign-in-watch/symptoms-in-log.ts'
import { refuseIfClosed } from '../core/ticket-moves.ts'
import type { WatchEnd } from '../contract/views.ts'
import type { LinkEnd, PhoneLink } from '../device/phone-link.ts'
import type { StoredTicket, TicketChange, TicketEvent } from '../storage/store.ts'
import { viewWithAdvice } from './change-ticket.ts'
import { loggedEvent } from './logged-events.ts'
import { shopOf } from './shop.ts'
import type { TicketDesk } from './show-ticket.ts'

/** A customer who tries once needs a minute or two, the code by SMS included. */
export const LONGEST_WATCH = 180

/** Until the phone has said that it begins, and until a trace that has stopped is whole. Milliseconds. */
const LONGEST_START = 10_000
const SETTLES = 500

/** The account client's lines of one try are some kilobytes. */
const MOST_BYTES = 2 * 1024 * 1024

export type Watch = { readonly end: WatchEnd; readonly seen: readonly Observation[] }

export type WatchGiven = {
  readonly seconds: number
  /** Its reason: "stopped" or "closed". */
  readonly signal: AbortSignal
  /** Something of the watch is saved now. */
  readonly saved: () => void
}

/** The log is the customer's: never without their consent, and not once the case is over. */
const mayWatch = (ticket: StoredTicket): Answer<null> => {
  const open = refuseIfClosed(ticket)
  if (!open.ok) return open
  const { number, consents } = ticket
  return consents.includes('read') ? done(null) : failed('watch.no-consent', { number })
}

const endOf = ({ stopped }: LinkEnd, why: unknown, reader: LogReader): WatchEnd => {
  if (reader.isFull()) return 'flood'
  switch (stopped) {
    case 'unplugged':
    case 'flood':
      return stopped
    case 'silent':
      return reader.hasBegun() ? 'time' : 'silent'
    case 'cancelled':
      return why === 'time' || why === 'silent' || why === 'closed' ? why : 'stopped'
    case null:
      // Without shell protocol 2 a stream just ends; only the command's own last line says that it was not cut.
      return reader.hasEnded() ? 'no-log' : 'unplugged'
  }
}

/** Follows the log until something ends it; `onSeen` gets each observation as it comes. */
const follow = async (
  link: PhoneLink,
  { seconds, signal }: WatchGiven,
  failing: AbortSignal,
  onSeen: (seen: Observation) => void,
): Promise<WatchEnd> => {
  const reader = logReader()
  const own = new AbortController()
  const over = setTimeout(() => own.abort('time'), seconds * 1000)
  const silent = setTimeout(() => reader.hasBegun() || own.abort('silent'), LONGEST_START)
  let settling: ReturnType<typeof setTimeout> | undefined
  const take = (seen: readonly Observation[]): void => {
    seen.forEach(onSeen)
    if (reader.isFull()) own.abort('flood')
  }
  const all = AbortSignal.any([signal, own.signal, failing])
  const limits = { totalMs: (seconds + 30) * 1000, maxBytes: MOST_BYTES }
  const end = await link.follow(WATCH_COMMAND, limits, all, (bytes) => {
    take(reader.push(bytes, Date.now()))
    clearTimeout(settling)
    settling = setTimeout(() => take(reader.settle()), SETTLES)
  })
  for (const timer of [over, silent, settling]) clearTimeout(timer)
  take(reader.settle())
  return endOf(end, all.reason, reader)
}

/**
 * Watches one sign-in in the log of a ticket's phone, with the customer's consent. Each observation is on the disk
 * before anybody is told of it; of the log itself nothing is kept. Ends early when the ticket no longer allows it.
 */
export const watchSignIn = async (
  desk: TicketDesk,
  id: string,
  link: PhoneLink,
  given: WatchGiven,
): Promise<Answer<Watch>> => {
  const keep = async (decide: (ticket: StoredTicket) => Answer<TicketChange>) => {
    const kept = await desk.store.changeTicket(id, decide)
    if (kept.ok) given.saved()
    return kept
  }
  const event = (code: 'watch' | 'watch-ended', details: TicketEvent['details']): TicketChange => ({
    event: { at: new Date().toISOString(), who: shopOf(desk).who, code, details },
  })
  const begun = await keep((ticket) => {
    const may = mayWatch(ticket)
    return may.ok ? done(event('watch', { seconds: given.seconds })) : may
  })
  if (!begun.ok) return begun

  const seen: Observation[] = []
  const failing = new AbortController()
  let kept: Answer<StoredTicket> = begun
  let keeping: Promise<void> = Promise.resolve()
  const keepSeen = async (one: Observation): Promise<void> => {
    if (!kept.ok) return
    const means = symptomsInLog([one], desk.speech.knowledge).map(({ symptom }) => symptom)
    kept = await keep((ticket) => {
      const may = mayWatch(ticket)
      if (!may.ok) return may
      return done({
        symptoms: [...new Set([...ticket.symptoms, ...means])],
        event: loggedEvent(one, shopOf(desk).who),
      })
    })
    if (kept.ok) seen.push(one)
    else failing.abort('stopped')
  }
  const end = await follow(link, given, failing.signal, (one) => {
    keeping = keeping.then(() => keepSeen(one))
  })
  await keeping
  // Also where the consent was taken back meanwhile: that it is over is nothing of the phone's.
  const ended = await keep(() => done(event('watch-ended', { why: end, count: seen.length })))
  if (!kept.ok) return kept
  if (!ended.ok) return ended
  const advised = await viewWithAdvice(desk, ended.value)
  return advised.ok ? done({ end, seen }) : advised
}

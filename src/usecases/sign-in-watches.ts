import { failed, type Answer } from '../core/failure.ts'
import type { TicketView } from '../contract/views.ts'
import type { PhoneLink } from '../device/phone-link.ts'
import { showTicket, type TicketDesk } from './show-ticket.ts'
import { LONGEST_WATCH, watchSignIn } from './watch-sign-in.ts'

export type SignInWatches = {
  /** Watches one sign-in on the phone of a ticket; answers when it is over. One at a time for each phone. */
  readonly watch: (id: string) => Promise<Answer<TicketView>>
  /** Done when what was seen and that it ended is saved. */
  readonly stop: (ticketId: string) => Promise<void>
  readonly isRunning: (ticketId: string) => boolean
  readonly close: () => Promise<void>
}

type Given = {
  readonly desk: Pick<TicketDesk, 'store' | 'speech' | 'phoneOf' | 'shop'>
  readonly linkOf: (ticketId: string) => PhoneLink | null
  /** Something of a ticket's watch is saved, or it has ended. */
  readonly changed: (ticketId: string) => void
}

type Running = { readonly phone: string; readonly stop: AbortController; readonly over: Promise<unknown> }

export const signInWatches = ({ desk: given, linkOf, changed }: Given): SignInWatches => {
  const running = new Map<string, Running>()
  const desk: TicketDesk = { ...given, isWatched: (id) => running.has(id) }

  const watch = async (asked: string): Promise<Answer<TicketView>> => {
    const found = await showTicket(desk, asked)
    if (!found.ok) return found
    const { id, number, phoneKey, consents } = found.value
    // Without consent the phone is not even looked for.
    if (!consents.includes('read')) return failed('watch.no-consent', { number })
    const link = linkOf(id)
    if (link === null || phoneKey === null) return failed('watch.no-phone', { number })
    if ([...running.values()].some(({ phone }) => phone === phoneKey)) return failed('watch.running')
    const stop = new AbortController()
    const work = watchSignIn(desk, id, link, {
      seconds: LONGEST_WATCH,
      signal: stop.signal,
      saved: () => changed(id),
    }).finally(() => {
      running.delete(id)
      changed(id)
    })
    running.set(id, { phone: phoneKey, stop, over: work })
    const watched = await work
    return watched.ok ? showTicket(desk, id) : watched
  }

  return {
    watch,
    stop: async (id) => {
      const one = running.get(id)
      one?.stop.abort('stopped')
      await Promise.allSettled([one?.over])
    },
    isRunning: (id) => running.has(id),
    close: async () => {
      for (const { stop } of running.values()) stop.abort('closed')
      await Promise.allSettled([...running.values()].map(({ over }) => over))
    },
  }
}

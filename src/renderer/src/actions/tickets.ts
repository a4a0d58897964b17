import type { TicketView } from '../../../contract/views.ts'
import type { Answer } from '../../../core/failure.ts'
import type { CheckResult, CloseResult, Consent, Outcome, Verification } from '../../../core/ticket.ts'
import { ask } from '../desk.ts'
import { useStore } from '../store/store.ts'
import { say } from '../words.ts'
import { draftToSend, keepSaving, stopSaving } from './draft.ts'

export type TicketAnswer = Answer<TicketView>

export const landed = (answer: TicketAnswer, notice?: (ticket: TicketView) => string): TicketAnswer => {
  if (!answer.ok) return answer
  const store = useStore.getState()
  store.showTicket(answer.value)
  if (notice) store.tell(notice(answer.value))
  return answer
}

export const loadTicket = async (id: string): Promise<TicketAnswer> => landed(await ask('ticket.get', { id }))

export const openTicket = async (phoneKey: string | null): Promise<TicketAnswer> => {
  stopSaving()
  const answer = landed(await ask('ticket.open', { ...draftToSend(), phoneKey }), ({ number }) =>
    say('screen.notice.opened', { number }),
  )
  if (answer.ok) {
    const store = useStore.getState()
    store.clearDraft()
    store.showOnCounter(answer.value.id)
  } else keepSaving()
  return answer
}

export const recordAttempt = async (
  id: string,
  /** Several where they were done before one sign-in. */
  [fix = '', ...others]: readonly string[],
  made: { readonly outcome: Outcome; readonly verified: Verification; readonly minutes?: number | null },
): Promise<TicketAnswer> =>
  landed(await ask('ticket.attempt', { id, fix, with: others, ...made }), () =>
    say('screen.notice.attempt', { outcome: made.outcome }),
  )

export const agreeToLoss = async (id: string, fix: string): Promise<TicketAnswer> =>
  landed(await ask('ticket.agreeToLoss', { id, fix }))

export const recordCheck = async (id: string, check: string, result: CheckResult): Promise<TicketAnswer> =>
  landed(await ask('ticket.check', { id, check, result }), () => say('screen.notice.check'))

export const attachPhone = async (id: string, phoneKey: string): Promise<TicketAnswer> =>
  landed(await ask('ticket.attach', { id, phoneKey }), ({ number }) =>
    say('screen.notice.attached', { number }),
  )

export const saveConsents = async (id: string, consents: readonly Consent[]): Promise<TicketAnswer> =>
  landed(await ask('ticket.consents', { id, consents: [...consents] }), () => say('screen.notice.saved'))

export const saveSymptoms = async (id: string, symptoms: readonly string[]): Promise<TicketAnswer> =>
  landed(await ask('ticket.symptoms', { id, symptoms: [...symptoms] }), () => say('screen.notice.saved'))

/** Says what was found; nothing else of the screen comes here. */
export const readScreen = async (id: string): Promise<TicketAnswer> => {
  const answer = await ask('ticket.readScreen', { id })
  if (!answer.ok) return answer
  const { ticket, found } = answer.value
  return landed({ ok: true, value: ticket }, () =>
    found.length === 0
      ? say('screen.notice.screen-nothing')
      : say('screen.notice.screen-found', { words: found.map(({ words }) => words).join(' · ') }),
  )
}

/** Over when the watch is; what is seen until then comes by itself. */
export const watchSignIn = async (id: string): Promise<TicketAnswer> =>
  landed(await ask('ticket.watchSignIn', { id }))

export const stopWatch = async (id: string): Promise<Answer<null>> => ask('ticket.stopWatch', { id })

/** On the counter the closed ticket stays in view, though the phone no longer names it. */
export const closeTicket = async (id: string, result: CloseResult): Promise<TicketAnswer> => {
  const store = useStore.getState()
  if (store.place.page === 'counter' && !store.formOpen) store.showOnCounter(id)
  return landed(await ask('ticket.close', { id, result }), ({ number }) =>
    say(`screen.notice.closed.${result}`, { number }),
  )
}

export const reopenTicket = async (id: string): Promise<TicketAnswer> =>
  landed(await ask('ticket.reopen', { id }), ({ number }) => say('screen.notice.reopened', { number }))

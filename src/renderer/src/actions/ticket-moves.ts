import type { CloseResult, Wait } from '../../../core/ticket.ts'
import { ask } from '../desk.ts'
import { say } from '../words.ts'
import { landed, type TicketAnswer } from './tickets.ts'

export const letWait = async (id: string, wait: Wait): Promise<TicketAnswer> =>
  landed(await ask('ticket.wait', { id, for: wait }), ({ number }) =>
    say('screen.notice.waits', { number, what: wait.replaceAll('-', '_') }),
  )

export const resumeTicket = async (id: string): Promise<TicketAnswer> =>
  landed(await ask('ticket.resume', { id }), ({ number }) => say('screen.notice.resumed', { number }))

export const setReady = async (id: string, result: CloseResult): Promise<TicketAnswer> =>
  landed(await ask('ticket.ready', { id, result }), ({ number }) => say('screen.notice.ready', { number }))

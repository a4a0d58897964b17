import type { IntakeForm } from '../../../core/intake.ts'
import { ask } from '../desk.ts'
import { say } from '../words.ts'
import { landed, type TicketAnswer } from './tickets.ts'

export const saveIntake = async (id: string, intake: IntakeForm): Promise<TicketAnswer> =>
  landed(await ask('ticket.intake', { id, intake }), () => say('screen.notice.saved'))

export const correctTicket = async (
  id: string,
  corrected: { readonly customerName: string; readonly phoneNumber: string; readonly said: string },
): Promise<TicketAnswer> =>
  landed(await ask('ticket.correct', { id, ...corrected }), () => say('screen.notice.corrected'))

export const markRework = async (id: string, of: string): Promise<TicketAnswer> =>
  landed(await ask('ticket.rework', { id, of }), () => say('screen.notice.saved'))

export const addNote = async (id: string, text: string, corrects: string | null): Promise<TicketAnswer> =>
  landed(await ask('ticket.note', { id, text, corrects }), () => say('screen.notice.noted'))

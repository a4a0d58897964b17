import { workedFixes } from '../worked-fixes.ts'
import { factIf, text, type PaperLine } from './paper.ts'
import type { PaperShop, PaperSpeech, PaperTicket } from './paper-ticket.ts'
import { paperAmount, paperDay } from './paper-words.ts'

/** As they were noted; the program reckons nothing. */
export const money = (
  { intake: { quote, paid, currency } }: PaperTicket,
  { say }: PaperSpeech,
): readonly PaperLine[] => [
  ...factIf(say('paper.quote'), paperAmount(quote, currency)),
  ...factIf(say('paper.paid'), paperAmount(paid, currency)),
]

/**
 * Until when what was done is answered for. Before the phone is handed over as fixed the day is not known, only how long;
 * of a case that was not fixed nothing is said, since what the law gives a customer is not ours to deny.
 */
export const warranty = (
  ticket: PaperTicket,
  { warrantyDays }: PaperShop,
  speech: PaperSpeech,
): readonly PaperLine[] => {
  const { say } = speech
  const { warranty: noted, state, result } = ticket
  if (noted !== null && noted.until !== null)
    return [text(say('paper.warranty.until', { day: paperDay(noted.until, speech) }))]
  const willBeFixed =
    state !== 'closed' && (state === 'fixed' || result === 'fixed') && workedFixes(ticket).length > 0
  const days = noted?.days ?? warrantyDays
  return willBeFixed && days > 0 ? [text(say('paper.warranty.from', { days }))] : []
}

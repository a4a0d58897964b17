import type { PaperSpeech, PaperTicket } from './paper-ticket.ts'

/** What stands under a title: when, under which first ticket, and that nobody's phone is meant where it is training. */
export const under = (
  { training, reworkOf }: PaperTicket,
  when: readonly string[],
  { say }: PaperSpeech,
): readonly string[] => [
  ...when,
  ...(reworkOf === null ? [] : [say('paper.rework', { number: reworkOf.number })]),
  ...(training ? [say('paper.training')] : []),
]

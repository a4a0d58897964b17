import { givenBack } from './given-back.ts'
import { trouble } from './intake-slip.ts'
import { money, warranty } from './money-and-warranty.ts'
import { notLookedAt } from './not-looked-at.ts'
import { factIf, item, partsOf, type PaperDocument } from './paper.ts'
import type { PaperShop, PaperSpeech, PaperTicket } from './paper-ticket.ts'
import { letterheadLines, paperTime } from './paper-words.ts'
import { phoneLines } from './phone-lines.ts'
import { under } from './under.ts'
import { howToUndo, whatWasDone } from './what-was-done.ts'
import { whatWasFound } from './what-was-found.ts'
import { whatWasRead } from './what-was-read.ts'

/** A paper that is made while the phone is still here must not look like a receipt for handing it over. */
const when = ({ openedAt, closedAt }: PaperTicket, now: string, speech: PaperSpeech): readonly string[] => [
  speech.say('paper.intake.taken', { when: paperTime(openedAt, speech), named: 'no', who: '' }),
  closedAt === null
    ? speech.say('paper.hand-over.not-yet', { when: paperTime(now, speech) })
    : speech.say('paper.hand-over.when', { when: paperTime(closedAt, speech) }),
]

/** Goes home with the phone: it needs the customer's name to reach them, and no number. */
export const handOverSlip = (
  ticket: PaperTicket,
  now: string,
  shop: PaperShop,
  speech: PaperSpeech,
): PaperDocument => {
  const { say } = speech
  const { number, customer, advice } = ticket
  return {
    kind: 'hand-over',
    letterhead: letterheadLines(shop.letterhead),
    title: say('paper.hand-over.title'),
    number,
    under: under(ticket, when(ticket, now, speech), speech),
    code: number,
    parts: partsOf(
      {
        title: say('paper.the-phone'),
        lines: [...factIf(say('paper.hand-over.for'), customer.name), ...phoneLines(ticket, 'end', speech)],
      },
      { title: say('paper.hand-over.came'), lines: trouble(ticket, speech) },
      { title: say('paper.hand-over.found'), lines: whatWasFound(ticket, speech) },
      { title: say('paper.hand-over.done'), lines: whatWasDone(ticket, speech) },
      { title: say('paper.hand-over.undo'), lines: howToUndo(ticket, speech) },
      { title: say('paper.hand-over.read'), lines: whatWasRead(ticket, speech) },
      { title: say('paper.hand-over.not'), lines: notLookedAt(ticket, speech) },
      { title: say('paper.hand-over.advice'), lines: advice.map((each) => item(each.title, each.text)) },
      { title: say('paper.hand-over.money'), lines: money(ticket, speech) },
      { title: say('paper.hand-over.warranty'), lines: warranty(ticket, shop, speech) },
      { title: say('paper.hand-over.back'), lines: givenBack(ticket, speech) },
    ),
  }
}

import { CONSENTS } from '../ticket.ts'
import { asTakenIn } from './as-taken-in.ts'
import { fact, factIf, item, partsOf, sign, text, type PaperDocument, type PaperLine } from './paper.ts'
import type { PaperShop, PaperSpeech, PaperTicket } from './paper-ticket.ts'
import { letterheadLines, paperTime, shortened, symptomTitle } from './paper-words.ts'
import { phoneLines } from './phone-lines.ts'
import { under } from './under.ts'

const takenIn = ({ openedAt, takenInBy }: PaperTicket, speech: PaperSpeech): string =>
  speech.say('paper.intake.taken', {
    when: paperTime(openedAt, speech),
    named: takenInBy === '' ? 'no' : 'yes',
    who: takenInBy,
  })

/** The customer's own words first, then what was made of them. */
export const trouble = ({ said, symptoms }: PaperTicket, speech: PaperSpeech): readonly PaperLine[] => {
  const words = shortened(said, speech.say)
  return [
    ...(words === '' ? [] : [text(words)]),
    ...symptoms.map((symptom) => item(symptomTitle(symptom, speech))),
  ]
}

/** For the customer, when the phone is taken in: whose it is, what was left, what was agreed. */
export const intakeSlip = (ticket: PaperTicket, shop: PaperShop, speech: PaperSpeech): PaperDocument => {
  const { say } = speech
  const { number, customer, consents } = ticket
  return {
    kind: 'intake',
    letterhead: letterheadLines(shop.letterhead),
    title: say('paper.intake.title'),
    number,
    under: under(ticket, [takenIn(ticket, speech)], speech),
    code: number,
    parts: partsOf(
      {
        title: say('paper.customer'),
        lines: [...factIf(say('paper.name'), customer.name), ...factIf(say('paper.phone'), customer.phone)],
      },
      { title: say('paper.the-phone'), lines: phoneLines(ticket, 'whole', speech) },
      { title: say('paper.intake.trouble'), lines: trouble(ticket, speech) },
      { title: say('paper.intake.noted'), lines: asTakenIn(ticket, speech) },
      {
        title: say('paper.intake.agreed'),
        lines: CONSENTS.map((consent) =>
          fact(say(`paper.consent.${consent}`), say(consents.includes(consent) ? 'paper.yes' : 'paper.no')),
        ),
      },
      {
        title: say('paper.intake.yours'),
        lines: [
          text(say('paper.intake.secret')),
          text(say('paper.intake.privacy')),
          text(say('paper.intake.bring')),
          sign(say('paper.sign.customer')),
          sign(say('paper.sign.shop')),
        ],
      },
    ),
  }
}

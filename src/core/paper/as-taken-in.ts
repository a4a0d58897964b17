import { fact, factIf, type PaperLine } from './paper.ts'
import type { PaperSpeech, PaperTicket } from './paper-ticket.ts'
import { paperAmount, paperTime } from './paper-words.ts'

const listed = (words: readonly string[], note: string): string =>
  [...words, note.trim()].filter((each) => each !== '').join(', ')

/** What was left with the phone, as words; '' where nobody has asked. */
export const sayLeft = ({ left, leftNote }: PaperTicket['intake'], { say }: PaperSpeech): string =>
  listed(
    left.map((each) => say(`intake.left.${each}`)),
    leftNote,
  )

/** What nobody looked at or asked for is said to be so: left away it would read as "nothing wrong, nothing left". */
export const asTakenIn = ({ intake }: PaperTicket, speech: PaperSpeech): readonly PaperLine[] => {
  const { say } = speech
  const { condition, conditionNote, proof, promisedAt, quote, paid, currency } = intake
  const seen = listed(
    condition.map((each) => say(`intake.condition.${each}`)),
    conditionNote,
  )
  return [
    fact(say('paper.intake.condition'), seen || say('paper.intake.not-looked')),
    fact(say('paper.intake.left'), sayLeft(intake, speech) || say('paper.intake.not-asked')),
    fact(say('paper.intake.proof'), say(`intake.proof.${proof ?? 'none'}`)),
    fact(
      say('paper.intake.promised'),
      promisedAt === null ? say('paper.intake.no-date') : paperTime(promisedAt, speech),
    ),
    fact(say('paper.quote'), paperAmount(quote, currency) || say('paper.intake.no-quote')),
    ...factIf(say('paper.paid'), paperAmount(paid, currency)),
  ]
}

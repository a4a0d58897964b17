import { LEFT_ITEMS } from '../intake.ts'
import { item, sign, text, type PaperLine } from './paper.ts'
import type { PaperSpeech, PaperTicket } from './paper-ticket.ts'

/** What has to go home too, to be ticked off with the customer, who signs for it. */
export const givenBack = ({ intake }: PaperTicket, { say }: PaperSpeech): readonly PaperLine[] => {
  const things = [
    ...LEFT_ITEMS.filter((each) => each !== 'nothing' && intake.left.includes(each)).map((each) =>
      say(`intake.left.${each}`),
    ),
    intake.leftNote.trim(),
  ].filter((each) => each !== '')
  const none = say(intake.left.includes('nothing') ? 'paper.back.nothing' : 'paper.back.not-asked')
  return [
    ...(things.length === 0 ? [text(none)] : things.map((each) => item(each))),
    sign(say('paper.sign.received')),
  ]
}

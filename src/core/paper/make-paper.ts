import { missingCase } from '../failure.ts'
import { deviceLabel } from './device-label.ts'
import { handOverSlip } from './hand-over-slip.ts'
import { intakeSlip } from './intake-slip.ts'
import type { PaperDocument, PaperKind } from './paper.ts'
import type { PaperShop, PaperSpeech, PaperTicket } from './paper-ticket.ts'

/** `now` is when it is made (ISO, UTC). */
export const makePaper = (
  kind: PaperKind,
  ticket: PaperTicket,
  { now, shop }: { readonly now: string; readonly shop: PaperShop },
  speech: PaperSpeech,
): PaperDocument => {
  switch (kind) {
    case 'intake':
      return intakeSlip(ticket, shop, speech)
    case 'label':
      return deviceLabel(ticket.number)
    case 'hand-over':
      return handOverSlip(ticket, now, shop, speech)
    default:
      return missingCase(kind)
  }
}

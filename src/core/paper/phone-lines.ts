import { cleanDeviceText } from '../device-text.ts'
import { factIf, text, type PaperLine } from './paper.ts'
import type { PaperSpeech, PaperTicket } from './paper-ticket.ts'
import { lastDigits } from './paper-words.ts'

/** The serial is at most as long as adb's own, but nothing that a phone says is taken at its word. */
const LONGEST_SERIAL = 64

/**
 * Which phone it is, and whether it said so itself. `whole` numbers stand on the receipt for a phone that stays here; the
 * paper that goes home with it needs no more than their ends.
 */
export const phoneLines = (
  { device }: Pick<PaperTicket, 'device'>,
  numbers: 'whole' | 'end',
  { say }: PaperSpeech,
): readonly PaperLine[] => {
  if (device === null) return [text(say('paper.phone.unknown'))]
  const shown = (number: string): string => (numbers === 'whole' ? number : lastDigits(number))
  const serial = cleanDeviceText(device.serial, LONGEST_SERIAL)
  const imeis = (device.imeis ?? []).filter((imei) => imei !== '')
  const part = { part: numbers }
  const lines = [
    ...factIf(say('paper.model'), cleanDeviceText(device.model ?? '')),
    ...factIf(say('paper.imei', part), imeis.map(shown).join(' · ')),
    ...factIf(say('paper.serial', part), shown(serial)),
  ]
  if (lines.length === 0) return [text(say('paper.phone.unknown'))]
  return [...lines, text(say(device.isTyped === true ? 'paper.phone.typed' : 'paper.phone.claims'))]
}

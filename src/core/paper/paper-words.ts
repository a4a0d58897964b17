import { findFix, findSymptom } from '../knowledge/find.ts'
import { textIn } from '../knowledge/text.ts'
import { writeAmount } from '../money.ts'
import type { Say } from '../words/index.ts'
import type { PaperSpeech } from './paper-ticket.ts'

const written = (iso: string, { timeZone }: PaperSpeech, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...parts, ...(timeZone !== undefined && { timeZone }) }).format(
    new Date(iso),
  )

/** Day before month, the month as a word: no two countries read it differently. */
export const paperTime = (iso: string, speech: PaperSpeech): string =>
  written(iso, speech, { dateStyle: 'long', timeStyle: 'short' })

export const paperDay = (iso: string, speech: PaperSpeech): string =>
  written(iso, speech, { dateStyle: 'long' })

/** '' where none was noted. */
export const paperAmount = (minor: number | null, currency: string): string =>
  minor === null ? '' : `${writeAmount(minor, currency)} ${currency}`.trim()

const formerTitle = (id: string, { former = [] }: PaperSpeech): string =>
  former.find((each) => each.id === id)?.title ?? id

export const fixTitle = (id: string, speech: PaperSpeech): string => {
  const fix = findFix(speech.knowledge, id)
  return fix ? textIn(fix.title, speech.language) : formerTitle(id, speech)
}

export const symptomTitle = (id: string, speech: PaperSpeech): string => {
  const symptom = findSymptom(speech.knowledge, id)
  return symptom ? textIn(symptom.title, speech.language) : formerTitle(id, speech)
}

/** Enough to tell two phones on a shelf apart, and too little for anything else. */
export const lastDigits = (serial: string): string => (serial.length > 4 ? `…${serial.slice(-4)}` : serial)

/** A customer's words may be a whole chat; the ticket keeps all of it. */
const LONGEST_SAID = 600
const MOST_LINES = 12

/** Lines with nothing on them take up paper and say nothing. */
const linesOf = (words: string): readonly string[] =>
  words
    .split(/\r?\n|[\v\f\u0085\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const shortened = (words: string, say: Say): string => {
  const lines = linesOf(words)
  const short = lines
    .slice(0, MOST_LINES)
    .join('\n')
    .slice(0, LONGEST_SAID)
    .replace(/\p{Cs}$/u, '')
  return short === lines.join('\n') ? short : say('paper.shortened', { words: short.trimEnd() })
}

/** The first lines of what a shop says of itself. */
export const letterheadLines = (letterhead: string): readonly string[] => linesOf(letterhead).slice(0, 5)

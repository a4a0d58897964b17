import { codeWords, phoneWords, phoneWordsIn } from './number-words.ts'
import { searchWordsOf, signsOf } from './words-of.ts'

/** All of a ticket that it can be found by. */
export type Searchable = {
  readonly number: string
  /** What people are called: the only place where a sign says something. */
  readonly names: readonly (string | null)[]
  /** Models, what was said, notes: anything that people wrote or a phone says. */
  readonly texts: readonly (string | null)[]
  readonly phones: readonly (string | null)[]
  /** Serials and IMEIs. */
  readonly codes: readonly (string | null)[]
  /** Symptoms and fixes, by their ids: their titles are in the knowledge, and change with it. */
  readonly known: readonly string[]
  /** What worked; each of several where it is not known which of them did. */
  readonly worked: readonly string[]
  /** What the list is narrowed by, each in one word: "state:closed". */
  readonly marks: readonly string[]
}

/** Every ticket has it, so that all of them are counted as everything else is. */
export const ANY_TICKET = '*'
export const markWord = (mark: string): string => `=${mark}`
export const knownWord = (id: string): string => `#${id}`
export const workedWord = (fix: string): string => `!${fix}`

/** "T-0412" as one word. */
export const numberWord = (number: string): string => number.toLowerCase().replaceAll(/[^a-z0-9]/gu, '')

/** A text of 20 000 signs has fewer; what comes after so many is not found. */
const MOST_WORDS = 8000

const present = (texts: readonly (string | null)[]): readonly string[] => texts.flatMap((text) => text ?? [])

/** The words that a ticket is found by, each once. Those of a kind have a sign before them that no text gives. */
export const wordsOfTicket = (ticket: Searchable): readonly string[] => {
  const names = present(ticket.names)
  const texts = [...names, ...present(ticket.texts)]
  const words = [
    ANY_TICKET,
    numberWord(ticket.number),
    ...ticket.marks.map(markWord),
    ...ticket.known.map(knownWord),
    ...ticket.worked.map(workedWord),
    ...present(ticket.phones).flatMap(phoneWords),
    ...present(ticket.codes).flatMap(codeWords),
    ...names.flatMap(signsOf),
    ...texts.flatMap(phoneWordsIn),
    ...texts.flatMap((text) => searchWordsOf(text).map(({ word }) => word)),
  ]
  return [...new Set(words.map((word) => word.replaceAll(/\s/gu, '')))].slice(0, MOST_WORDS)
}

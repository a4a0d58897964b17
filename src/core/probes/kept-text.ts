import { keepAccountLine } from './account-dump.ts'
import { refusalIn, refusalWords } from './answer.ts'
import { keepConnectivity } from './kept-connectivity.ts'
import { keepPolicyLine } from './device-owner.ts'
import { keepLines } from './kept-lines.ts'
import { keepProperties } from './kept-properties.ts'
import { madeOnce } from './made-once.ts'
import { keepPackageList, withoutNames } from './package-list.ts'
import { keepRecord } from './package-record.ts'
import { plainText } from './plain-text.ts'
import { propertiesIn } from './properties.ts'
import type { SectionOutput } from './probe.ts'
import { keepSettings } from './settings.ts'
import { keepUserLine } from './users.ts'

/** No phone that we know comes near it once its text is reduced. */
export const LONGEST_KEPT = 20_000

/** Whether it is complete may be left out of a text that was kept before: there is no half login in it. */
type Output = Pick<SectionOutput, 'id' | 'text'> & { readonly complete?: boolean }

/**
 * The part of a section's text that may be kept in a record or a recording: what a reading is made from, and no more.
 * Every reading can be made again from it; names of people, of accounts and apps and of Wi-Fi networks are gone.
 */
export const keptText: (output: Output) => string = madeOnce((output) => {
  const kept = reduced(output)
  if (kept.length <= LONGEST_KEPT) return kept
  const head = kept.slice(0, LONGEST_KEPT)
  return head.slice(0, head.lastIndexOf('\n') + 1) || head
})

const reduced = (output: Output): string => {
  const { id, text: raw, complete = true } = output
  const text = plainText(raw)
  switch (id) {
    case 'getprop':
      return keepProperties(propertiesIn(output)) || withReason('', text)
    case 'settings':
      return withReason(keepSettings(text, complete), text)
    case 'account':
      return withReason(keepLines(text, keepAccountLine), text)
    case 'connectivity':
      return withReason(keepConnectivity(text), text)
    case 'device-policy':
      return withReason(keepLines(text, keepPolicyLine), text)
    case 'users':
      return withReason(keepLines(text, keepUserLine), text)
    case 'packages':
    case 'packages-disabled':
    case 'packages-removed':
      return withReason(keepPackageList(text), withoutNames(text))
    default:
      // What is left are numbers of the phone's own: clock, battery, storage, data saver, pings.
      return id.startsWith('package ') ? withReason(keepRecord(text), text) : raw
  }
}

/** Stands for an answer of which nothing may be kept: there was one, in a form that is not known. */
const SOMETHING = '***\n'

/** What is kept must give the same reason as the whole text when nothing can be read from it. */
const withReason = (kept: string, text: string): string => {
  const words = refusalWords(text)
  if (words !== null) return refusalIn(kept) === refusalIn(text) ? kept : `${words}\n${kept}`
  return kept === '' && text.trim() !== '' ? SOMETHING : kept
}

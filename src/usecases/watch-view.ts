import { WATCH_ENDS, type WatchEnd, type WatchView } from '../contract/views.ts'
import type { Knowledge } from '../core/knowledge/knowledge.ts'
import { textIn } from '../core/knowledge/text.ts'
import { codeMeaning } from '../core/sign-in-watch/code-meaning.ts'
import type { Language, Say } from '../core/words/index.ts'
import { saySeen } from '../core/words/say-observation.ts'
import type { TicketEvent } from '../storage/store.ts'
import { observationIn } from './logged-events.ts'

const endIn = (events: readonly TicketEvent[], isRunning: boolean): WatchEnd | null => {
  const ended = events.find(({ code }) => code === 'watch-ended')
  if (ended) return WATCH_ENDS.find((why) => why === ended.details['why']) ?? 'cut-short'
  return isRunning ? null : 'cut-short'
}

type Speech = { readonly knowledge: Knowledge; readonly language: Language; readonly say: Say }

/** The last time that a sign-in was watched for a ticket, from what is kept of it. */
export const watchView = (
  events: readonly TicketEvent[],
  isRunning: boolean,
  { knowledge, language, say }: Speech,
): WatchView | null => {
  const from = events.findLastIndex(({ code }) => code === 'watch')
  const begun = events[from]
  if (begun === undefined) return null
  const since = events.slice(from)
  const seenIn = (some: readonly TicketEvent[]): WatchView['seen'] =>
    some.flatMap((event) => {
      const seen = observationIn(event)
      if (!seen) return []
      const code = codeMeaning(seen, knowledge)
      const meaning = code && textIn(code.meaning, language)
      return [{ at: seen.at, phoneTime: seen.phoneTime, words: saySeen(seen, say), meaning }]
    })
  return {
    startedAt: begun.at,
    seconds: Number(begun.details['seconds']),
    end: endIn(since, isRunning),
    seen: seenIn(since),
    before: seenIn(events.slice(0, from)),
  }
}

import type { Say } from '../core/words/index.ts'
import type { TicketEvent } from '../storage/store.ts'

export const sayNote = ({ details, words }: TicketEvent, say: Say): string => {
  const text = words?.['text']
  if (text === undefined) return say('history.note.erased')
  if (details['corrects'] === undefined) return say('history.note', { text })
  return text === '' ? say('history.note.withdrawn') : say('history.note.corrected', { text })
}

/** What stood there and what stands there now; once the customer is erased, only that something was put right. */
export const sayCorrection = ({ details, words }: TicketEvent, say: Say): string =>
  words === undefined
    ? say('history.corrected.erased')
    : String(details['fields'])
        .split(' ')
        .map((field) =>
          say('history.corrected', {
            field,
            from: words[`${field}From`] ?? '',
            to: words[`${field}To`] ?? '',
          }),
        )
        .join(' · ')

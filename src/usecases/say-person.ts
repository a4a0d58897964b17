import type { Say } from '../core/words/index.ts'
import type { TicketEvent } from '../storage/store.ts'

const FIELDS = ['imei', 'imei2', 'serial', 'model'] as const

/** What was written down of the phone; once its owner is erased, only that something was. */
export const sayDevice = ({ details, words }: TicketEvent, say: Say): string => {
  if (words === undefined) return say('history.device.erased')
  const fields = String(details['fields']).split(' ')
  return FIELDS.filter((field) => fields.includes(field))
    .map((field) => {
      const [from, to] = [words[`${field}From`] ?? '', words[`${field}To`] ?? '']
      const how = from === '' ? 'new' : to === '' ? 'gone' : 'other'
      return say('history.device', { field, from, to, how })
    })
    .join(' · ')
}

export const sayMerged = ({ words }: TicketEvent, say: Say): string =>
  words === undefined
    ? say('history.merged.erased')
    : say('history.merged', {
        from: [words['from'], words['fromPhone']].filter(Boolean).join(', '),
        to: words['to'] ?? '',
      })

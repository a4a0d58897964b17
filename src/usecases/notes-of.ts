import type { Note } from '../core/ticket.ts'
import type { StoredEvent } from '../storage/store.ts'

const textOf = ({ words }: StoredEvent): string | null => words?.['text'] ?? null

/** Each note as it reads now, with what stood there before. */
export const notesOf = (events: readonly StoredEvent[]): readonly Note[] => {
  const notes = new Map<string, Note>()
  for (const event of events) {
    if (event.code !== 'note') continue
    const { id, at, who } = event
    const corrects = event.details['corrects']
    const corrected = typeof corrects === 'string' ? notes.get(corrects) : undefined
    if (corrected === undefined) notes.set(id, { id, at, who, text: textOf(event), before: [] })
    else {
      const { at: then, who: by, text } = corrected
      notes.set(corrected.id, {
        ...corrected,
        at,
        who,
        text: textOf(event),
        before: [...corrected.before, { at: then, who: by, text }],
      })
    }
  }
  return [...notes.values()]
}
